"""Do on the Network page what the guide tells: maps and numbers are named as there."""

from dataclasses import dataclass
from typing import Final

from guide_hand import Reader
from guide_steps import Deed
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget

from cnnviz.app import Session
from cnnviz.engine.networks.blocks import picture_block
from cnnviz.pages.network.views.opened.opened_panel import OpenedPanel
from cnnviz.pages.network.views.path_words import cell_words
from cnnviz.tour.robot import Script
from cnnviz.ui.network_chooser.network_button import NetworkButton
from cnnviz.ui.network_view.columns.block_words import tile_label
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns

_MORE: Final = " · "  # after a network's name in the list


@dataclass(slots=True)
class NetworkReader(Reader):
    """A reader at the Network page.

    Attributes
    ----------
    session
        The window's parts.
    points
        Whether maps are pointed at, not clicked.
    """

    session: Session | None = None
    points: bool = False
    _row: int | None = None

    def _do(self, deed: Deed) -> Script:
        sliders = [
            slider
            for slider in self._seen(QSlider)
            if slider.accessibleName() == deed.words[-1]
        ]
        if deed.number is not None and sliders:
            sliders[0].setValue(int(deed.number))
            return
        yield from Reader._do(self, deed)

    def _was_pressed(self, word: str) -> bool:
        if word == "Esc":
            return self.window.page.go_back()
        found = self._in_network(word)
        return Reader._was_pressed(self, word) if found is None else found

    def _in_network(self, word: str) -> bool | None:
        """Click a map, or a number; ``None`` where the word is neither."""
        panel = self.window.page.findChild(OpenedPanel)
        if panel is None or self.session is None:
            return None
        state = self.session.network.store.state
        unit = state.unit() if panel.isVisible() else None
        if self._row is not None:
            row, self._row = self._row, None
            return self._click_input(panel, row, word)
        for index, window in enumerate(unit.windows if unit is not None else ()):
            block = state.block(window.layer)
            if tile_label(block, window.channel) == word:
                self._row = index
                return True
        for block in (*state.shown, picture_block(state.network)):
            for tile in range(block.count):
                if tile_label(block, tile) == word:
                    self._use_map(block.place, tile)
                    return True
        return self._click_cell(panel, word)

    def _use_map(self, place: int, tile: int) -> None:
        columns = self.window.page.findChild(NetworkColumns, "network_columns")
        assert columns is not None
        at = columns.tile_box(place, tile).center()
        if self.points:
            QTest.mouseMove(columns, at.toPoint())
        else:
            _click(columns, at)

    def _click_cell(self, panel: OpenedPanel, word: str) -> bool | None:
        canvas = panel.map.canvas
        if not canvas.isVisible() or canvas.values_hw is None:
            return None
        rows, columns = canvas.values_hw.shape
        for place in range(rows * columns):
            if cell_words(*divmod(place, columns)) == word:
                x, y, width, height = canvas.view.rect(*divmod(place, columns))
                _click(canvas, QPointF(x + width / 2, y + height / 2))
                return True
        return None

    def _click_input(self, panel: OpenedPanel, index: int, word: str) -> bool:
        """Click the number of a window that lies there in its map."""
        assert self.session is not None
        unit = self.session.network.store.state.unit()
        assert unit is not None
        window = unit.windows[index]
        for shown, row in enumerate(panel.rows.shown.rows):
            if row.index != index:
                continue
            height, width = row.size_hw
            for place in range(height * width):
                down, right = divmod(place, width)
                if cell_words(window.rows[down], window.columns[right]) == word:
                    box = panel.rows.box_of(shown * height + down, right)
                    _click(panel.rows, box.center())
                    return True
        return False

    def _button(self, word: str) -> QAbstractButton | None:
        found = Reader._button(self, word)
        named = (
            button
            for button in self._seen(QAbstractButton)
            if button.accessibleName() == word and button.isEnabled()
        )
        return next(named, None) if found is None else found

    def _triggered(self, word: str, *, by_key: bool = False) -> bool:
        """Trigger an action of this page; of a network in the list its name is enough."""
        offered: list[QAction] = []
        for button in self.window.page.findChildren(NetworkButton):
            button.menu().aboutToShow.emit()  # only then it is filled
            offered += button.menu().actions()
        for action in (*offered, *self.window.page.findChildren(QAction)):
            if by_key:
                fits = QKeySequence(word) in action.shortcuts()
            else:
                fits = action.text().startswith(word + _MORE)
            if fits and action.isEnabled():
                action.trigger()
                return True
        return Reader._triggered(self, word, by_key=by_key)


def _click(widget: QWidget, at: QPointF) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at.toPoint())
