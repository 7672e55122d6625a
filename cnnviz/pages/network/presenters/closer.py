"""Looking closer at the number that is open on the page."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from cnnviz.engine.datasets.browse import PictureQuery
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.pages.network.model.closer import (
    Closer,
    CloserQuestion,
    look_closer,
    measured,
)
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.presenters.patch_worker import (
    PatchesFound,
    PatchQuestion,
    PatchWorker,
)
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


@dataclass(frozen=True, slots=True, eq=False)
class CloserState:
    """What is known of the open number.

    Attributes
    ----------
    is_on
        Whether anybody wants to know.
    closer
        What needs no torch; ``None`` while nothing is open.
    field, field_error
        How much the number changes with each pixel, of `closer`; why that is not known.
    found
        The strongest patches.
    searching
        Whether they are still being looked for.
    patch_error
        Why there are none.
    """

    is_on: bool = False
    closer: Closer | None = None
    field: NDArray[np.float32] | None = None
    field_error: CnnvizError | None = None
    found: PatchesFound | None = None
    searching: bool = False
    patch_error: CnnvizError | None = None


class CloserPresenter(QObject):
    """Ask for what the open number sees whenever another is opened."""

    def __init__(
        self,
        network: NetworkPresenter,
        picture: PicturePresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.network, self._picture = network, picture
        self.store = Store(CloserState(), self)
        self._asked: tuple[object, ...] = ()
        self._closer = NewestAnswer(LatestWorker(look_closer, "looking closer"), self)
        self._closer.arrived.connect(self._on_closer)
        self._closer.failed.connect(self._on_failed)
        self._field = NewestAnswer(LatestWorker(measured, "measured field"), self)
        self._field.arrived.connect(self._on_field)
        self._field.failed.connect(self._on_field_failed)
        self._patches = NewestAnswer(PatchWorker(), self)
        self._patches.arrived.connect(self._on_patches)
        self._patches.failed.connect(self._on_patches_failed)
        network.store.changed.connect(self._on_network_state)

    def set_on(self, is_on: bool) -> None:
        """Begin to look closer, or end it."""
        if is_on != self.store.state.is_on:
            self._replace(is_on=is_on)
            self._asked = ()
            if is_on:
                self._ask()
            else:
                self.cancel_search()

    def search(self) -> None:
        """Look for the patches that the open map answers most strongly."""
        state, page = self.store.state, self.network.store.state
        if state.closer is None or page.opened is None:
            return
        asked, network = state.closer.question, page.network
        fitting = [
            key
            for key, dataset in KNOWN_DATASETS.items()
            if dataset.picture_chw == network.input_chw
        ]
        fitting.sort(key=lambda key: key == "builtin")  # real handwriting first
        question = PatchQuestion(
            page.opened, asked.block.shown, asked.at[0], tuple(fitting)
        )
        self._replace(found=None, searching=True, patch_error=None)
        self._patches.request(question)

    def cancel_search(self) -> None:
        """Look no further; what was found stays."""
        self._patches.forget()
        self._replace(searching=False)

    def take_picture(self, index: int, labels: tuple[str, ...] = ()) -> None:
        """Make the picture that a patch is from the one that all pages see."""
        found = self.store.state.found
        if found is not None and index < len(found.search.patches):
            place = found.search.patches[index].picture
            wanted = PictureQuery(found.dataset, place=place)
            self._picture.open_dataset_picture(wanted, labels)

    def shut_down(self) -> None:
        """End the threads."""
        for each in (self._closer, self._field, self._patches):
            each.shut_down()

    def _ask(self) -> None:
        page = self.network.store.state
        place, answer = page.place, page.answer
        if not self.store.state.is_on:
            return
        if place is None or place.layer == PICTURE:
            self._show_nothing()
            return
        if answer is None or answer.question.opened is not page.opened:
            return
        block = page.block(place.layer)
        at = place.at(len(block.shape))
        if place.cell is None and block.map_hw != (1, 1):
            at = place.channel, *_largest(answer.values(block.shown)[place.channel])
        asked = (answer, block, at)
        if asked == self._asked:
            return
        before, self._asked = self._asked, asked
        if before[1:2] != (block,) or before[2][:1] != at[:1]:  # type: ignore[index]
            self._forget_patches()
        elif _mode(before[0]) != _mode(answer):  # type: ignore[arg-type]
            self._forget_patches()  # other numbers, as while training
        question = CloserQuestion(answer, block, at)
        self._closer.request(question)
        self._field.request(question)

    def _show_nothing(self) -> None:
        if self._asked or self.store.state.closer is not None:
            self._asked = ()
            self._closer.forget()
            self._field.forget()
            self._forget_patches()
            self._replace(closer=None, field=None, field_error=None)

    def _forget_patches(self) -> None:
        self._patches.forget()
        self._replace(found=None, searching=False, patch_error=None)

    def _replace(self, **changes: object) -> None:
        self.store.replace(replace(self.store.state, **changes))  # type: ignore[arg-type]

    @Slot()
    def _on_network_state(self) -> None:
        self._ask()

    @Slot(object)
    def _on_closer(self, closer: Closer) -> None:
        changes: dict[str, object] = {"closer": closer}
        if self._field.is_waiting:  # what is known is of the number before
            changes |= {"field": None, "field_error": None}
        self._replace(**changes)

    @Slot(object)
    def _on_failed(self, _error: CnnvizError) -> None:
        self._replace(closer=None)

    @Slot(object)
    def _on_field(self, field: NDArray[np.float32]) -> None:
        self._replace(field=field, field_error=None)

    @Slot(object)
    def _on_field_failed(self, error: CnnvizError) -> None:
        self._replace(field=None, field_error=error)

    @Slot(object)
    def _on_patches(self, found: PatchesFound) -> None:
        search = found.search
        self._replace(found=found, searching=search.done < search.total)

    @Slot(object)
    def _on_patches_failed(self, error: CnnvizError) -> None:
        self._replace(found=None, searching=False, patch_error=error)


def _mode(answer: NetworkAnswer) -> bool:
    return answer.question.opened.forward.batch_statistics


def _largest(map_hw: NDArray[np.float32]) -> tuple[int, int]:
    row, column = divmod(int(np.abs(map_hw).argmax()), map_hw.shape[1])
    return row, column
