"""The table of keys: what takes its keys from it, and that they hold wherever one is."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.convolution.views.signal.signal_stage import SignalStage
from cnnviz.shell.dialogs.shortcuts import ShortcutsDialog
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.keys import EVERYWHERE, KEYS, keys_of
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.session import session

__all__ = ["session"]

pytestmark = pytest.mark.usefixtures("qapp")  # standard keys ask the desktop

PAGES = ("convolution", "draw", "network", "train")
README = Path(__file__).parent.parent.parent / "README.md"


def texts(keys: list[QKeySequence]) -> list[str]:
    return [key.toString() for key in keys]


class TestTable:
    @pytest.mark.parametrize("page", PAGES)
    def test_that_no_key_does_two_things_on_a_page(self, page: str) -> None:
        rows = [
            row for row in chain(keys_of(page), keys_of(EVERYWHERE)) if not row.part
        ]
        keys = Counter(chain.from_iterable(texts(row.sequences()) for row in rows))
        assert [key for key, count in keys.items() if count > 1] == []

    def test_that_no_key_does_two_things_in_a_part(self) -> None:
        keys = Counter(
            (row.page, row.part, key) for row in KEYS for key in texts(row.sequences())
        )
        assert [key for key, count in keys.items() if count > 1] == []

    def test_that_every_key_is_one_that_qt_knows(self) -> None:
        for row in KEYS:
            assert all(texts(row.sequences())), row
            assert bool(row.action) != bool(row.words), row

    def test_that_every_shortcut_of_the_window_stands_in_the_table(
        self, session: Session
    ) -> None:
        table = {row.action: texts(row.sequences()) for row in KEYS if row.action}
        actions = {
            action.objectName(): texts(action.shortcuts())
            for action in session.window.findChildren(QAction)
            if action.shortcuts()
        }
        assert actions == table

    def test_that_shift_f1_lists_the_whole_table(
        self, session: Session, qtbot: QtBot
    ) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(session.window, Qt.Key.Key_F1, shift)
        dialog = session.window.findChild(ShortcutsDialog, "shortcuts_dialog")
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert len(words) == 2 * len(KEYS) + len(PAGES) + 1
        for wanted in ("Step forward", "Drawing pad: move the pen", "Shift+← → ↑ ↓"):
            assert wanted in words
        dialog.close()


class TestReadme:
    @staticmethod
    def keys_in(heading: str) -> set[str]:
        """Return every key in the table of the README under a heading."""
        text = README.read_text(encoding="utf-8")
        table = text.split(f"| {heading} | |\n|---|---|\n")[1].split("\n\n")[0]
        cells = [line.split("|")[1].strip() for line in table.splitlines()]
        return set(chain.from_iterable(map(TestReadme.expanded, cells)))

    @staticmethod
    def expanded(cell: str) -> Iterator[str]:
        """Yield the keys of a cell: of ``Alt+→ ←`` Alt+Right and Alt+Left."""
        for written, ours in {
            "Page Down": "PgDown",
            "Page Up": "PgUp",
            "Espaço": "Space",
            "setas": "→ ← ↑ ↓",
            "arrows": "→ ← ↑ ↓",
            "→": "Right",
            "←": "Left",
            "↑": "Up",
            "↓": "Down",
            "−": "-",
        }.items():
            cell = cell.replace(written, ours)
        cell = re.sub(r" (or double click|ou clique duplo)$", "", cell)
        for group in cell.split(" / "):
            held = ""
            for key in re.split(r"[ ,]+", group):
                modifiers, plus, name = (
                    key.rpartition("+") if len(key) > 1 else ("", "", key)
                )
                held = modifiers + plus or held
                yield QKeySequence(held + name).toString()

    @pytest.mark.parametrize("heading", ["Keys", "Teclas"])
    def test_that_the_readme_tells_the_keys_of_the_table(self, heading: str) -> None:
        told = self.keys_in(heading)
        rows = [*keys_of("convolution"), *keys_of(EVERYWHERE)]
        known = set(chain.from_iterable(texts(row.sequences()) for row in rows))
        assert told - known == set()
        untold = [
            row.action
            for row in keys_of("convolution")
            if row.action and not told & set(texts(row.sequences()))
        ]
        assert untold == []

    def test_that_the_readme_tells_all_keys_of_the_train_page(self) -> None:
        told = self.keys_in("On the Train page")
        assert told == self.keys_in("Na página Treinar")
        of_page = [texts(row.sequences()) for row in keys_of("train")]
        assert [keys for keys in of_page if not told & set(keys)] == []
        everywhere = (texts(row.sequences()) for row in keys_of(EVERYWHERE))
        assert told <= set(chain.from_iterable([*of_page, *everywhere]))

    def test_that_both_languages_tell_the_same_keys(self) -> None:
        assert self.keys_in("Keys") == self.keys_in("Teclas")


TYPED_INTO = (QLineEdit, QAbstractSpinBox, QAbstractItemView)
MOVED_BY_ARROWS = (QComboBox, QAbstractSlider, QPlainTextEdit, QTabBar, LayerTiles)
PRESSED_BY_SPACE = (QAbstractButton, QComboBox, DrawPad)
MOVES = {"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"}


def is_own_key(focus: QWidget, key: str) -> bool:
    """Whether a widget may keep a key for itself, by what kind of widget it is."""
    if isinstance(focus, TYPED_INTO):
        return "Alt" not in key and "Ctrl" not in key
    if isinstance(focus, DrawPad):
        return key in {"Left", "Right", "Up", "Down", "Space"}
    if isinstance(focus, SignalStage) and key in {"F2", "0", "-"}:
        return True  # of a bar that is selected
    if isinstance(focus, MOVED_BY_ARROWS) and key in MOVES:
        return True
    return isinstance(focus, PRESSED_BY_SPACE) and key == "Space"


class TestFocus:
    """A key of the page does the same wherever on the page the keyboard is."""

    def test_that_escape_goes_back_from_beside_the_page_too(
        self, session: Session, qtbot: QtBot
    ) -> None:
        page = session.window.page
        session.window.findChild(QAction, "zoom_window_action").trigger()
        assert page._stages.is_enlarged
        rail = session.window.findChild(QAbstractButton, "rail_draw")
        rail.setFocus()
        qtbot.keyClick(rail, Qt.Key.Key_Escape)
        assert not page._stages.is_enlarged

    @pytest.fixture(params=["", "algorithm_action", "draw_action", "signal"])
    def page(self, session: Session, request: pytest.FixtureRequest) -> QWidget:
        """Return the Convolution page as it is, with the loops, the pad, or bars."""
        page = session.window.page
        if request.param == "signal":
            session.walk.commands.set("operation", "signal")
        elif request.param:
            session.window.findChild(QAction, request.param).trigger()
        return page

    def test_that_the_keys_of_the_page_hold_wherever_the_focus_is(
        self, session: Session, page: QWidget
    ) -> None:
        self.check(session, page, "convolution")

    @pytest.mark.parametrize("key", ["draw", "network", "train"])
    def test_that_the_keys_of_other_pages_do_too(
        self, session: Session, key: str
    ) -> None:
        session.window.show_page(key)
        if key == "network":  # the editor, whose keys must stay out of the way, is made
            build = session.window.findChild(QAction, "build_network")
            build.trigger()
            build.trigger()
        self.check(session, session.window.page, key)

    def check(self, session: Session, page: QWidget, key: str) -> None:
        window = session.window
        actions = {
            row.action: window.findChild(QAction, row.action)
            for row in keys_of(key)
            if row.action
        }
        rows = [
            (text, actions[row.action])
            for row in keys_of(key)
            if row.action and not row.part and actions[row.action].isEnabled()
            for text in texts(row.sequences())
        ]
        focusable = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusProxy() is None
        ]
        assert len(focusable) > 3
        fired: list[str] = []
        for name, action in actions.items():
            # What it does would change what is tried next: hearing it is enough.
            action.triggered.disconnect()
            action.triggered.connect(lambda _on=False, name=name: fired.append(name))
        silent = []
        for widget in focusable:
            for text, action in rows:
                if is_own_key(widget, text):
                    continue
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                fired.clear()
                press(window, text)
                if fired != [action.objectName()]:
                    name = widget.objectName() or type(widget).__name__
                    silent.append((name, text, list(fired)))
                if action.isCheckable():
                    action.setChecked(not action.isChecked())
        assert silent == []

    def test_that_d_opens_the_pad_and_closes_it(self, session: Session) -> None:
        window = session.window
        pad = window.page.findChild(DrawPad)
        press(window, "D")
        assert pad.isVisible()
        assert pad.hasFocus()
        press(window, "D")
        assert not pad.isVisible()
        press(window, "End")
        walk = session.walk.store.state.walk
        assert walk is not None
        assert walk.is_last

    def test_that_the_pad_keeps_arrows_and_space(self, session: Session) -> None:
        window = session.window
        before = session.walk.store.state.walk
        press(window, "D")
        assert before is not None
        for key in ("Right", "Space", "Right", "Space"):
            press(window, key)
        walk = session.walk.store.state.walk
        assert walk is not None
        assert walk.position == before.position
        assert session.undo.undoText() == "Stroke"
        press(window, "End")  # all else is the page's
        walk = session.walk.store.state.walk
        assert walk is not None
        assert walk.is_last

    def test_that_additions_are_stepped_from_the_picture(
        self, session: Session
    ) -> None:
        window = session.window
        press(window, "Alt+Home")
        back = window.findChild(QAction, "addition_back_action")
        assert not back.isEnabled()  # nothing is stepped through that is not shown
        press(window, "A")
        assert back.isEnabled()
        press(window, "Alt+Home")
        assert not back.isEnabled()
        press(window, "Alt+Right")
        assert back.isEnabled()


def press(window: QWidget, text: str) -> None:
    """Press a key as a hand does: shortcuts see it first."""
    combination = QKeySequence(text)[0]
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(
        window.windowHandle(), combination.key(), combination.keyboardModifiers()
    )


@pytest.mark.parametrize("key", ["draw", "train"])
def test_that_esc_leaves_an_enlarged_map_from_the_page_buttons_too(
    session: Session, key: str
) -> None:
    window = session.window
    window.show_page(key)
    view = window.page.findChild(NetworkView)
    view.open_input()
    rail = window.findChild(QAbstractButton, f"rail_{key}")
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_Escape)
    assert view.opened is None
