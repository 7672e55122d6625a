"""Layer pictures against the numbers that they come from."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.state.picture.layer_pictures import (
    COLOUR_TABLES,
    LayerPicture,
    input_picture,
    kernel_picture,
    layer_picture,
)


def decoded(picture: LayerPicture, tile: int) -> np.ndarray:
    """Turn a tile's bytes back into numbers."""
    low, high = picture.range_of(tile)
    return low + picture.indices_of(tile) / 255 * (high - low)


def output(kind: str, *shape: int, seed: int = 0) -> LayerOutput:
    values = np.random.default_rng(seed).normal(size=shape).astype(np.float32)
    if kind == "activation":
        values = np.maximum(values, 0)
    return LayerOutput("layer", kind, values)


@given(st.integers(1, 130), st.integers(1, 9), st.integers(1, 9))
def test_that_every_tile_shows_its_own_map_to_a_255th_of_the_range(
    count: int, height: int, width: int
) -> None:
    source = output("conv2d", count, height, width)
    picture = layer_picture(source)
    step = (picture.high - picture.low) / 255
    for tile in range(count):
        np.testing.assert_allclose(
            decoded(picture, tile), source.values[tile], atol=step * 0.51
        )
        assert (picture.values_of(tile) == source.values[tile]).all()


@pytest.mark.parametrize("numbers", [[0, 3, -1], [0, 3, 1]])
def test_that_what_can_be_negative_has_zero_in_the_white_middle_of_the_table(
    numbers: list[float],
) -> None:
    values = np.array(numbers, np.float32)
    picture = layer_picture(LayerOutput("x", "conv2d", values, can_be_negative=True))
    assert picture.palette == "diverging"
    assert (picture.low, picture.high) == (-3.0, 3.0)
    zero = picture.indices_of(0)[0, 0]
    assert (COLOUR_TABLES["diverging"][zero] == 255).all()


def test_that_what_comes_after_relu_starts_at_zero_and_is_sequential() -> None:
    picture = layer_picture(output("activation", 6, 4, 4))
    assert picture.palette == "sequential"
    assert picture.low == 0.0


def test_that_pooling_of_signed_maps_stays_signed() -> None:
    assert layer_picture(output("pool2d", 2, 4, 4)).palette == "diverging"


def test_that_own_ranges_let_a_faint_map_use_all_colours() -> None:
    values = np.array([[[0.0, 100.0]], [[0.0, 1.0]]], np.float32)
    source = LayerOutput("s2", "pool2d", values)
    assert layer_picture(source).indices_of(1).max() <= 3
    own = layer_picture(source, own_ranges=True)
    assert own.indices_of(1).max() == 255
    assert own.range_of(0) == (0.0, 100.0)
    assert own.range_of(1) == (0.0, 1.0)


def test_that_a_vector_has_one_tile_a_number() -> None:
    picture = layer_picture(output("linear", 84))
    assert picture.is_vector
    assert picture.count == 84
    assert picture.values.shape == (84,)
    assert picture.values_of(83) == picture.values[83]


def test_that_kernels_lie_in_a_row_an_output_and_a_column_an_input() -> None:
    weights = np.random.default_rng(0).normal(size=(16, 6, 5, 5)).astype(np.float32)
    picture = kernel_picture("c3", weights)
    assert picture.columns == 6
    assert picture.count == 96
    assert (picture.values_of(6 * 7 + 2) == weights[7, 2]).all()


def test_that_the_input_keeps_its_grey_levels() -> None:
    digit = np.arange(784, dtype=np.uint16).astype(np.uint8).reshape(28, 28)
    picture = input_picture(digit)
    assert (picture.indices_of(0) == digit).all()
    assert (picture.values_of(0) == digit).all()
    assert (picture.low, picture.high) == (0.0, 255.0)


def test_that_all_zero_maps_have_a_range_to_speak_of() -> None:
    picture = layer_picture(LayerOutput("x", "activation", np.zeros((2, 3, 3), "f4")))
    assert picture.high > picture.low
    assert not picture.atlas.any()
