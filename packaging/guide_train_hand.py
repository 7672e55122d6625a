"""Do on the Train page what the guide tells: fields are named by their labels."""

import re
from dataclasses import dataclass
from typing import Final

from guide_hand import Reader
from guide_steps import Deed
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.train.views.mistakes.confusion_grid import ConfusionGrid
from cnnviz.tour.robot import Script
from cnnviz.ui.timeline.timeline_slider import TimelineSlider

_CELL: Final = re.compile(r"(?:row|linha) (\d), (?:column|coluna) (\d)")


@dataclass(slots=True)
class TrainReader(Reader):
    """A reader at the Train page."""

    @override
    def _do(self, deed: Deed) -> Script:
        field = self._named(deed.words[-1])
        if deed.number is not None and isinstance(field, QSpinBox):
            field.setValue(int(deed.number))
        elif deed.number is not None and isinstance(field, QLineEdit):
            number = f"{deed.number:g}".replace(".", QLocale().decimalPoint())
            field.setText(number)
            QTest.keyClick(field, Qt.Key.Key_Return)
        elif (tool := self._tool(deed)) is not None:
            tool.click()
        else:
            yield from Reader._do(self, deed)

    @override
    def _was_pressed(self, word: str) -> bool:
        if word == "Home":
            slider = self.window.findChild(TimelineSlider)
            assert slider is not None
            QTest.keyClick(slider, Qt.Key.Key_Home)
            return True
        if (cell := _CELL.fullmatch(word)) is not None:
            return self._chose_cell(int(cell[1]), int(cell[2]))
        if self._named(word) is not None:
            return True  # what is chosen there comes next
        return Reader._was_pressed(self, word)

    def _tool(self, deed: Deed) -> QAbstractButton | None:
        """Return the button of a tool, which may be called as a field is, too."""
        word = deed.words[0]
        is_alone = deed.number is None and len(deed.words) == 1
        return self._button(word) if is_alone else None

    def _named(self, word: str) -> QWidget | None:
        """Return the field whose label reads so."""
        for label in self._seen(QLabel):
            buddy = label.buddy()
            if label.text().replace("&", "") == word and buddy is not None:
                return buddy
        return None

    def _chose_cell(self, shown: int, said: int) -> bool:
        grid = self.window.page.findChild(ConfusionGrid)
        if grid is None or not grid.isVisible():
            return False
        at = grid.box_of(shown, said).center().toPoint()
        QTest.mouseClick(
            grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
        )
        return True
