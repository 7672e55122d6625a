"""What the Network page shows, and what follows from it."""

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from cnnviz.engine.datasets.browse import DatasetPicture, known_label
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.blocks import Block, block_of, picture_block
from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.pages.network.model.opened_unit import (
    OpenedPixel,
    OpenedUnit,
    open_pixel,
    open_unit,
)
from cnnviz.pages.network.model.trail import Place, Way
from cnnviz.pages.network.model.whole_map import WholeMap, open_whole_map
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.layer_pictures import Ranges
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.network_opening import OpeningProgress, OpenNetwork


@dataclass(frozen=True, slots=True, eq=False)
class NetworkState:
    """What the Network page shows.

    Attributes
    ----------
    picture
        The shared picture.
    current
        The network that was asked for.
    opened
        The one that answers now; ``None`` before the first is ready.
    shown
        Its blocks.
    answer
        The newest answer; ``None`` before the first and while ``error`` stands.
    error, network_error
        Why there is no answer; why there is no network.
    loading
        Whether the network that was asked for is still being made ready.
    opening
        How far that is, where it takes long.
    ranges
        Who shares one range of colours.
    every_layer
        Whether each layer is shown by itself.
    fit
        Whether the network is given the whole picture instead of its middle.
    batch_statistics
        Whether batch normalization is to compute as while training, see `ForwardPass`.
    way
        What is open, and what was before.
    labelled
        A picture of a data set, and what that says of it.
    """

    picture: SharedPicture
    current: CurrentNetwork
    opened: OpenNetwork | None = None
    shown: tuple[Block, ...] = ()
    answer: NetworkAnswer | None = None
    error: CnnvizError | None = None
    network_error: CnnvizError | None = None
    loading: bool = True
    opening: OpeningProgress | None = None
    ranges: Ranges = "layer"
    every_layer: bool = False
    fit: bool = False
    batch_statistics: bool = False
    way: Way = field(default_factory=Way)
    labelled: tuple[SharedPicture, DatasetPicture] | None = None

    @property
    def network(self) -> Network:
        """The network that is seen."""
        return self.current.network if self.opened is None else self.opened.network

    @property
    def answering(self) -> CurrentNetwork:
        """The network whose numbers are shown, or that is being made ready."""
        return self.current if self.opened is None else self.opened.current

    @property
    def is_as_while_training(self) -> bool:
        """Whether what is seen was normalized by mean and variance of this picture."""
        answer = self.answer
        if answer is None or not answer.network.normalizes_batch:
            return False
        return answer.question.opened.forward.batch_statistics

    @property
    def place(self) -> Place | None:
        """What is open."""
        return self.way.place

    @property
    def label(self) -> int | None:
        """The class that the picture shows, where that is known and the network has it."""
        if self.labelled is None or self.labelled[0] is not self.picture:
            return None
        return known_label(self.labelled[1], self.network.labels)

    def block(self, layer: str) -> Block:
        """Return the block that a layer is in."""
        return block_of(self.shown, layer) or picture_block(self.network)

    def is_off(self, layer: str, channel: int) -> bool:
        """Whether a map or unit that is shown is switched off."""
        return channel in self.answering.switched_off.get(layer, ())

    def has(self, place: Place) -> bool:
        """Whether the network that is seen has a place."""
        block = block_of(self.shown, place.layer)
        if block is None:
            if place.layer != PICTURE:
                return False
            block = picture_block(self.network)
        height, width = block.map_hw
        row, column = place.cell or (0, 0)
        return place.channel < block.count and row < height and column < width

    def unit(self) -> OpenedUnit | None:
        """Return the number that is open, with all that it is made of."""
        place, answer = self.place, self.answer
        if place is None or place.cell is None or answer is None:
            return None
        if place.layer == PICTURE or answer.question.opened is not self.opened:
            return None
        block = self.block(place.layer)
        at = place.at(len(block.shape))
        weights = answer.question.opened.weights
        return open_unit(answer.network, weights, answer.trace, block, at)

    def whole_map(self) -> WholeMap | None:
        """Return the map that is open as a whole, with those that it is made of."""
        place, answer = self.place, self.answer
        if place is None or place.cell is not None or answer is None:
            return None
        if place.layer == PICTURE or answer.question.opened is not self.opened:
            return None
        return _whole_map(answer, self.block(place.layer), place.channel)

    def pixel(self) -> OpenedPixel | None:
        """Return the number of the picture that is open."""
        place, answer = self.place, self.answer
        if place is None or place.cell is None or answer is None:
            return None
        if place.layer != PICTURE:
            return None
        at = (place.channel, *place.cell)
        return open_pixel(answer.network, answer.given.pixels, at)


_WHOLE_MAPS: WeakKeyDictionary[NetworkAnswer, tuple[Block, int, WholeMap]] = (
    WeakKeyDictionary()
)
"""The one that was opened last, of each answer that is still there."""


def _whole_map(answer: NetworkAnswer, block: Block, channel: int) -> WholeMap:
    """Return a whole map: several parts of the page ask for it, one after the other."""
    known = _WHOLE_MAPS.get(answer)
    if known is not None and known[0] is block and known[1] == channel:
        return known[2]
    weights = answer.question.opened.weights
    made = open_whole_map(answer.network, weights, answer.trace, block, channel)
    _WHOLE_MAPS[answer] = block, channel, made
    return made
