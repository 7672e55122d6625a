"""From the shared picture and the chosen network to what the Network page shows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.datasets.browse import DatasetPicture
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.blocks import blocks
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.pages.network.model import trail
from cnnviz.pages.network.model.network_answer import (
    NetworkAnswer,
    NetworkQuestion,
    network_answer,
)
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.trail import Place, Trail, Way
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.picture.layer_pictures import Ranges
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.network_opening import (
    Opening,
    OpeningProgress,
    OpeningWorker,
    OpenNetwork,
    opening_network,
)
from cnnviz.state.workers.newest import NewestAnswer


class NetworkPresenter(QObject):
    """Ask the threads whenever picture or network change; keep what is open.

    Nothing is asked before the page says that it is on the screen, nor while it is not.
    ``store`` is what the page renders.
    """

    def __init__(
        self,
        picture_store: PictureStore,
        network_store: NetworkStore,
        parent: QObject | None = None,
        *,
        opening: Callable[[CurrentNetwork], Opening] = opening_network,
    ) -> None:
        super().__init__(parent)
        self._picture_store, self._network_store = picture_store, network_store
        current = network_store.state
        shown = blocks(current.network)
        first = NetworkState(picture_store.state, current, shown=shown)
        self.store = Store(first, self)
        self._watched = False
        self._asked: CurrentNetwork | None = None
        self._newest: OpenNetwork | None = None
        self._wanted: Trail = ()
        self._answering = NewestAnswer(LatestWorker(network_answer, "network"), self)
        self._answering.arrived.connect(self._on_answered)
        self._answering.failed.connect(self._on_failed)
        self._opening = NewestAnswer(OpeningWorker(opening), self)
        self._opening.arrived.connect(self._on_opening)
        self._opening.failed.connect(self._on_not_opened)
        picture_store.changed.connect(self._on_picture_changed)
        network_store.changed.connect(self._on_network_changed)

    @Slot(bool)
    def set_watched(self, watched: bool) -> None:
        """Learn whether anybody looks; whoever comes to look gets the newest answer."""
        if watched == self._watched:
            return
        self._watched = watched
        if watched:
            self._replace(picture=self._picture_store.state)
            self._open()
            self._ask()

    def use_ranges(self, ranges: Ranges) -> None:
        """Let maps share their range of colours with others, or not."""
        if ranges != self.store.state.ranges:
            self._replace(ranges=ranges)
            self._ask()

    def show_every_layer(self, every_layer: bool) -> None:
        """Show each layer by itself, or with those that work on its numbers."""
        state = self.store.state
        if every_layer != state.every_layer:
            shown = blocks(state.network, every_layer=every_layer)
            way = trail.closed(state.way)
            self._replace(every_layer=every_layer, shown=shown, way=way)
            self._ask()

    def fit_picture(self, fit: bool) -> None:
        """Give the network the whole picture, or the largest part in its middle."""
        if fit != self.store.state.fit:
            self._replace(fit=fit)
            self._ask()

    def use_batch_statistics(self, batch_statistics: bool) -> None:
        """Let batch normalization compute as while training, or as after it."""
        if batch_statistics == self.store.state.batch_statistics:
            return
        self._replace(batch_statistics=batch_statistics)
        if self._newest is not None:
            self._newest = self._newest.with_batch_statistics(batch_statistics)
            self._ask()

    @Slot(object)
    def note_label(self, picked: DatasetPicture) -> None:
        """Learn that the picture of now is this one of a data set."""
        self._replace(labelled=(self._picture_store.state, picked))

    # what is open

    def open_unit(self, layer: str, channel: int, row: int, column: int) -> None:
        """Open a number of a layer of the network that is chosen, once it is there.

        Of a layer that others work on, each layer is shown by itself: the number is
        another one after them.
        """
        self.open_trail((Place(layer, channel, (row, column)),))

    def open_trail(self, wanted: Trail) -> None:
        """Open places of the network that is chosen, once it is there."""
        self._wanted = wanted
        newest = self._newest
        if newest is not None and newest.current is self._network_store.state:
            self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ()
        state = self.store.state
        if not wanted or state.opened is None or not all(map(state.has, wanted)):
            return
        layers = {place.layer for place in wanted} - {PICTURE}
        if any(state.block(layer).shown != layer for layer in layers):
            self.show_every_layer(True)
        self._go(trail.looking_at(self.store.state.way, wanted))

    def open_map(self, layer: str, channel: int) -> None:
        """Open a map as a whole; of a vector, one of its numbers."""
        block = self.store.state.block(layer)
        cell = None if block.is_of_maps else (0, 0)
        answer = self.store.state.answer
        if layer == PICTURE and answer is not None:
            # Not made of anything: it opens at its brightest number.
            map_hw = answer.trace.input_chw[channel]
            row, column = divmod(int(map_hw.argmax()), map_hw.shape[1])
            cell = row, column
        self._go(trail.opened(self.store.state.way, Place(layer, channel, cell)))

    def open_next_layer(self, by: int) -> None:
        """Open the first map of the next layer (or the previous); close it at the ends."""
        state = self.store.state
        layers = [block.shown for block in state.shown]
        place = state.place
        at = -1 if place is None else layers.index(state.block(place.layer).shown)
        if place is None and by < 0:
            at = len(layers)
        if 0 <= at + by < len(layers):
            self.open_map(layers[at + by], 0)
        else:
            self.cut(0)

    def open_cell(self, row: int, column: int) -> None:
        """Look at another number of the open map."""
        self._go(trail.moved(self.store.state.way, (row, column)))

    def show_channel(self, channel: int) -> None:
        """Look at the same place of another map of the layer."""
        self._go(trail.turned(self.store.state.way, channel))

    def follow(self, layer: str, channel: int, row: int, column: int) -> None:
        """Look at a number that the open one is made of."""
        shown = self.store.state.block(layer).shown
        place = Place(shown, channel, (row, column))
        self._go(trail.followed(self.store.state.way, place))

    def go_up(self) -> None:
        """Go one level back."""
        state = self.store.state
        to_map = state.place is not None and state.block(state.place.layer).is_of_maps
        self._go(trail.went_up(state.way, to_map=to_map))

    def cut(self, length: int) -> None:
        """Go back along the trail."""
        self._go(trail.cut(self.store.state.way, length))

    def go_back(self) -> None:
        """Show what was seen before."""
        self._go(trail.went_back(self.store.state.way))

    def go_forward(self) -> None:
        """Show what was seen after."""
        self._go(trail.went_forward(self.store.state.way))

    def _go(self, way: Way) -> None:
        if way is not self.store.state.way:
            self._replace(way=way)

    # asking

    def shut_down(self) -> None:
        """End both threads."""
        self._opening.shut_down()
        self._answering.shut_down()

    def _open(self) -> None:
        wanted = self._network_store.state
        if self._watched and wanted is not self._asked:
            self._asked = wanted
            self._opening.request(wanted)

    def cancel_opening(self) -> bool:
        """Stay with the network before a large one that is being opened, if there are both."""
        if self.store.state.opening is None or self._newest is None:
            return False
        self._opening.forget()
        self._asked = self._newest.current  # it is open: nothing has to be asked
        self._network_store.replace(self._asked)
        self._replace(current=self._asked, loading=False, opening=None)
        return True

    def _ask(self) -> None:
        state, opened = self.store.state, self._newest
        if not self._watched or opened is None:
            return
        shown, answer = state.shown, state.answer
        if opened.network is not state.network:
            shown = blocks(opened.network, every_layer=state.every_layer)
        earlier = None
        if answer is not None and answer.question.opened.current.root is opened.root:
            earlier = answer.question.opened.forward, answer.trace
        question = NetworkQuestion(
            state.picture, opened, shown, state.ranges, state.fit, earlier
        )
        self._answering.request(question)

    def _replace(self, **changes: object) -> None:
        before = self.store.state
        if all(getattr(before, name) is value for name, value in changes.items()):
            return  # all of the page would be painted for nothing
        state = replace(before, **changes)  # type: ignore[arg-type]
        if not all(map(state.has, state.way.trail)):
            state = replace(state, way=Way())  # it led through another network
        self.store.replace(state)

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        if self._watched:
            self._replace(picture=new)
            self._ask()

    @Slot(object, object)
    def _on_network_changed(self, new: CurrentNetwork, _old: CurrentNetwork) -> None:
        self._wanted = ()
        state, opened = self.store.state, self.store.state.opened
        # One that was changed by hand comes with its first answer: what is open stays.
        is_at_hand = opened is not None and opened.root is new.root
        if not is_at_hand or state.current.root is not new.root:
            loads = not is_at_hand
            self._replace(current=new, loading=loads, opening=None, network_error=None)
        self._open()

    @Slot(object)
    def _on_opening(self, said: OpeningProgress | OpenNetwork) -> None:
        if isinstance(said, OpenNetwork):
            self._on_opened(said)
        elif self.store.state.loading:
            self._replace(opening=said)

    def _on_opened(self, opened: OpenNetwork) -> None:
        state = self.store.state
        opened = opened.with_batch_statistics(state.batch_statistics)
        self._newest = opened
        self._replace(loading=False, opening=None, network_error=None)
        # Other numbers of the same layers, or some changed by hand, come with their first
        # answer: what is open stays.
        before = state.opened
        if before is None or (
            before.network is not opened.network and before.root is not opened.root
        ):
            shown = blocks(opened.network, every_layer=state.every_layer)
            came = {"current": opened.current, "opened": opened, "shown": shown}
            self._replace(**came, answer=None, way=Way())
        self._ask()
        self._open_wanted()

    @Slot(object)
    def _on_not_opened(self, error: CnnvizError) -> None:
        # The network before goes on answering, if there was one, under its own name.
        self._wanted = ()
        self._replace(loading=False, opening=None, network_error=error)

    @Slot(object)
    def _on_answered(self, answer: NetworkAnswer) -> None:
        question, opened = answer.question, answer.question.opened
        if opened is not self._newest:
            return  # came while nobody looked, so that the newest was not asked yet
        asked = self.store.state.current  # another may be on its way, or have failed
        self._replace(
            current=opened.current if asked.root is opened.root else asked,
            opened=opened,
            shown=question.shown,
            answer=answer,
            error=None,
        )

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self._replace(answer=None, error=error)
