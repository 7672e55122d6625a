"""The data of the recipe, read to be looked at; mean pictures, and changed copies."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.choice.data_use import ALL_DATA
from cnnviz.engine.datasets.looking import mean_picture
from cnnviz.engine.datasets.progress import telling
from cnnviz.engine.datasets.split import Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.data.augmentation import Augmentation
from cnnviz.pages.train.model.data_state import (
    DataQuestion,
    DataReading,
    DataSeen,
    DataState,
)
from cnnviz.pages.train.presenters.data.data_reader import DataReader
from cnnviz.pages.train.presenters.recipe_presenter import RecipePresenter
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.run.recipe import training_config
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


class MeanQuestion(NamedTuple):
    """Of which pictures a mean is asked: those of a class, or all of a split."""

    split: Split
    label: int | None


class CopiesQuestion(NamedTuple):
    """A picture that is to be changed in several ways."""

    picture: NDArray[np.uint8]
    augmentation: Augmentation
    seed: int
    copies: int


class DataLooks(QObject):
    """Read the data of the recipe while they are looked at; hold them in ``store``.

    Signals
    -------
    mean_found(mean)
        The mean picture that was asked for last, or ``None`` of no picture.
    copies_made(copies_n)
        The changed copies that were asked for last.
    failed(error)
        A mean or copies could not be had.
    """

    mean_found = Signal(object)
    copies_made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, engine: TrainingEngine, recipes: RecipePresenter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.store: Store[DataState] = Store(DataState(), self)
        self._recipes = recipes
        self._is_watched = False
        self._worker = DataReader(engine)
        self._reader: NewestAnswer[DataQuestion, DataReading | DataSeen]
        self._reader = NewestAnswer(self._worker, self)
        self._reader.arrived.connect(self._on_arrived)
        self._reader.failed.connect(self._on_failed)
        averager = LatestWorker(self._mean, "data-mean")
        self._averager = averager
        self._means: NewestAnswer[MeanQuestion, NDArray[np.float64] | None]
        self._means = NewestAnswer(averager, self)
        self._means.arrived.connect(self.mean_found)
        self._means.failed.connect(self._on_looks_failed)
        self._copies: NewestAnswer[CopiesQuestion, NDArray[np.uint8]]
        self._copies = NewestAnswer(LatestWorker(_copies, "data-copies"), self)
        self._copies.arrived.connect(self.copies_made)
        self._copies.failed.connect(self._on_looks_failed)
        recipes.recipe.changed.connect(self._on_recipe_changed)
        recipes.learner.changed.connect(self._on_recipe_changed)

    def set_watched(self, watched: bool) -> None:
        """Learn whether anybody looks: nothing is read before."""
        self._is_watched = watched
        if watched:
            self._look()

    @Slot()
    def again(self) -> None:
        """Read anew, as soon as anybody looks."""
        self._worker.let_go()
        self.store.replace(DataState())
        self.set_watched(self._is_watched)

    def cancel(self) -> None:
        """Call reading off."""
        if self.store.state.reading is not None:
            self._reader.forget()
            problem = CnnvizError("reading_cancelled")
            self.store.replace(replace(self.store.state, reading=None, problem=problem))

    def ask_mean(self, split: Split, label: int | None) -> None:
        """Ask for the mean picture of a class, or of all."""
        self._means.request(MeanQuestion(split, label))

    def ask_copies(
        self,
        picture: NDArray[np.uint8],
        augmentation: Augmentation,
        seed: int,
        count: int,
    ) -> None:
        """Ask for changed copies of a picture, ``H x W`` or ``C x H x W``."""
        self._copies.request(CopiesQuestion(picture, augmentation, seed, count))

    def shut_down(self) -> None:
        """End every thread."""
        for part in (self._reader, self._means, self._copies):
            part.shut_down()

    @Slot()
    def _on_recipe_changed(self) -> None:
        if self._is_watched:
            self._look()

    def _look(self) -> None:
        recipe, network = (
            self._recipes.recipe.state,
            self._recipes.learner.state.network,
        )
        try:
            use = training_config(recipe, network).data_use
        except CnnvizError:  # half typed: the recipe says so itself
            use = ALL_DATA
        wanted = DataQuestion(recipe.data, network, use)
        if wanted == self.store.state.asked:
            return
        # The pictures of before stay where they are the same ones: nothing flickers.
        before = self.store.state
        is_same = before.asked is not None and before.asked.data == wanted.data
        seen = before.seen if is_same else None
        self.store.replace(DataState(asked=wanted, reading=DataReading(), seen=seen))
        self._reader.request(wanted)

    def _mean(self, question: MeanQuestion) -> NDArray[np.float64] | None:
        with telling(is_cancelled=self._averager.is_superseded):
            return mean_picture(*question)

    @Slot(object)
    def _on_arrived(self, news: DataReading | DataSeen) -> None:
        state = self.store.state
        if isinstance(news, DataReading):
            self.store.replace(replace(state, reading=news))
        else:
            self.store.replace(DataState(asked=state.asked, seen=news))

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        asked = self.store.state.asked
        self.store.replace(DataState(asked=asked, problem=error))

    @Slot(object)
    def _on_looks_failed(self, error: CnnvizError) -> None:
        if error.code != "reading_cancelled":
            self.failed.emit(error)


def _copies(question: CopiesQuestion) -> NDArray[np.uint8]:
    # torch, which this imports, takes a second; this is in a thread.
    from cnnviz.engine.training.data.augmenter import preview

    return preview(*question)
