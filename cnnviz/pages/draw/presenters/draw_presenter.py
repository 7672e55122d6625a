"""From the shared picture and the current network to what the Draw page shows."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.draw.presenters.drawings.drawings_presenter import (
    DrawingsPresenter,
)
from cnnviz.pages.draw.presenters.stages.stages_presenter import StagesPresenter
from cnnviz.pages.draw.presenters.what_if.what_if_presenter import WhatIfPresenter
from cnnviz.pages.draw.presenters.why.why_presenter import WhyPresenter
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.inference import (
    DrawAnswer,
    DrawQuestion,
    ReadyNetwork,
    answer,
    ready_network,
)
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


@dataclass(frozen=True, slots=True, eq=False)
class DrawState:
    """What the Draw page shows.

    Attributes
    ----------
    picture
        The shared picture.
    current
        The network that was asked for.
    answer
        The newest answer; ``None`` before the first and while ``error`` stands. The
        picture may already be a stroke ahead of it.
    error
        Why there is no answer: the picture's, e.g. ``drawing_empty``.
    ready
        The network that answers now; ``None`` before the first is ready.
    network_error
        Why there is no network: its weights are missing or do not fit.
    loading
        Whether the network that was asked for is still being made ready.
    own_ranges
        Whether each map has its own range of colours.
    """

    picture: SharedPicture
    current: CurrentNetwork
    answer: DrawAnswer | None = None
    error: CnnvizError | None = None
    ready: ReadyNetwork | None = None
    network_error: CnnvizError | None = None
    loading: bool = True
    own_ranges: bool = False

    def is_but_for_picture(self, other: "DrawState") -> bool:
        """Whether another state has the same answer: only the pen has moved on."""
        names = (field.name for field in fields(self) if field.name != "picture")
        return self.answer is not None and all(
            getattr(self, name) is getattr(other, name) for name in names
        )

    @property
    def answering(self) -> CurrentNetwork:
        """The network whose answer is shown, or that is being made ready."""
        ready = self.ready if self.answer is None else self.answer.network
        return self.current if ready is None else ready.current


DrawStore = Store[DrawState]


class DrawPresenter(QObject):
    """Ask the threads whenever picture or network change; keep the newest answer.

    Nothing is asked before the page says that it is on the screen, nor while it is not:
    the window paints first, and strokes on another page cost nothing here. ``store`` is
    what the page renders; ``why``, ``what_if``, ``stages`` and ``drawings`` belong to the
    tools of these names.
    """

    def __init__(
        self,
        picture_store: PictureStore,
        network_store: NetworkStore,
        parent: QObject | None = None,
        *,
        make_ready: Callable[[CurrentNetwork], ReadyNetwork] = ready_network,
    ) -> None:
        super().__init__(parent)
        self._picture_store = picture_store
        self._network_store = network_store
        self.store: DrawStore = Store(
            DrawState(picture_store.state, network_store.state), self
        )
        self.stages = StagesPresenter(self)
        self.drawings = DrawingsPresenter(self)
        self.drawings.follow(self.store.state)
        self.store.changed.connect(self.drawings.follow)
        self.drawings.replay.shown.connect(self._show_instead)
        self._instead: SharedPicture | None = None
        self.why, self.what_if = WhyPresenter(self), WhatIfPresenter(self)
        self._watched = False
        self._loading_asked: CurrentNetwork | None = None
        self._drawing_since = 0
        self._inference = LatestWorker(answer, "inference", self)
        self._inference.answered.connect(self._on_answered)
        self._inference.failed.connect(self._on_failed)
        loading = LatestWorker(make_ready, "network loading")
        self._loading = NewestAnswer(loading, self)
        self._loading.arrived.connect(self._on_network_ready)
        self._loading.failed.connect(self._on_network_failed)
        picture_store.changed.connect(self._on_picture_changed)
        network_store.changed.connect(self._on_network_changed)

    @Slot(bool)
    def set_watched(self, watched: bool) -> None:
        """Learn whether anybody looks; whoever comes to look gets the newest answer."""
        if watched == self._watched:
            return
        self._watched = watched
        if watched:
            self.take_picture()
            self._load_network()
            self._ask()

    def take_picture(self) -> None:
        """Show the picture of now: while nobody looks, the one of then stays."""
        new, old = self._instead or self._picture_store.state, self.store.state.picture
        if new is old:
            return
        self._replace(picture=new)
        if not (_has_ink(new) and _has_ink(old)):
            self._drawing_since = self._inference.newest + 1

    @Slot(object)
    def _show_instead(self, picture: SharedPicture | None) -> None:
        """Show a picture in place of the shared one: nothing is drawn there."""
        self._instead = picture
        self.take_picture()
        self._ask()

    def use_own_ranges(self, own_ranges: bool) -> None:
        """Colour each map by its own range, or all maps of a layer alike."""
        if own_ranges != self.store.state.own_ranges:
            self._replace(own_ranges=own_ranges)
            self._ask()

    def shut_down(self) -> None:
        """End all threads."""
        self.stages.shut_down()
        self.drawings.shut_down()
        self.why.shut_down()
        self.what_if.shut_down()
        self._loading.shut_down()
        self._inference.shut_down()

    def _load_network(self) -> None:
        wanted = self._network_store.state
        if self._watched and wanted is not self._loading_asked:
            self._loading_asked = wanted
            self._loading.request(wanted)

    def _ask(self) -> None:
        if not self._watched:
            return
        state = self.store.state
        self._inference.request(
            DrawQuestion(state.picture, state.ready, state.own_ranges)
        )

    def _replace(self, **changes: object) -> None:
        self.store.replace(replace(self.store.state, **changes))  # type: ignore[arg-type]

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        self.drawings.replay.stop()
        if self._watched:
            self.take_picture()
            self._ask()
        else:  # drawn on another page: it is kept among the drawings all the same
            self.drawings.follow(DrawState(new, self._network_store.state))

    @Slot(object, object)
    def _on_network_changed(self, new: CurrentNetwork, _old: CurrentNetwork) -> None:
        self._replace(current=new, loading=True, network_error=None)
        self._load_network()

    @Slot(object)
    def _on_network_ready(self, network: ReadyNetwork) -> None:
        self._replace(loading=False, ready=network, network_error=None)
        self._ask()

    @Slot(object)
    def _on_network_failed(self, error: CnnvizError) -> None:
        # The network before goes on answering, if there was one, under its own name.
        self._replace(loading=False, network_error=error)

    @Slot(int, object)
    def _on_answered(self, number: int, answered: DrawAnswer) -> None:
        # While the pen moves on, an answer to its movement before is still the newest
        # there is, and good; one to a picture that is gone is dropped.
        if number >= min(self._drawing_since, self._inference.newest):
            self._replace(answer=answered, error=None)

    @Slot(int, object)
    def _on_failed(self, number: int, error: CnnvizError) -> None:
        if number == self._inference.newest:
            self._replace(answer=None, error=error)


def _has_ink(picture: SharedPicture) -> bool:
    return picture.ink_hw is not None and bool(picture.ink_hw.any())
