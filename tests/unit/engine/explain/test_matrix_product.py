"""The sums of a layer as one matrix product."""

import numpy as np
import pytest
from torch import tensor
from torch.nn import functional

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.matrix_product import MatrixProduct, as_matrices
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Conv2d, Flatten, Linear, Network
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.units import network_unit
from cnnviz.engine.networks.weights import Weights
from tests.helpers.torch_oracle import around, random_weights

GROUPED = around(
    Conv2d(name="c1", channels=4, kernel=(1, 1)),
    Conv2d(
        name="c2",
        channels=6,
        kernel=(2, 3),
        groups=2,
        stride=(2, 1),
        dilation=(1, 2),
        padding="same",
        bias=False,
    ),
    Flatten(name="f"),
    Linear(name="sums", units=3),
    input_chw=(1, 7, 6),
)


def traced(described: Network) -> tuple[Weights, Trace]:
    weights, random = random_weights(described), np.random.default_rng(6)
    picture = random.integers(0, 256, described.picture_shape, dtype=np.uint8)
    return weights, ForwardPass(described, weights).trace(picture)


CASES = [
    (GROUPED, "c2", (4, 2, 3)),
    (GROUPED, "sums", (2,)),
    (network("lenet5"), "c1", (3, 27, 5)),
    (network("lenet5-1998"), "c3", (9, 0, 9)),
]


@pytest.mark.parametrize(("described", "layer", "at"), CASES)
def test_that_the_product_is_what_the_layer_computes(
    described: Network, layer: str, at: tuple[int, ...]
) -> None:
    weights, trace = traced(described)
    values = {one.name: one.values for one in trace.layers}[layer]
    matrices = as_matrices(described, weights, trace, layer, at[0])
    outputs = matrices.kernels.shape[1]
    first = matrices.first_output
    expected = values[first : first + outputs].reshape(outputs, -1).T
    np.testing.assert_allclose(matrices.product, expected, rtol=1e-4, atol=1e-4)
    row, column = matrices.entry(at)
    assert matrices.product[row, column] == pytest.approx(values[at], rel=1e-4)
    assert matrices.place(row) == (at[1:] or (0, 0))


@pytest.mark.parametrize(("described", "layer", "at"), CASES)
def test_that_the_cells_of_a_patch_are_those_of_the_opened_number(
    described: Network, layer: str, at: tuple[int, ...]
) -> None:
    weights, trace = traced(described)
    matrices = as_matrices(described, weights, trace, layer, at[0])
    row, column = matrices.entry(at)
    parts = network_unit(described, weights, trace, layer, at).parts
    if not parts.windows:
        cells, products = [term.value for term in parts.terms], len(parts.terms)
        np.testing.assert_array_equal(matrices.patches[row], cells)
        assert matrices.cell(products - 1) == (products - 1, 0, 0)
        return
    windows = {window.channel: window for window in parts.windows}
    for index, weight in enumerate(matrices.kernels[:, column]):
        channel, *place = matrices.cell(index)
        window = windows.get(channel)
        if window is None or window.kernel_hw is None:  # not joined by the table
            assert weight == 0
        else:
            assert weight == window.kernel_hw[tuple(place)]
            assert matrices.patches[row, index] == window.cells_hw[tuple(place)]


def test_that_the_patches_are_those_of_torch() -> None:
    described = network("tiny-vgg")
    weights, trace = traced(described)
    matrices: MatrixProduct = as_matrices(described, weights, trace, "conv_2_2")
    values = {one.name: one.values for one in trace.layers}["relu_2_1"]
    unfolded = functional.unfold(tensor(values[None]), (3, 3))[0].T.numpy()
    np.testing.assert_array_equal(matrices.patches, unfolded)


def test_that_a_layer_without_sums_is_refused() -> None:
    weights, trace = traced(GROUPED)
    for layer, output, code in [
        ("f", 0, "layer_without_kernels"),
        ("c9", 0, "layer_unknown"),
        ("c2", 6, "unit_beyond"),
    ]:
        with pytest.raises(CnnvizError, match=code):
            as_matrices(GROUPED, weights, trace, layer, output)
