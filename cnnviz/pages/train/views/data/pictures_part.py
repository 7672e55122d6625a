"""The pictures of a data set, page by page, and their mean."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.datasets.looking import pictures_of
from cnnviz.engine.datasets.split import Split
from cnnviz.pages.train.model.data_state import DataSeen
from cnnviz.pages.train.presenters.data.data_looks import DataLooks
from cnnviz.pages.train.views.data.data_tiles import DataTiles
from cnnviz.pages.train.views.data.data_words import DataWords
from cnnviz.pages.train.views.data.number_cells import PixelGrid
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens

_ON_PAGE: Final = 100
_MEAN_SIDE: Final = 200


class PicturesPart(Retranslated):
    """Show a page of a class's pictures, and the mean of all of them.

    Signals
    -------
    picture_chosen(part, number)
        A picture of a split was clicked, or opened with Return.
    """

    picture_chosen = Signal(int, int)

    def __init__(self, looks: DataLooks, words: DataWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks, self._words = looks, words
        self._seen: DataSeen | None = None
        self._label: int | None = None
        self._numbers: NDArray[np.intp] = np.zeros(0, np.intp)
        self.part = QComboBox(self)
        self.page = WholeSpin(self)
        self._of_pages = QLabel(self)
        self.back = tool_button(self, "step_back")
        self.forward = tool_button(self, "step_forward")
        self.tiles = DataTiles(self, "data_tiles")
        self.mean = PixelGrid(self, lambda level: short(level))
        self._mean_said = QLabel(self)
        self._lay_out()
        self.part.currentIndexChanged.connect(self._on_part_chosen)
        self.page.valueChanged.connect(self._render_page)
        self.back.clicked.connect(self.page.stepDown)
        self.forward.clicked.connect(self.page.stepUp)
        self.tiles.picture_chosen.connect(self._on_picture_chosen)
        looks.mean_found.connect(self._on_mean_found)
        self._retranslate()

    def _lay_out(self) -> None:
        self._of_pages.setObjectName("data_pages")
        self._mean_said.setObjectName("data_mean_said")
        self._mean_said.setWordWrap(True)
        self.page.setMinimum(1)
        for button in (self.back, self.forward):
            button.setMinimumHeight(tokens.HIT)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll = ToolScroll(self)
        scroll.fill(self.tiles)
        page = self.back, self.page, self._of_pages, self.forward
        head = in_row(self.part, (None, 1), *page, gap=tokens.SPACE_M)
        left = in_column(head, (scroll, 1), gap=tokens.SPACE_M)
        self.mean.setFixedSize(_MEAN_SIDE, _MEAN_SIDE)
        right = in_column(self._mean_said, self.mean, (None, 1), gap=tokens.SPACE_M)
        in_row((left, 1), right, gap=tokens.SPACE_XL, of=self)

    @property
    def split(self) -> Split | None:
        """The split that is shown."""
        if self._seen is None:
            return None
        return self._seen.dataset.splits[max(0, self.part.currentIndex())]

    def render_nothing(self) -> None:
        """Show no picture."""
        self._seen, self._label = None, None
        self.mean.render_pixels(None)
        for label in (self._of_pages, self._mean_said):
            label.setText("")
        self._show_controls(False)
        self.tiles.render_pictures(None, (), lambda _number: ("", ""))

    def _show_controls(self, shown: bool) -> None:
        for part in (self.part, self.page, self.back, self.forward):
            part.setVisible(shown)

    def render_early(self, early: Split) -> None:
        """Show pictures that are there while the others are made."""
        if self._seen is not None:
            self.render_nothing()
        self._render_tiles(early, np.arange(len(early)))

    def render_seen(self, seen: DataSeen, label: int | None) -> None:
        """Show the pictures of a class, or all; the same ones change nothing."""
        if seen is self._seen and label == self._label:
            return
        self._seen, self._label = seen, label
        self._render_parts()
        self._render_split()

    def _render_parts(self) -> None:
        if self._seen is None:
            return
        with QSignalBlocker(self.part):
            chosen = max(0, self.part.currentIndex())
            self.part.clear()
            for index in range(len(self._seen.dataset.splits)):
                self.part.addItem(self._words.part(index))
            self.part.setCurrentIndex(min(chosen, self.part.count() - 1))
        self._show_controls(True)

    def _render_split(self) -> None:
        split = self.split
        if split is None:
            return
        self._numbers = pictures_of(split, self._label)
        pages = max(1, -(-len(self._numbers) // _ON_PAGE))
        with QSignalBlocker(self.page):
            self.page.setMaximum(pages)
            self.page.setValue(1)
        text = self.tr("of {count} {count|page|pages}")
        self._of_pages.setText(filled(text, count=pages))
        self._mean_said.setText(self._words.mean(self._label, len(self._numbers)))
        self.mean.render_pixels(None)
        self._looks.ask_mean(split, self._label)
        self._render_page()

    @Slot()
    def _render_page(self) -> None:
        split = self.split
        if split is None:
            return
        page = self.page.value()
        self.back.setEnabled(page > 1)
        self.forward.setEnabled(page < self.page.maximum())
        begin = (page - 1) * _ON_PAGE
        self._render_tiles(split, self._numbers[begin : begin + _ON_PAGE])

    def _render_tiles(self, split: Split, numbers_n: NDArray[np.intp]) -> None:
        labels_n, words = split.labels_n, self._words
        self.tiles.render_pictures(
            split.images_nhw,
            numbers_n.tolist(),
            lambda number: words.caption(int(labels_n[number]), number),
        )

    @Slot(int)
    def _on_part_chosen(self, _index: int) -> None:
        self._render_split()

    @Slot(int)
    def _on_picture_chosen(self, number: int) -> None:
        if self._seen is not None:
            self.picture_chosen.emit(self.part.currentIndex(), number)

    @Slot(object)
    def _on_mean_found(self, mean: NDArray[np.float64] | None) -> None:
        if self._seen is not None:
            self.mean.render_pixels(mean)

    @override
    def _retranslate(self) -> None:
        self._render_parts()
        tip = self.tr("Which of the pictures are shown")
        set_names(self.part, "data_part", self.tr("Part of the data"), tip)
        tip = self.tr("Page of {count} pictures").format(count=whole(_ON_PAGE))
        set_names(self.page, "data_page", self.tr("Page"), tip)
        set_names(self.back, "data_page_back", self.tr("Page before"))
        set_names(self.forward, "data_page_forward", self.tr("Next page"))
        set_names(
            self.mean,
            "data_mean",
            self.tr("Mean picture"),
            self.tr("Each pixel is the mean of that pixel in all these pictures"),
        )
