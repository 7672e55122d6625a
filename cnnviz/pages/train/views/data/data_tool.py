"""The tool of the Train page that shows what a run learns from."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from cnnviz.engine.datasets.looking import pictures_of
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.train.model.data_state import DataSeen, DataState
from cnnviz.pages.train.presenters.data.data_tools import DataTools
from cnnviz.pages.train.views.data.changes_part import ChangesPart
from cnnviz.pages.train.views.data.class_bars import ClassBars
from cnnviz.pages.train.views.data.data_head import DataHead, DataPart
from cnnviz.pages.train.views.data.data_words import DataWords
from cnnviz.pages.train.views.data.drawings_part import DrawingsPart
from cnnviz.pages.train.views.data.numbers_part import NumbersPart
from cnnviz.pages.train.views.data.pictures_part import PicturesPart
from cnnviz.state.level import set_level
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens

_WITH_BARS = ("pictures", "numbers")


class DataTool(Retranslated):
    """Show counts by class, pictures, numbers, changes and own drawings.

    Signals
    -------
    picture_wanted(shared)
        This ``SharedPicture`` is to be the picture of all pages.
    recipe_changed(recipe)
        Other changes, or other pictures, are asked for.
    data_wanted(data)
        Other data are to be learned from.
    notified(text)
        What could not be done, for the status line.
    """

    IS_WIDE = True

    picture_wanted = Signal(object)
    recipe_changed = Signal(object)
    data_wanted = Signal(str)
    notified = Signal(str)

    def __init__(self, tools: DataTools, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("data_tool")
        self._tools, self._looks = tools, tools.looks
        self._words = DataWords()
        self._label: int | None = None
        self._picture: NDArray[np.uint8] | None = None
        self._is_locked = False
        self.head = DataHead(self._words, self)
        self._bars_scroll = ToolScroll(self)
        self.bars = ClassBars(self._words, self._bars_scroll.body)
        self._bars_scroll.fill(self.bars)
        self.pictures = PicturesPart(self._looks, self._words, self)
        self.numbers = NumbersPart(self._words, self)
        self.changes = ChangesPart(self._looks, self)
        self.drawings = DrawingsPart(tools.drawings, self)
        self._stack = QStackedWidget(self)
        self._parts: dict[DataPart, QWidget] = {
            "pictures": self.pictures,
            "numbers": self.numbers,
            "changes": self.changes,
            "drawings": self.drawings,
        }
        for part in self._parts.values():
            self._stack.addWidget(part)
        body = in_row((self._bars_scroll, 2), (self._stack, 5), gap=tokens.SPACE_XL)
        in_column(self.head, (body, 1), gap=tokens.SPACE_M, of=self)
        self._connect()
        self._show_nothing()
        self._render_recipe()

    def _connect(self) -> None:
        head = self.head
        head.part_chosen.connect(self._on_part_chosen)
        head.data_wanted.connect(self.data_wanted)
        head.cancelled.connect(self._looks.cancel)
        head.again_wanted.connect(self._looks.again)
        head.download.clicked.connect(self._tools.download.begin)
        self.bars.class_chosen.connect(self._on_class_chosen)
        self.pictures.picture_chosen.connect(self._on_picture_chosen)
        self.changes.recipe_changed.connect(self.recipe_changed)
        self.drawings.data_wanted.connect(self.data_wanted)
        self._looks.store.changed.connect(self._on_changed)
        self._looks.failed.connect(self._on_failed)
        self._tools.recipe.changed.connect(self._render_recipe)

    @Slot(str)
    def _on_part_chosen(self, part: DataPart) -> None:
        self._stack.setCurrentWidget(self._parts[part])
        self._bars_scroll.setVisible(part in _WITH_BARS)

    def open_part(self, part: str, *, typing: bool = False) -> None:
        """Show a part; with ``typing``, a mixture can be typed at once."""
        self.head.show_part(part)
        if typing:
            self.head.mixture.setFocus()
            self.head.mixture.selectAll()

    def render_run(self, run: Run) -> None:
        """Let nothing be changed while a run goes."""
        if run.is_active != self._is_locked:
            self._is_locked = run.is_active
            self._render_recipe()

    def go_back(self) -> bool:
        """Show all classes again; whether one was chosen."""
        was_one = self._label is not None
        self._label = None
        self._render_seen(self._looks.store.state.seen)
        return was_one

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looks.set_watched(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.set_watched(False)

    @Slot()
    def _render_recipe(self) -> None:
        recipe = self._tools.recipe.state
        self.head.render_data(recipe.data, locked=self._is_locked)
        self.changes.render_recipe(recipe, locked=self._is_locked)
        self.drawings.render_locked(self._is_locked)

    @Slot(object, object)
    def _on_changed(self, new: DataState, old: DataState) -> None:
        asked, before = new.asked, old.asked
        is_other = asked is None or before is None or asked.data != before.data
        if is_other:
            self._show_nothing()
        self.head.render_state(new)
        reading = new.reading
        if reading is not None and reading.early is not None:
            self._words.labels = ()
            self.pictures.render_early(reading.early)
        elif new.seen is not None:
            self._render_seen(new.seen)
        elif new.problem is not None:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self._label = None
        self._choose(None, "", 0, 0)
        self.bars.render_counts(np.zeros((1, 0), np.int64), None)
        self.pictures.render_nothing()

    def _render_seen(self, seen: DataSeen | None) -> None:
        if seen is None:
            return
        self._words.labels = seen.dataset.labels
        if self._label is not None and self._label >= len(seen.dataset.labels):
            self._label = None
        self.bars.render_counts(seen.counts, self._label)
        self.pictures.render_seen(seen, self._label)
        if self._picture is None and len(seen.dataset.train):
            self._choose_of(seen, 0, 0)

    @Slot(object)
    def _on_class_chosen(self, label: int | None) -> None:
        self._label = label
        seen = self._looks.store.state.seen
        self._render_seen(seen)
        if seen is not None and label is not None:
            of_class = pictures_of(seen.dataset.train, label)
            if len(of_class):
                self._choose_of(seen, 0, int(of_class[0]))

    @Slot(int, int)
    def _on_picture_chosen(self, part: int, number: int) -> None:
        seen = self._looks.store.state.seen
        if seen is None:
            return
        self._choose_of(seen, part, number)
        split = seen.dataset.splits[part]
        pixels = split.images_nhw[number]
        chw = pixels[None] if pixels.ndim == 2 else pixels
        label = int(split.labels_n[number])
        name = self._words.picture_name(part, number, label)
        self.picture_wanted.emit(SharedPicture(Picture(chw.copy(), name), "dataset"))

    def _choose_of(self, seen: DataSeen, part: int, number: int) -> None:
        split = seen.dataset.splits[part]
        label = int(split.labels_n[number])
        title = self._words.picture_name(part, number, label)
        pixels = split.images_nhw[number].copy()
        self._choose(pixels, title, label, len(seen.dataset.labels))

    def _choose(
        self, pixels: NDArray[np.uint8] | None, title: str, label: int, classes: int
    ) -> None:
        self._picture = pixels
        asked = self._looks.store.state.asked
        network = self._tools.network if asked is None else asked.network
        self.numbers.render_picture(pixels, title, label, classes, network)
        self.changes.render_picture(pixels)

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self.notified.emit(sentence(error))

    @override
    def _retranslate(self) -> None:
        self.head.render_state(self._looks.store.state)
