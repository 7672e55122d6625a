"""Do in the window what the guide tells its reader, going by the texts on the screen."""

import time
from dataclasses import dataclass
from typing import Final, TypeVar

from guide_steps import KEYS, Deed
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QWidget,
)

from cnnviz.shell.main_window import MainWindow
from cnnviz.tour.robot import Script, TourFailure, Wait, at_once, settled

_SECTION: Final = "section_"
_CHANNEL: Final = "kernel_channel_"  # its button; a number after it fills the table
_PATIENCE_S: Final = 10.0
_OPENS: Final = " ▾"  # after the text of a button that opens something

Spin = QSpinBox | QDoubleSpinBox
W = TypeVar("W", bound=QWidget)


@dataclass(slots=True)
class Reader:
    """A reader at the window.

    Attributes
    ----------
    window
        Where everything is looked for.
    ready
        Whether all that was asked for is there.
    pasted
        The numbers of the lesson, to be pasted.
    """

    window: MainWindow
    ready: Wait
    pasted: str = ""

    def follow(self, deeds: tuple[Deed, ...]) -> Script:
        """Do one thing after the other."""
        was_key = False
        for deed in deeds:
            is_key = deed.kind == "press" and deed.words[0] in KEYS
            if is_key and not was_key:
                yield settled()
                yield self.ready
            yield from self._do(deed)
            yield at_once if is_key else self.ready
            was_key = is_key

    def _do(self, deed: Deed) -> Script:
        if deed.kind == "kernel":
            yield from self._type_kernel(deed.words)
            return
        *way, last = deed.words
        for word in way:
            yield from self._press(word)
        if deed.number is None:
            yield from self._press(last)
        elif (channel := self._channel(last)) is not None:  # B is a key, too
            channel.click()
            yield from self._type_kernel((str(deed.number),) * 9)
        elif last not in KEYS and (field := self._field(last)) is not None:
            field.setValue(int(deed.number))
        else:
            for _ in range(int(deed.number)):
                yield from self._press(last)

    def _press(self, word: str) -> Script:
        """Press what bears a text, as soon as it can be."""
        until = time.perf_counter() + _PATIENCE_S
        while not self._was_pressed(word):
            if time.perf_counter() > until:
                raise TourFailure(f"the window has nothing that reads {word!r}")
            yield at_once
        yield at_once

    def _was_pressed(self, word: str) -> bool:
        """Choose or press what bears a text; what is only a label needs nothing."""
        if word in KEYS:
            return self._triggered(KEYS[word], by_key=True)
        if self._opened(word) or self._chosen(word):
            return True
        button, place = self._button(word), self._text(word)
        if button is not None:
            button.click()
        elif place is not None:
            place.setPlainText(self.pasted)
        elif not any(label.text() == word for label in self._seen(QLabel)):
            return self._triggered(word)
        return True

    def _opened(self, word: str) -> bool:
        """Open a section of the settings, if it is not open already."""
        for button in self._seen(QAbstractButton):
            if button.objectName().startswith(_SECTION) and button.text() == word:
                if not button.isChecked():
                    button.click()
                return True
        return False

    def _chosen(self, word: str) -> bool:
        for combo in self._seen(QComboBox):
            index = combo.findText(word, Qt.MatchFlag.MatchExactly)
            if index >= 0 and combo.isEnabled():
                combo.setCurrentIndex(index)
                combo.activated.emit(index)
                return True
        return False

    def _button(self, word: str) -> QAbstractButton | None:
        for button in self._seen(QAbstractButton):
            text = button.text().removesuffix(_OPENS).replace("&", "")
            if text == word and button.isEnabled():
                return button
        return None

    def _text(self, word: str) -> QPlainTextEdit | None:
        found = self._seen(QPlainTextEdit)
        return next((one for one in found if one.accessibleName() == word), None)

    def _channel(self, word: str) -> QAbstractButton | None:
        for button in self._seen(QAbstractButton):
            if button.objectName().startswith(_CHANNEL) and button.text() == word:
                return button
        return None

    def _field(self, word: str) -> Spin | None:
        """Return the field at a label: right of it or below, the nearest."""
        labels = [label for label in self._seen(QLabel) if label.text() == word]
        labels.sort(key=lambda label: _place(label).y())
        for label in labels:
            at = _place(label)
            places: list[tuple[int, int, Spin]] = []
            spins: list[Spin] = [*self._seen(QSpinBox), *self._seen(QDoubleSpinBox)]
            for spin in spins:
                spot = _place(spin)
                if spot.y() + spin.height() > at.y() and spot.x() > at.x():
                    places.append((spot.y(), spot.x(), spin))
            if places:
                return min(places, key=lambda known: known[:2])[2]
        return None

    def _triggered(self, word: str, *, by_key: bool = False) -> bool:
        # Another page may do something else with the same key.
        of_page = self.window.page.page_actions()
        for action in (*of_page, *self.window.findChildren(QAction)):
            if by_key:
                fits = QKeySequence(word) in action.shortcuts()
            else:
                fits = action.text().replace("&", "") == word
            if fits and action.isEnabled():
                action.trigger()
                menu = QApplication.activePopupWidget()
                if menu is not None:
                    menu.close()
                return True
        return False

    def _seen(self, kind: type[W]) -> list[W]:
        found = self.window.findChildren(kind)
        return [widget for widget in found if widget.isVisible()]

    def _type_kernel(self, numbers: tuple[str, ...]) -> Script:
        """Type the numbers into the kernel's table, cell by cell."""
        table = self.window.findChild(QTableView, "kernel_table")
        assert table is not None
        columns = table.model().columnCount()
        if len(numbers) != columns * table.model().rowCount():
            raise TourFailure(f"the kernel has no room for {' '.join(numbers)}")
        for place, number in enumerate(numbers):
            table.setFocus()
            table.setCurrentIndex(table.model().index(*divmod(place, columns)))
            QTest.keyClicks(table, number[:1])
            editor = table.findChild(QLineEdit)
            assert editor is not None
            QTest.keyClicks(editor, number[1:])
            QTest.keyClick(editor, Qt.Key.Key_Return)
            yield lambda: table.findChild(QLineEdit) is None  # the editor is gone


def _place(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint(0, 0))
