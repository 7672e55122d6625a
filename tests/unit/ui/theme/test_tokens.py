"""Sizes, colours and durations of the window stand in one module and nowhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnnviz.ui.theme import tokens

ROOT = Path(__file__).parents[4]
SPACES = {
    "addSpacing",
    "setContentsMargins",
    "setHorizontalSpacing",
    "setMargin",
    "setSpacing",
    "setVerticalSpacing",
}
FONTS = {"setPixelSize", "setPointSize", "setPointSizeF", "sized"}
DURATIONS = {"setDuration", "setInterval"}
RADII = {"addRoundedRect", "drawRoundedRect"}
COLOURS = {"QColor", "fromRgb", "setAlpha", "setRgb"}
SHARES = {"mixed", "setAlphaF", "setOpacity"}
PENS = {"QPen", "mkPen", "sharp_pen"}
LAYOUTS = {"in_row", "in_column"}
LEAST_SIZES = {"setFixedHeight", "setFixedSize", "setMinimumHeight", "setMinimumSize"}

# What may stay, and why: file, what is written there.
ALLOWED = {
    # Takes the alpha away from a colour that is given.
    ("cnnviz/ui/unit_view/reach_layers.py", "solid.setAlpha(255)"),
    # Not to be seen: when memory is tidied, and when the layout is saved.
    ("cnnviz/shell/gc_timer.py", "_INTERVAL_MS"),
    ("cnnviz/shell/gc_timer.py", "self._timer.setInterval(_INTERVAL_MS)"),
    ("cnnviz/shell/window_layout.py", "_REST_MS"),
    ("cnnviz/shell/window_layout.py", "self._rest.setInterval(_REST_MS)"),
}


def test_that_no_size_colour_or_duration_is_written_outside_of_the_tokens() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), written): line
        for path in _sources()
        for line, written in literals(path.read_text("utf-8"))
    }

    elsewhere = [
        f"{file}:{line}: {written}"
        for (file, written), line in sorted(found.items())
        if (file, written) not in ALLOWED
    ]
    assert elsewhere == []
    assert set(found) >= ALLOWED, "an exception that nothing needs any more"


def test_that_every_room_of_the_window_is_looked_at() -> None:
    rooms = {path.relative_to(ROOT).parts[1] for path in _sources()}

    assert rooms == {"pages", "shell", "ui"}


@pytest.mark.parametrize(
    "source",
    [
        "row.setSpacing(8)",
        "row.setContentsMargins(0, 0, 4, 0)",
        "_GAP = 8\nrow.setSpacing(_GAP)",
        "in_row(label, (field, 1), gap=8, of=self)",
        "_GAP, _SIDE = 8, 3\ngrid.setHorizontalSpacing(2 * side + _GAP)",
        "class A:\n    GAP: Final = 8\n    def f(self):\n        row.setSpacing(self.GAP)",
        "font.setPointSizeF(font.pointSizeF() * 0.9)",
        "label.setFont(sized(label.font(), 0.9))",
        "painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), radius, 3)",
        "painter.drawRoundedRect(box, xRadius=radius, yRadius=3)",
        "animation.setDuration(240)",
        "animation.setEasingCurve(QEasingCurve.Type.InOutCubic)",
        "LONGEST_MS = 240",
        "QColor(1, 2, 3)",
        "QColor('red')",
        "QColor(*(1, 2, 3))",
        "_INK = (255, 128, 3)\nQColor(*_INK)",
        "INK = '#12ab9f'",
        "painter.fillRect(box, Qt.GlobalColor.white)",
        "painter.fillRect(box, Qt.white)",
        "field.setMinimumHeight(32)",
        "painter.setPen(QPen(ink, 2 if focused else 1))",
        "curve.setPen(pg.mkPen(ink, width=2))",
        "ground = mixed(accent, base, 0.12)",
        "_FAINT = 0.4\ntint.setAlphaF(_FAINT)",
        "painter.setOpacity(0.4 if busy else 1.0)",
        "tool.setIconSize(QSize(18, 18))",
    ],
)
def test_that_a_literal_is_found(source: str) -> None:
    assert list(literals(source))


@pytest.mark.parametrize(
    "source",
    [
        "row.setContentsMargins(0, 0, tokens.SPACE_M, 0)",
        "_GAP = tokens.SPACE_M\nrow.setSpacing(_GAP)",
        "in_column(label, (field, 1), gap=tokens.SPACE_M)",
        "painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), radius, radius)",
        "QColor(table[3] & 0xFFFFFF)",
        "QColor(*tokens.WHITE)",
        "pixmap.fill(Qt.GlobalColor.transparent)",
        "chart.setMinimumHeight(232)",
        "QPen(ink, tokens.LINE_STRONG, Qt.PenStyle.DashLine)",
        "painter.setOpacity(min(1.0, 3.0 * (1.0 - share)))",
    ],
)
def test_that_what_is_no_literal_is_let_pass(source: str) -> None:
    assert not list(literals(source))


def test_that_nothing_to_hit_is_smaller_than_the_rules_of_access_ask() -> None:
    """WCAG 2.2, criterion 2.5.8: at least 24 by 24 pixels."""
    assert min(tokens.HIT, tokens.HIT_WIDE, tokens.HIT_LARGE) >= 24


def _sources() -> list[Path]:
    window = ROOT / "cnnviz"
    rooms = (window / "ui", window / "shell", *window.glob("pages/*/views"))
    theme = window / "ui" / "theme"
    return [
        path
        for room in rooms
        for path in sorted(room.rglob("*.py"))
        if theme not in path.parents
    ]


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line of every literal that is a token's to hold, and what is there."""
    tree = ast.parse(source)
    named = _named_numbers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            is_literal = _holds_literal(node, named)
        elif isinstance(node, ast.Constant):
            is_literal = _is_hex_colour(node.value)
        else:
            is_literal = isinstance(node, ast.Attribute) and _is_named_look(node)
        if is_literal and isinstance(node, ast.expr):
            yield node.lineno, ast.unparse(node)
    yield from ((line, name) for name, line in named.items() if name.endswith("_MS"))


def _named_numbers(tree: ast.Module) -> dict[str, int]:
    """Return the constants of a module and its classes that are numbers, with lines."""
    named: dict[str, int] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef):
            continue
        for statement in node.body:
            match statement:
                case ast.Assign(targets=[target], value=value):
                    pass
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    pass
                case _:
                    continue
            pairs = (
                zip(target.elts, value.elts, strict=False)
                if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
                else [(target, value)]
            )
            for name, held in pairs:
                parts = held.elts if isinstance(held, ast.Tuple) else [held]
                if isinstance(name, ast.Name) and all(map(_is_number, parts)):
                    named[name.id] = statement.lineno
    return named


def _holds_literal(call: ast.Call, named: dict[str, int]) -> bool:
    name = ast.unparse(call.func).rpartition(".")[2]
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    if name in RADII:
        arguments = arguments[-2:]
    elif name in COLOURS:
        return any(
            ast.unparse(part) in named
            or (isinstance(part, ast.Constant) and part.value != 0)
            for argument in arguments
            for part in _parts_of_colour(argument)
        )
    elif name in LEAST_SIZES:
        return any(
            isinstance(argument, ast.Constant) and argument.value == tokens.HIT
            for argument in arguments
        )
    elif name in SHARES:
        return any(
            ast.unparse(part) in named or (_is_number(part) and 0 < part.value < 1)
            for part in ast.walk(arguments[-1])
            if isinstance(part, ast.expr)
        )
    elif name in PENS:
        widths = [keyword.value for keyword in call.keywords if keyword.arg == "width"]
        arguments = [*call.args[1:2], *widths]
    elif name in LAYOUTS:
        arguments = [keyword.value for keyword in call.keywords]
    elif name not in SPACES | FONTS | DURATIONS | {"setIconSize"}:
        return False
    return any(
        _is_number(part) or ast.unparse(part).removeprefix("self.") in named
        for argument in arguments
        for part in ast.walk(argument)
        if isinstance(part, ast.expr)
    )


def _parts_of_colour(argument: ast.expr) -> list[ast.expr]:
    held = argument.value if isinstance(argument, ast.Starred) else argument
    return held.elts if isinstance(held, ast.Tuple) else [held]


def _is_number(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and node.value != 0
    )


def _is_hex_colour(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) in (4, 7, 9)
        and value.startswith("#")
        and all(letter in "0123456789abcdef" for letter in value[1:].lower())
    )


def _is_named_look(node: ast.Attribute) -> bool:
    """Whether it is a colour or an easing curve that Qt has a name for."""
    match ast.unparse(node).split("."):
        case ["QEasingCurve", "Type", _]:
            return True
        case ["Qt", "GlobalColor", colour]:
            return colour != "transparent"
        case ["Qt", colour]:
            return colour in {"black", "blue", "gray", "green", "red", "white"}
    return False
