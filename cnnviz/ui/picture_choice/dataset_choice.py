"""A data set, chosen by what its pictures look like."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionComboBox, QWidget
from typing_extensions import override

from cnnviz.engine.datasets.browse import DatasetPicture
from cnnviz.engine.datasets.loading import user_data_folder
from cnnviz.engine.shown_text import MOST
from cnnviz.ui.controls.fitting_choice import FittingChoice, paint_choice
from cnnviz.ui.page import HearsLanguage, plain_tip
from cnnviz.ui.picture_choice.gallery import open_as_gallery
from cnnviz.ui.picture_image import pixels_image
from cnnviz.ui.picture_text import dataset_title, dataset_way_out
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import paint_rounded

_SIDE: Final = tokens.ICON_PICTURE
_CELL: Final = QSize(128, 116)
_COLUMNS, _ROWS = 5, 3
_Role = Qt.ItemDataRole


class DatasetChoice(HearsLanguage, FittingChoice):
    """Name a data set; the open list shows four pictures of each.

    One that is not on this machine is pale there; its tip says where it belongs.

    Signals
    -------
    looked_for()
        The list is about to be seen: `show_pictures` of those that are here.
    """

    looked_for = Signal()

    def __init__(self, keys: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._keys, self._here = tuple(keys), frozenset(keys)
        self._seen: dict[str, tuple[DatasetPicture, ...]] = {}
        for key in keys:
            self.addItem("", key)
        self.setMaxVisibleItems(_ROWS)
        open_as_gallery(self, _SIDE, _CELL, _COLUMNS, _ROWS)
        self._retranslate()

    @property
    def here(self) -> tuple[str, ...]:
        """The data sets that pictures can be had of."""
        return tuple(key for key in self._keys if key in self._here)

    def render_here(self, here: Iterable[str]) -> None:
        """Tell the data sets that are on this machine from those that are not."""
        self._here = frozenset(here)
        self._retranslate()

    @Slot(str, object)
    def show_pictures(self, key: str, pictures: tuple[DatasetPicture, ...]) -> None:
        """Show what a data set looks like."""
        self._seen[key] = pictures
        self._show(key)

    @override
    def showPopup(self) -> None:
        self.looked_for.emit()
        super().showPopup()
        # As high as its rows: a list of so many lines would take the whole screen.
        popup, high = self.view().window(), self.view().minimumHeight()
        below = self.mapToGlobal(QPoint(0, self.height()))
        if below.y() + high <= self.screen().availableGeometry().bottom():
            popup.setGeometry(below.x(), below.y(), popup.width(), high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentIcon = QIcon()  # the field has room for the name
        paint_choice(self, option)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_seen"):
            self._retranslate()

    def _retranslate(self) -> None:
        for key in self._keys:
            self._show(key)

    def _show(self, key: str) -> None:
        place, is_here = self.findData(key), key in self._here
        text, tip = dataset_title(key), ""
        if not is_here:
            text = self.tr("{title} · not here").format(title=text)
            tip = dataset_way_out(key, plain(str(user_data_folder()), MOST))
        self.setItemText(place, text)
        self.setItemIcon(place, QIcon(self._picture(key)))
        ink = None if is_here else look(self.palette()).ink_3
        self.setItemData(place, ink, _Role.ForegroundRole)
        self.setItemData(place, plain_tip(tip) if tip else None, _Role.ToolTipRole)
        self.setItemData(place, tip or None, _Role.AccessibleDescriptionRole)

    def _picture(self, key: str) -> QPixmap:
        """Return four pictures as one; only a pale outline where there are none."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        seen = self._seen.get(key, ()) if key in self._here else ()
        with QPainter(pixmap) as painter:
            if not seen:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                pen = QPen(look(self.palette()).outline, tokens.LINE_THIN)
                if key not in self._here:
                    pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
                box = QRectF(1, 1, _SIDE - 2, _SIDE - 2)
                paint_rounded(painter, box, tokens.RADIUS_FIELD)
            half = _SIDE / 2
            for index, picture in enumerate(seen[:4]):
                pixels = np.ascontiguousarray(picture.pixels_chw.transpose(1, 2, 0))
                corner = QPointF(index % 2 * half, index // 2 * half)
                size = half - tokens.GAP_CELL
                place = QRectF(corner.x() + 1, corner.y() + 1, size, size)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place, pixels_image(pixels))
        return pixmap
