"""The tool of the Train page that shows what the network takes for what."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.training.mistakes import (
    most_confident_mistakes,
    pictures_in_cell,
)
from cnnviz.engine.training.predictions import Predictions
from cnnviz.pages.train.presenters.held_out_pictures import HeldOutPictures
from cnnviz.pages.train.views.mistakes.confusion_grid import ConfusionGrid
from cnnviz.pages.train.views.mistakes.mistake_words import (
    MistakeWords,
    first_epoch_done,
)
from cnnviz.state.level import set_level
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.measured import measured_nearest
from cnnviz.state.run.run_state import Run
from cnnviz.ui.class_text import class_words
from cnnviz.ui.controls.empty_place import EmptyPlace
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.tiles.picture_tiles import PictureTiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cnnviz.ui.accessibility.cell_source import Cell


_MOST_MISTAKES = 60


class MistakesTool(Retranslated):
    """Show the confusion of the epoch nearest to the moment, and the pictures behind it.

    Signals
    -------
    picture_wanted(shared)
        This ``SharedPicture`` is to be the picture of all pages.
    """

    picture_wanted = Signal(object)

    def __init__(self, pictures: HeldOutPictures, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("mistakes_tool")
        self._pictures = pictures
        self._run = Run()
        self._drawn: tuple[object, ...] = ()
        self._cell: Cell | None = None
        self._words = MistakeWords()
        self._said, self._hardest, self._listed = (QLabel(self) for _ in range(3))
        self._missing = QLabel(self)
        self.grid = ConfusionGrid(self)
        self.tiles = PictureTiles(self)
        self.shares = QCheckBox(self)
        self.back = QPushButton(self)
        self.nothing = EmptyPlace("mistakes_nothing", self)
        self._lay_out()
        self.grid.cell_chosen.connect(self._on_cell_chosen)
        self.tiles.picture_chosen.connect(self._on_picture_chosen)
        self.shares.toggled.connect(self.grid.show_shares)
        self.back.clicked.connect(self.go_back)
        pictures.changed.connect(self._render)
        self._retranslate()

    def _lay_out(self) -> None:
        names = (
            "mistakes_said",
            "mistakes_hardest",
            "mistakes_listed",
            "mistakes_missing",
        )
        labels = self._said, self._hardest, self._listed, self._missing
        for label, name in zip(labels, names, strict=True):
            label.setObjectName(name)
            label.setWordWrap(True)
        self._said.setFont(half_bold(self._said.font()))
        self._listed.setFont(half_bold(self._listed.font()))
        self.back.setMinimumHeight(tokens.HIT)
        scroll = ToolScroll(self)
        scroll.fill(self.tiles)
        head = in_row((self._listed, 1), self.back, gap=tokens.SPACE_M)
        right = in_column(head, self._missing, (scroll, 1), gap=tokens.SPACE_M)
        both = in_row((self.grid, 6), (right, 5), gap=tokens.SPACE_XL)
        said = in_row((self._said, 1), self.shares, gap=tokens.SPACE_M)
        self._measured = QWidget(self)
        parts = said, self._hardest, (both, 1)
        in_column(*parts, gap=tokens.SPACE_S, of=self._measured)
        in_column((self._measured, 1), (self.nothing, 1), of=self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pictures.try_again()

    def render_run(self, run: Run) -> None:
        """Show what was measured nearest to the moment that is looked at."""
        if run.number != self._run.number:
            self._cell = None
        self._run = run
        self._render()

    @Slot()
    def go_back(self) -> bool:
        """Show the surest mistakes again; whether a cell was open."""
        was_open = self._cell is not None
        self._cell = None
        self._render()
        return was_open

    @Slot()
    def _render(self) -> None:
        epoch = measured_nearest(self._run)
        said = None if epoch is None else epoch.predictions
        held_out = None if said is None else self._pictures.of(self._run)
        problem = self._pictures.problem
        drawn: tuple[object, ...]
        drawn = self._run.number, epoch, self._cell, held_out, problem
        if epoch is None:
            drawn = self._run.number, self._run.phase, first_epoch_done(self._run)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._words.labels = (
            () if self._run.network is None else class_words(self._run.network.labels)
        )
        self._measured.setVisible(said is not None)
        self.nothing.setVisible(said is None)
        if epoch is None or said is None:
            self.nothing.set_words(*self._words.nothing(self._run, epoch))
            return
        confusion = said.confusion()
        self.grid.render_counts(self._words.labels, confusion)
        self.grid.choose(self._cell)
        self._said.setText(self._words.measured(epoch, self._run))
        self._hardest.setText(self._words.hardest(confusion))
        self._render_tiles(said)

    def _render_tiles(self, said: Predictions) -> None:
        numbers: Sequence[int]
        if self._cell is None:
            numbers = most_confident_mistakes(said, _MOST_MISTAKES).tolist()
        else:
            numbers = pictures_in_cell(said, *self._cell).tolist()
        held_out = self._pictures.of(self._run)
        # Another data set under the same name, perhaps: its pictures are not those.
        fits = held_out is not None and np.array_equal(held_out.labels_n, said.labels_n)
        images = held_out.images_nhw if held_out is not None and fits else None
        self.tiles.render_pictures(images, numbers, self._words.captions(said))
        self._listed.setText(self._words.listed(self._cell, len(numbers)))
        problem, is_other = self._pictures.problem, held_out is not None
        self._missing.setVisible(images is None)
        if images is None:
            text = self._words.missing(self._run, problem, is_other=is_other)
            self._missing.setText(text)
        self.back.setVisible(self._cell is not None)

    @Slot(int, int)
    def _on_cell_chosen(self, true: int, said: int) -> None:
        self._cell = None if self._cell == (true, said) else (true, said)
        self._render()

    @Slot(int)
    def _on_picture_chosen(self, number: int) -> None:
        held_out = self._pictures.of(self._run)
        if held_out is None:
            return
        pixels = held_out.images_nhw[number]
        chw = pixels[None] if pixels.ndim == 2 else pixels
        name = self._words.picture_name(number, int(held_out.labels_n[number]))
        self.picture_wanted.emit(SharedPicture(Picture(chw.copy(), name), "dataset"))

    @override
    def _retranslate(self) -> None:
        set_names(
            self.tiles,
            "mistake_pictures",
            self.tr("Validation pictures"),
            self.tr("Click a picture to use it on all pages"),
        )
        self.shares.setText(self.tr("S&hares instead of counts"))
        set_names(
            self.shares,
            "confusion_shares",
            self.tr("Shares instead of counts"),
            self.tr("Write percents of the pictures of each row"),
        )
        self.back.setText(self.tr("All &mistakes"))
        set_names(
            self.back,
            "mistakes_back",
            self.tr("All mistakes"),
            self.tr("Show the surest mistakes of all classes again"),
        )
        self._drawn = ()
        self._render()
