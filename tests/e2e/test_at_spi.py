"""The window as a screen reader finds it from outside, over AT-SPI."""

from pathlib import Path

import pytest

from tests.helpers.at_spi import Reader, Thing, read_program, wait_until, why_not

pytestmark = [
    pytest.mark.skipif(bool(why_not()), reason=why_not()),
    pytest.mark.long,
]

PAGES = ("Network", "Train", "Draw")
TOOLS = {
    "Draw": ("Why", "What if", "Stages", "Drawings", "Own classes", "Maps"),
    "Network": ("Summary", "Change", "Build", "Compare", "Look closer"),
    "Train": (
        "One step", "Data", "Mistakes", "Layers", "Races", "Compare runs", "Settings",
        "Curves",
    ),
}  # fmt: skip
DOWN = 0xFF54
NAMED = {
    "cell", "check box", "combo box", "entry", "image", "list item", "menu item",
    "page tab", "page tab list", "push button", "radio button", "slider",
    "spin button", "table",
}  # fmt: skip


def nameless(things: list[Thing]) -> list[Thing]:
    return [
        thing
        for thing in things
        if (thing.is_focusable or thing.role in NAMED) and not thing.name.strip()
    ]


def path_of(reader: Reader, name: str, role: str) -> str:
    found = reader.shown(most_cells=0)
    return next(each.path for each in found if (each.name, each.role) == (name, role))


def go(reader: Reader, page: str) -> list[Thing]:
    """Press a page's button; return what is shown then."""
    reader.press(path_of(reader, page, "check box"))
    seen: list[Thing] = []

    def is_shown() -> bool:
        seen[:] = reader.shown(most_cells=4)
        return any((each.name, each.role) == (page, "filler") for each in seen)

    wait_until(is_shown)
    return seen


def test_that_pages_are_named_and_a_cell_is_said_as_the_keys_come_to_it(
    own_home: Path,
) -> None:
    with read_program(own_home) as reader:
        first = list(reader.shown(most_cells=4))
        assert nameless(first) == []
        said = {thing.name for thing in first}
        assert {"row 1, column 1: 255", "Products", "Colour scale"} <= said

        picture = path_of(reader, "Input", "table")
        assert len(reader.children(picture)) == 28 * 28

        for page in PAGES:
            assert nameless(go(reader, page)) == []

        bars = path_of(reader, "Probability of each class", "table")
        classes = [path for _, path in reader.children(bars)]
        wait_until(lambda: reader.name(classes[3]) == "3: > 99%")
        reader.focus(bars)
        for number in range(3):
            assert reader.heard_after(DOWN) == f"{number}: < 0.1%"


def test_that_every_tool_is_named_from_outside(own_home: Path) -> None:
    with read_program(own_home) as reader:
        for page, tools in TOOLS.items():
            go(reader, page)
            for tool in tools:
                reader.press(path_of(reader, tool, "check box"))
                assert nameless(list(reader.shown(most_cells=4))) == [], tool
