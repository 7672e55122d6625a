"""Our own pictures to choose from, in a menu."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction
from typing_extensions import override

from cnnviz.engine.images.picture import Picture
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.picture_choice.picture_tiles import PictureTiles
from cnnviz.ui.picture_image import picture_image

_SIDE: Final = 64
_CELL: Final = QSize(112, 98)
_COLUMNS: Final = 6


class PictureGrid(HearsLanguage, PictureTiles):
    """Show a picture for each key, read one after the other once the grid is seen."""

    def __init__(
        self,
        keys: Sequence[str],
        load: Callable[[str], Picture],
        title: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, _SIDE, _CELL, _COLUMNS)
        self._keys, self._load, self._title = tuple(keys), load, title
        self._unread = list(range(len(self._keys)))
        self.set_keys(self._keys)
        self.reserve(len(self._keys))
        self._retranslate()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._unread:
            QTimer.singleShot(0, self, self._read_next)
        return super().event(event)

    @Slot()
    def _read_next(self) -> None:
        """Read one picture and leave the rest to the next turn: no frame is lost."""
        if self._unread:
            place = self._unread.pop(0)
            picture = self._load(self._keys[place])
            every = max(1, max(picture.size_hw) // (2 * _SIDE))
            self.show_picture(place, picture_image(picture, every))
            QTimer.singleShot(0, self, self._read_next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the menu with Tab."""
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.left.emit(event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    @override
    def _retranslate(self) -> None:
        tip = self.tr("Choose an example picture")
        set_names(self, "picture_grid", self.tr("Pictures"), tip)
        for place, key in enumerate(self._keys):
            self.item(place).setText(self._title(key))


def add_pictures(
    menu: QMenu,
    keys: Sequence[str],
    load: Callable[[str], Picture],
    title: Callable[[str], str],
) -> PictureGrid:
    """Put a grid of pictures at the end of a menu, which closes on a choice."""
    grid = PictureGrid(keys, load, title, menu)
    entry = QWidgetAction(menu)
    entry.setObjectName("picture_grid_action")
    entry.setDefaultWidget(grid)
    menu.addAction(entry)
    _Leaving(menu, entry, grid)
    grid.chosen.connect(menu.close)
    return grid


class _Leaving(QObject):
    """Let the keyboard go from the grid to the other entries of its menu."""

    def __init__(self, menu: QMenu, entry: QWidgetAction, grid: PictureGrid) -> None:
        super().__init__(menu)
        self._menu, self._entry = menu, entry
        grid.left.connect(self._on_left)

    @Slot(bool)
    def _on_left(self, down: bool) -> None:
        others = [
            each
            for each in self._menu.actions()
            if each is self._entry or (each.isEnabled() and not each.isSeparator())
        ]
        here = others.index(self._entry)
        self._menu.setFocus()
        self._menu.setActiveAction(others[(here + (1 if down else -1)) % len(others)])
