"""Which number of LeNet-5, and which changes of it, the guide to the Network page opens.

Weights are trained anew now and then. What the guide shows is therefore looked for, and
everything that its text quotes is worked out: see `guide_network_words`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from cnnviz.engine.explain.answer_curve import answers_over
from cnnviz.engine.images.placement import Placement
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.network_input import network_input
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.units import NetworkUnit, network_unit
from cnnviz.engine.networks.units.parts import At, Floats
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.pages.network.model.open_kernels import named_kernel

PICTURE: Final = "seven"
LABEL: Final = 7
WHITE: Final = 255
_LENET5: Final = network("lenet5")
_WEIGHTS: Final = shipped_weights(_LENET5)
_FARTHEST: Final = 14  # pixels, of the page's slider
_SURE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Answer:
    """A class and how sure the network is of it, in percent."""

    label: int
    percent: float


class GuideScene:
    """What the guide opens and changes, the network being what it is today."""

    def __init__(self) -> None:
        self.pixels = network_input(load_sample(PICTURE), _LENET5).pixels
        self.forward = ForwardPass(_LENET5, _WEIGHTS)
        self.trace = self.forward.trace(self.pixels)
        self.answer = _answer(self.trace)

    @cached_property
    def number(self) -> NetworkUnit:
        """The number of C3 that is opened: the largest of its map.

        Its first window makes the largest partial sum, and without it something is left:
        lessons take that window away and carry it to the lab. The rest is chosen for
        what there is to see: parts against it, and the answer standing without its map.
        """
        best: tuple[tuple[int, float], NetworkUnit] | None = None
        for channel, map_hw in enumerate(self.outputs("c3_relu")):
            row, column = np.unravel_index(map_hw.argmax(), map_hw.shape)
            unit = self._unit("c3", (channel, int(row), int(column)))
            totals = [window.total for window in unit.parts.windows]
            if totals[0] < max(totals) or unit.value - totals[0] <= 0 or totals[0] <= 0:
                continue
            lessons = (min(totals) < 0) + (self.without_map(channel).label == LABEL)
            worth = (lessons, unit.value)
            if best is None or worth > best[0]:
                best = worth, unit
        if best is None:
            raise LookupError("no map of C3 fits lessons 3 to 11: tell another story")
        return best[1]

    @cached_property
    def pooled(self) -> NetworkUnit:
        """The largest number of that first window: a number of S2."""
        window = self.number.parts.windows[0]
        return self._source(window.source(*_largest(window.cells_hw)), "s2")

    @cached_property
    def edge(self) -> NetworkUnit:
        """The largest of the four numbers of C1 that it is the largest of."""
        window = self.pooled.parts.windows[0]
        return self._source(window.source(*_largest(window.cells_hw)), "c1")

    @cached_property
    def pixel(self) -> tuple[int, int]:
        """A white pixel of the window of that one."""
        (window,) = self.edge.parts.windows
        assert window.products_hw is not None
        for place in np.argsort(-np.abs(np.ravel(window.products_hw))):
            at = window.source(*np.unravel_index(place, window.cells_hw.shape))
            if at is not None and np.squeeze(self.pixels)[at[-2:]] == WHITE:
                return int(at[-2]), int(at[-1])
        raise LookupError("no white pixel in the window of lesson 7")

    @cached_property
    def sobel(self) -> tuple[int, Answer, float]:
        """Which kernel of C1 is replaced by Sobel x, the answer, and the map's maximum.

        That after which the network is surest of something else.
        """
        channel = max(range(6), key=lambda one: self._wrong_by(self._with_sobel(one)))
        trace = self._with_sobel(channel)
        if _answer(trace).label == LABEL:
            raise LookupError("a Sobel changes no answer: lesson 12 needs another one")
        return channel, _answer(trace), float(trace.layers[0].values[channel].max())

    @cached_property
    def spared(self) -> int:
        """Which kernel of C1 is missed least when Sobel x takes its place."""
        return min(range(6), key=lambda one: self._wrong_by(self._with_sobel(one)))

    @cached_property
    def shift(self) -> tuple[int, int, Answer]:
        """Up to how many pixels to the right the answer stays, where it is another one."""
        places = [Placement(right=right) for right in range(_FARTHEST + 1)]
        classifier = Classifier(_LENET5, _WEIGHTS)
        shares_nk = answers_over(classifier, self.pixels, places)
        assert shares_nk is not None
        others = [at for at, row in enumerate(shares_nk) if row.argmax() != LABEL]
        if not others:
            raise LookupError(
                "no shift changes the answer: lesson 14 needs another one"
            )
        sure = [at for at in others if shares_nk[at].max() > _SURE]
        at = min(sure) if sure else max(others, key=lambda one: shares_nk[one].max())
        said = Answer(int(shares_nk[at].argmax()), 100 * float(shares_nk[at].max()))
        return others[0] - 1, at, said

    @cached_property
    def output(self) -> NetworkUnit:
        """The output for the right class."""
        return self._unit("output", (LABEL,))

    def outputs(self, layer: str) -> Array:
        """Return the output of a layer."""
        (found,) = [one for one in self.trace.layers if one.name == layer]
        return found.values

    def without_map(self, channel: int) -> Answer:
        """Return the answer with a map of C3 switched off."""
        off = ForwardPass(_LENET5, _WEIGHTS, {"c3": (channel,)})
        return _answer(off.trace(self.pixels))

    def _with_sobel(self, channel: int) -> Trace:
        kernels = _WEIGHTS["c1.weight"].copy()
        kernels[channel, 0] = named_kernel("sobel_x", (5, 5))
        changed = ForwardPass(_LENET5, {**_WEIGHTS, "c1.weight": kernels})
        return changed.trace(self.pixels)

    def _wrong_by(self, trace: Trace) -> float:
        assert trace.probabilities is not None
        right = float(trace.probabilities[LABEL])
        return float(np.delete(trace.probabilities, LABEL).max()) - right

    def _source(self, at: At | None, layer: str) -> NetworkUnit:
        assert at is not None
        return self._unit(layer, at)

    def _unit(self, layer: str, at: At) -> NetworkUnit:
        return network_unit(_LENET5, _WEIGHTS, self.trace, layer, at)


def _answer(trace: Trace) -> Answer:
    assert trace.probabilities is not None
    return Answer(trace.best, 100 * float(trace.probabilities.max()))


def _largest(cells_hw: Floats) -> tuple[int, int]:
    row, column = np.unravel_index(np.nanargmax(cells_hw), cells_hw.shape)
    return int(row), int(column)
