"""Looking closer at the open number: what it sees, and as what it is computed."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.explain.matrix_product import MatrixProduct, as_matrices
from cnnviz.engine.explain.receptive_field import (
    FieldStep,
    field_growth,
    measured_field,
)
from cnnviz.engine.networks.blocks import Block, blocks
from cnnviz.engine.networks.catalogue import network as network_of
from cnnviz.engine.networks.layers import PICTURE, Conv2d, Linear
from cnnviz.engine.networks.regions import Region, regions
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes
from cnnviz.engine.networks.units.parts import At
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.pages.network.model.opened_unit import OpenedUnit, open_unit

_ELSEWHERE: Final = "lenet5"
"""Whose kernel is shown where a network has none."""


@dataclass(frozen=True, slots=True, eq=False)
class CloserQuestion:
    """Which number of which answer."""

    answer: NetworkAnswer
    block: Block
    at: At


@dataclass(frozen=True, slots=True, eq=False)
class Weights2d:
    """Weights that belong together, as a picture.

    Attributes
    ----------
    layer, number
        The layer, and which of its maps or numbers has them.
    weights_hw
        float, as they meet their input.
    places
        At how many places of a map the same weights are used.
    network
        Title of the network, where it is not the one at hand.
    are_placed
        Whether each weight meets a place of a map, not one of numbers in a row.
    """

    layer: str
    number: int
    weights_hw: NDArray[np.floating]
    places: int
    network: str = ""
    are_placed: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Closer:
    """What can be said of a number without torch.

    Attributes
    ----------
    question
        What was asked.
    growth
        How far each layer on the way sees.
    region
        The cells of the picture that the number depends on.
    product
        Its layer as one matrix product; ``None`` where it is none.
    local, overall
        A kernel, which sees a part; weights of a unit that sees everything.
    """

    question: CloserQuestion
    growth: tuple[FieldStep, ...]
    region: Region
    product: MatrixProduct | None
    local: Weights2d | None
    overall: Weights2d | None


def look_closer(question: CloserQuestion) -> Closer:
    """Gather what is known of a number.

    Raises
    ------
    CnnvizError
        ``layer_unknown`` or ``unit_beyond``.
    """
    answer, block = question.answer, question.block
    network, name = answer.network, block.shown
    return Closer(
        question,
        field_growth(network, name),
        regions(network, name, question.at)[PICTURE],
        _product(question),
        _local(question),
        _overall(question),
    )


def measured(question: CloserQuestion) -> NDArray[np.float32]:
    """Return how much the number changes with each pixel, float32 ``H x W``.

    Of a coloured picture the largest of the three. Loads torch.
    """
    answer = question.answer
    opened = answer.question.opened
    gradient_chw = measured_field(
        answer.network,
        opened.weights,
        answer.given.pixels,
        question.block.shown,
        question.at,
        batch_statistics=opened.forward.batch_statistics,
    )
    largest = np.abs(gradient_chw).argmax(axis=0)[np.newaxis]
    picked: NDArray[np.float32] = np.take_along_axis(gradient_chw, largest, 0)[0]
    return picked


def _product(question: CloserQuestion) -> MatrixProduct | None:
    answer, block = question.answer, question.block
    if not isinstance(block.layers[0], Conv2d | Linear):
        return None
    weights = answer.question.opened.weights
    first = question.at[0]
    return as_matrices(answer.network, weights, answer.trace, block.name, first)


def _local(question: CloserQuestion) -> Weights2d | None:
    """Return a kernel: of the open map, of the first convolution, or of LeNet-5."""
    network = question.answer.network
    weights = question.answer.question.opened.weights
    open_layer = question.block.layers[0]
    if isinstance(open_layer, Conv2d):
        unit = _unit(question, question.block, question.at)
        strongest = max(unit.windows, key=lambda window: abs(window.total))
        if strongest.kernel_hw is not None:
            places = int(np.prod(question.block.map_hw))
            return Weights2d(
                open_layer.name, question.at[0], strongest.kernel_hw, places
            )
    shapes, inputs = layer_shapes(network), layer_inputs(network)
    for index, layer in enumerate(network.layers):
        if isinstance(layer, Conv2d):
            read = inputs[index][0]
            channels = network.input_chw[0] if read < 0 else shapes[read][1][0]
            kernels = layer.kernels_oikk(weights[f"{layer.name}.weight"], channels)
            _, height, width = shapes[index][1]
            return Weights2d(layer.name, 0, kernels[0, 0], height * width)
    other = network_of(_ELSEWHERE)
    kernel_hw = shipped_weights(other)["c1.weight"][0, 0]
    return Weights2d("c1", 0, kernel_hw, 28 * 28, other.title)


def _overall(question: CloserQuestion) -> Weights2d | None:
    """Return weights of a dense unit: of the open one, or of the first that sees maps."""
    if isinstance(question.block.layers[0], Linear):
        found = _dense(question, question.block, question.at[0])
        if found is not None:
            return found
    for block in blocks(question.answer.network):
        if isinstance(block.layers[0], Linear):
            return _dense(question, block, 0)
    return None


def _dense(question: CloserQuestion, block: Block, number: int) -> Weights2d | None:
    unit = _unit(question, block, (number,))
    maps = [each for each in unit.windows if each.kernel_hw is not None]
    if not maps:
        return None
    if maps[0].cells_hw.size > 1:
        strongest = max(maps, key=lambda window: abs(window.total))
        assert strongest.kernel_hw is not None
        return Weights2d(block.name, number, strongest.kernel_hw, 1)
    row = np.concatenate(
        [each.kernel_hw for each in maps if each.kernel_hw is not None]
    )
    columns = _columns(row.size)
    return Weights2d(block.name, number, row.reshape(-1, columns), 1, are_placed=False)


def _columns(count: int) -> int:
    """Return in how many columns so many weights make a block that is nearly square."""
    return max(each for each in range(1, int(count**0.5) + 1) if count % each == 0)


def _unit(question: CloserQuestion, block: Block, at: At) -> OpenedUnit:
    answer = question.answer
    weights = answer.question.opened.weights
    return open_unit(answer.network, weights, answer.trace, block, at)
