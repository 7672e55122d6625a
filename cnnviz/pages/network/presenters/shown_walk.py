"""The open number as a step of the lab, made once for each map that is opened."""

from dataclasses import replace

from cnnviz.engine.convolution.walk import go_to_cell
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.unit_walk import NoWalk, UnitWalk, walk_of

_Key = tuple[NetworkAnswer, str, int]


class ShownWalk:
    """Return the walk of what is open; within a map it only goes on to another cell."""

    def __init__(self) -> None:
        self._key: _Key | None = None
        self._found: UnitWalk | NoWalk = "kind"

    def of(self, state: NetworkState) -> UnitWalk | NoWalk | None:
        """Return the walk, why there is none, or ``None`` while nothing is open.

        In a map that is open as a whole it stands at the largest number.
        """
        place, answer = state.place, state.answer
        if place is None or answer is None:
            self._key, self._found = None, "kind"  # an answer is large
            return None
        if answer.question.opened is not state.opened:
            return None
        block = state.block(place.layer)
        key = (answer, block.shown, place.channel)
        if key != self._key:
            weights, at = answer.question.opened.weights, place.at(len(block.shape))
            found = walk_of(answer.network, weights, answer.trace, block, at)
            self._key, self._found = key, found
        if isinstance(self._found, UnitWalk):
            map_hw = self._found.map_hw
            cell = place.cell or divmod(int(map_hw.argmax()), map_hw.shape[1])
            walk = go_to_cell(self._found.walk, *cell)
            if walk is not self._found.walk:
                self._found = replace(self._found, walk=walk)
        return self._found
