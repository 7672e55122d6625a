"""Every word of the window: none is lost, none is untranslated, none is cut.

What each language says stands in ``inventory/``. Where a change of words is meant,
``CNNVIZ_WRITE_INVENTORY=1 pytest tests/e2e/test_words.py`` writes the lists anew, and
the difference is read in the commit.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QCursor, QGuiApplication
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine import resources
from cnnviz.engine.messages.languages import LANGUAGES
from cnnviz.engine.networks.catalogue import NETWORKS
from tests.helpers.inventory import PLACES, Place, clipped, lines_of
from tests.helpers.pseudo import PSEUDO, compile_pseudo, without_pseudo
from tests.helpers.session import session_in

INVENTORY = Path(__file__).parent / "inventory"
TRANSLATION = Path(__file__).parents[2] / "resources/translations/cnnviz_pt_BR.ts"


@pytest.fixture
def restored() -> Iterator[None]:
    palette, locale = QGuiApplication.palette(), QLocale()
    yield
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


def walked(session: Session, qtbot: QtBot) -> tuple[set[str], list[str]]:
    """Go to every place; return all that was said, and all that was cut."""
    said: set[str] = set()
    cut: list[str] = []
    for place in PLACES:
        place.go(session)
        seen: list[set[str]] = [set()]

        def is_settled(place: Place = place, seen: list[set[str]] = seen) -> bool:
            seen.append(lines_of(session.window))
            is_still = len(seen) > 3 and seen[-1] == seen[-2]
            return is_still and place.is_ready(session)

        qtbot.waitUntil(is_settled, timeout=20_000)
        said |= seen[-1]
        cut += [f"{place.name}: {line}" for line in clipped(session.window)]
    return said, cut


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("key", [language.key for language in LANGUAGES])
def test_that_every_word_is_one_of_the_list_and_none_is_cut(
    key: str, qtbot: QtBot, tmp_path: Path
) -> None:
    # Where another test left the mouse, a cell would say its number.
    QCursor.setPos(0, 0)
    with session_in(key, qtbot, tmp_path) as session:
        said, cut = walked(session, qtbot)
    file = INVENTORY / f"{key}.txt"
    if os.environ.get("CNNVIZ_WRITE_INVENTORY"):
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(sorted(said)) + "\n", encoding="utf-8")
    listed = set(file.read_text(encoding="utf-8").splitlines())
    assert not cut
    assert sorted(listed - said) == []
    assert sorted(said - listed) == []


NAMES = sorted((network.title for network in NETWORKS.values()), key=len, reverse=True)
"""What papers and courses call their networks is not translated."""
NOT_WORDS = re.compile(
    "|".join(map(re.escape, NAMES)) + "|"
    # names that are the same in every language, and what code calls things
    r"MNIST|PyTorch|ReLU|[Ll]eaky ReLU|[Tt]anh|cnnviz"
    r"|CPU|CUDA|MPS|GIF|APNG|WebP|English|Português \(Brasil\)|(output|row|column) = \S+"
    # keys, as Qt writes them
    r"|\b(Ctrl|Shift|Alt|Tab|Home|End|PgUp|PgDown|Left|Right|Up|Down|Space|Ins|Del|Return|Esc)\b"
)
QTS_OWN = ("about_dialog/close", "shortcuts_dialog/close", "ScrollLeft", "ScrollRight")
"""Texts that Qt's own catalogue of the language has (or has not)."""


@pytest.mark.usefixtures("restored")
def test_that_a_language_is_one_entry_and_two_files_and_reaches_every_text(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = compile_pseudo(TRANSLATION, tmp_path)
    table = (*LANGUAGES, PSEUDO)
    for module in ("engine.messages.languages", "shell.actions", "state.preferences"):
        monkeypatch.setattr(f"cnnviz.{module}.LANGUAGES", table)
    shipped = resources.resource
    monkeypatch.setattr(
        "cnnviz.ui.i18n.resource",
        lambda *parts: compiled if parts[-1] == compiled.name else shipped(*parts),
    )
    with session_in(PSEUDO.key, qtbot, tmp_path) as session:
        said, cut = walked(session, qtbot)
    untranslated = [
        line
        for line in sorted(said)
        if not any(name in line for name in QTS_OWN)
        and "about_dialog/QLabel" not in line  # our name, versions of libraries
        and " | keys | " not in line
        and "/path_0 | text |" not in line  # says less by design; its tip has all
        and re.search(
            r"[^\W\d_]{3}", NOT_WORDS.sub("", without_pseudo(line.split(" | ", 2)[2]))
        )
    ]
    assert not untranslated
    assert not cut
