"""What a second picture, or a second network, makes different; computed in a thread."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.explain.answer_curve import answers_over
from cnnviz.engine.images.placement import Placement
from cnnviz.engine.networks.blocks import Block, blocks
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.pages.network.model.network_answer import (
    NetworkAnswer,
    network_answer,
)
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.given import given_to
from cnnviz.state.picture.layer_pictures import LayerPicture, layer_picture
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.network_opening import (
    Opening,
    OpeningProgress,
    OpenNetwork,
    opening_network,
)
from cnnviz.state.workers.picture_loading import Reading

Axis = Literal["right", "down", "degrees", "scale"]
"""Along what a picture is moved: an attribute of its `Placement`."""

TURNS: Final = tuple(float(degrees) for degrees in range(-180, 181, 10))
_PLACES_AT_ONCE: Final = 4
SCALES: Final = tuple(round(0.4 + step / 10, 1) for step in range(17))


def axis_values(axis: Axis, picture_hw: tuple[int, int]) -> tuple[float, ...]:
    """Return the places of a curve: of shifts up to half the picture, pixel by pixel.

    Examples
    --------
    >>> axis_values("right", (28, 6)), axis_values("scale", (28, 6))[:2]
    ((-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0), (0.4, 0.5))
    """
    if axis in ("degrees", "scale"):
        return TURNS if axis == "degrees" else SCALES
    most = picture_hw[axis == "right"] // 2
    step = max(1, most // 14)
    return tuple(float(at) for at in range(-(most // step) * step, most + 1, step))


@dataclass(frozen=True, slots=True, eq=False)
class ComparisonQuestion:
    """Ask what is different.

    Attributes
    ----------
    first
        What is compared with.
    network
        Who answers instead; ``None``: the same network.
    reading
        How another picture is had; ``None``: the same one.
    placement
        Where the second picture lies.
    every_layer
        Whether each layer of another network is a block of its own.
    """

    first: NetworkAnswer
    network: CurrentNetwork | None
    reading: Reading | None
    placement: Placement
    every_layer: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ComparisonAnswer:
    """The second answer beside the first.

    Attributes
    ----------
    question
        What was asked.
    second
        What the page would show of it.
    differences
        By the name of a layer that both have in one shape: second minus first.
    unlike
        The blocks of the first for which there is none.
    levels
        How much the pictures differ, uint8; ``None`` where their shapes do.
    is_equal
        Whether no number differs.
    """

    question: ComparisonQuestion
    second: NetworkAnswer
    differences: Mapping[str, LayerPicture]
    unlike: tuple[Block, ...]
    levels: NDArray[np.uint8] | None
    is_equal: bool = False

    @property
    def same_answers(self) -> bool:
        """Whether both networks tell the same classes apart."""
        first, second = self.question.first, self.second
        both = (each.question.opened.current for each in (first, second))
        is_same = first.network.labels == second.network.labels
        return is_same and all(each.names_classes for each in both)


@dataclass(slots=True, eq=False)
class Comparing:
    """Answer questions one after another; what the last one read is not read again."""

    _picture: tuple[Reading, SharedPicture] | None = None
    _opened: OpenNetwork | None = None
    _left: tuple[CurrentNetwork, Opening] | None = None
    """What was being opened when another question came: it goes on from there."""

    _blocks: dict[bool, tuple[Block, ...]] = field(default_factory=dict)

    def __call__(self, question: ComparisonQuestion) -> ComparisonAnswer:
        """Return the answer alone."""
        *_, last = self.answering(question)
        assert isinstance(last, ComparisonAnswer)
        return last

    def answering(
        self, question: ComparisonQuestion
    ) -> Iterator[OpeningProgress | ComparisonAnswer]:
        """Compute the second answer, and what is different; say how far opening is.

        Raises
        ------
        CnnvizError
            What opening the network or reading the picture raises; ``drawing_empty``.
        """
        asked = replace(question.first.question, earlier=None)
        if question.reading is not None:
            asked = replace(asked, picture=self._read(question.reading))
        if question.network is not None:
            yield from self._open(question.network)
            assert self._opened is not None
            training = asked.opened.forward.batch_statistics
            self._opened = self._opened.with_batch_statistics(training)
            asked = replace(asked, opened=self._opened, shown=self._shown(question))
        self._left = None
        second = network_answer(asked, question.placement)
        yield compared(question, second)

    def _read(self, reading: Reading) -> SharedPicture:
        if self._picture is None or self._picture[0] is not reading:
            self._picture = reading, reading().shared
        return self._picture[1]

    def _open(self, network: CurrentNetwork) -> Iterator[OpeningProgress]:
        if self._opened is not None and self._opened.current is network:
            return
        left, self._left = self._left, None
        is_begun = left is not None and left[0] is network
        opening = left[1] if left and is_begun else opening_network(network)
        for said in opening:
            if isinstance(said, OpenNetwork):
                self._opened, self._blocks = said, {}
            else:
                self._left = network, opening
                yield said
                self._left = None

    def _shown(self, question: ComparisonQuestion) -> tuple[Block, ...]:
        assert question.network is not None
        every, described = question.every_layer, question.network.network
        if described is question.first.network:
            return question.first.question.shown
        if every not in self._blocks:
            self._blocks[every] = blocks(described, every_layer=every)
        return self._blocks[every]


def compared(question: ComparisonQuestion, second: NetworkAnswer) -> ComparisonAnswer:
    """Take the first answer from the second, layer by layer, where shapes are equal."""
    first = question.first
    names = {output.name for output in second.trace.layers}
    differences: dict[str, LayerPicture] = {}
    unlike: list[Block] = []
    for block in first.question.shown:
        name = block.shown
        before = first.values(name)
        if name not in names or second.values(name).shape != before.shape:
            unlike.append(block)
            continue
        change = LayerOutput(name, "difference", second.values(name) - before, True)
        own = first.question.ranges == "map"
        differences[name] = layer_picture(change, own_ranges=own)
    a, b = first.given.pixels, second.given.pixels
    levels = None
    if a.shape == b.shape:
        levels = np.abs(a.astype(np.int16) - b).astype(np.uint8)
    is_equal = not unlike and not any(
        each.values.any() for each in differences.values()
    )
    return ComparisonAnswer(
        question, second, differences, tuple(unlike), levels, is_equal
    )


@dataclass(frozen=True, slots=True)
class CurveQuestion:
    """Ask how answers change over the place of a picture; compared by what it asks.

    Attributes
    ----------
    picture
        What is moved.
    opened
        Who answers.
    axis
        Along what.
    placement
        Where it lies otherwise.
    fit
        Whether the networks are given the whole picture instead of its middle.
    """

    picture: SharedPicture
    opened: tuple[OpenNetwork, ...]
    axis: Axis
    placement: Placement
    fit: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class AnswerCurve:
    """The probabilities over the place of a picture.

    Attributes
    ----------
    question
        What was asked.
    places
        Along the axis.
    answers
        Of each network, float32, ``places x classes``; ``None`` for mere scores, and
        where the last layer has no number for each class.
    """

    question: CurveQuestion
    places: tuple[float, ...]
    answers: tuple[NDArray[np.float32] | None, ...]


def answer_curve(
    question: CurveQuestion, is_cancelled: Callable[[], bool] = lambda: False
) -> AnswerCurve | None:
    """Let each network answer at every place; ``None`` when it was cancelled.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` or ``answer_not_finite``.
    """
    _, height, width = question.opened[0].network.input_chw
    places = axis_values(question.axis, (height, width))
    lying = [replace(question.placement, **{question.axis: at}) for at in places]
    answers: list[NDArray[np.float32] | None] = []
    for opened in question.opened:
        if not opened.current.names_classes:
            answers.append(None)
            continue
        off = opened.current.switched_off
        classifier = Classifier(
            opened.network,
            opened.weights,
            off,
            batch_statistics=opened.forward.batch_statistics,
        )
        given = given_to(question.picture, opened.network, fit=question.fit)
        parts = []
        for start in range(0, len(lying), _PLACES_AT_ONCE):
            if is_cancelled():
                return None
            some = lying[start : start + _PLACES_AT_ONCE]
            parts.append(answers_over(classifier, given.pixels, some))
        known = [part for part in parts if part is not None]
        answers.append(np.concatenate(known) if known else None)
    return AnswerCurve(question, places, tuple(answers))


def counterpart(first: NetworkAnswer, second: NetworkAnswer, layer: str) -> str | None:
    """Return the layer of the second that shows what one of the first does, if any."""
    names = {PICTURE, *(output.name for output in second.trace.layers)}
    same = layer in names and second.values(layer).shape == first.values(layer).shape
    return layer if same else None
