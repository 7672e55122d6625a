"""The parts of pictures that the open map answers most strongly."""

from typing import Final

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from cnnviz.engine.explain.patches import Patch
from cnnviz.pages.network.presenters.closer import CloserPresenter, CloserState
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.columns.block_words import tile_label
from cnnviz.ui.network_view.columns.column_images import picture_image
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.picture_text import class_names, dataset_title
from cnnviz.ui.texts import filled, sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.look import Look, look

_COUNT: Final = 9
_ACROSS: Final = 3
_SIDE: Final = tokens.ICON_PICTURE


class PatchesCard(Retranslated):
    """Look for the strongest patches of a data set; a click makes one the picture."""

    def __init__(self, presenter: CloserPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._title, self._words = QLabel(self), QLabel(self)
        self._title.setFont(half_bold(self._title.font()))
        self.search, self.cancel = QPushButton(self), QPushButton(self)
        self._progress = QProgressBar(self)
        self.tiles = [QToolButton(self) for _ in range(_COUNT)]
        self._words.setWordWrap(True)
        self._progress.setTextVisible(False)
        self._lay_out()
        self.search.clicked.connect(presenter.search)
        self.cancel.clicked.connect(presenter.cancel_search)
        self._retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(tokens.SPACE_XS)
        for index, tile in enumerate(self.tiles):
            tile.setAutoRaise(True)
            tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            tile.setIconSize(QSize(tokens.ICON_PICTURE, tokens.ICON_PICTURE))
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            tile.clicked.connect(self._on_tile)
            tile.hide()
            grid.addWidget(tile, *divmod(index, _ACROSS))
        row = in_row(self.search, self.cancel, (self._progress, 1), gap=tokens.SPACE_S)
        parts = self._title, row, self._words, grid
        in_column(*parts, gap=tokens.SPACE_S, of=self)

    def render_state(self, state: CloserState) -> None:
        """Show what was found so far."""
        found = state.found
        self.search.setEnabled(state.closer is not None)
        self.search.setVisible(not state.searching)
        self.cancel.setVisible(state.searching)
        self._progress.setVisible(state.searching)
        if found is not None:
            self._progress.setRange(0, found.search.total)
            self._progress.setValue(found.search.done)
        else:
            self._progress.setRange(0, 0)
        patches = () if found is None else found.search.patches
        colours = look(self.palette())
        for index, tile in enumerate(self.tiles):
            tile.setVisible(index < len(patches))
            if index < len(patches):
                self._show(tile, index, patches[index], colours)
        self._words.setText(self._said(state))
        self._words.setVisible(bool(self._words.text()))

    def _show(self, tile: QToolButton, index: int, patch: Patch, look_: Look) -> None:
        tile.setIcon(QIcon(patch_pixmap(patch, look_, self.devicePixelRatioF())))
        value = short(patch.value)
        tile.setText(value)
        text = self.tr("Patch {rank}: {value}").format(
            rank=whole(index + 1), value=value
        )
        tip = self.tr("Use the picture that it is from on all pages")
        set_names(tile, f"patch_{index}", text, tip)

    def _said(self, state: CloserState) -> str:
        if state.patch_error is not None:
            return sentence(state.patch_error)
        found, closer = state.found, state.closer
        if found is None or closer is None:
            return self.tr("Searching…") if state.searching else ""
        text = self.tr(
            "{map} answers these parts of {count} {count|picture|pictures} most strongly "
            "({data}). Click one to look at its picture."
        )
        return filled(
            text,
            map=tile_label(closer.question.block, found.question.channel),
            count=found.search.done,
            data=dataset_title(found.dataset),
        )

    @Slot()
    def _on_tile(self) -> None:
        found = self._presenter.store.state.found
        if found is not None:
            index = [each is self.sender() for each in self.tiles].index(True)
            self._presenter.take_picture(index, class_names(found.dataset))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The strongest patches"))
        for button, name, word, tip in (
            (
                self.search,
                "search_patches",
                self.tr("Search"),
                self.tr("Look through a dataset for what this map answers to"),
            ),
            (
                self.cancel,
                "cancel_patches",
                self.tr("Cancel"),
                self.tr("Stop searching; what was found stays"),
            ),
        ):
            button.setText(word)
            set_names(button, name, word, tip)
        self._progress.setAccessibleName(self.tr("Pictures looked at"))
        self.render_state(self._presenter.store.state)


def patch_pixmap(patch: Patch, look_: Look, ratio: float) -> QPixmap:
    """Return a patch, enlarged without being smoothed, in a square."""
    pixels = patch.pixels_chw[0] if len(patch.pixels_chw) == 1 else patch.pixels_chw
    image = picture_image(np.ascontiguousarray(pixels), look_)
    made = QPixmap(QSize(_SIDE, _SIDE) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(look_.ground)
    scale = _SIDE / max(image.width(), image.height())
    width, height = round(image.width() * scale), round(image.height() * scale)
    left, top = (_SIDE - width) // 2, (_SIDE - height) // 2
    with QPainter(made) as painter:
        painter.drawImage(QRect(left, top, width, height), image)
        painter.setPen(look_.hairline)
        painter.drawRect(QRect(left, top, width - 1, height - 1))
    return made
