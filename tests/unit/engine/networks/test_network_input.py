"""Pictures of any size and colour brought to what a network reads."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import Box
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import normalized
from cnnviz.engine.networks.network_input import network_input

TINY = network("tiny-vgg")


def picture(height: int, width: int, channels: int = 3) -> Picture:
    random = np.random.default_rng(0)
    shape = channels, height, width
    return Picture(random.integers(0, 256, shape, dtype=np.uint8), "noise")


def test_that_the_whole_picture_keeps_its_proportions_and_gets_a_margin() -> None:
    given_picture = picture(32, 96)
    made = network_input(given_picture, TINY, fit=True)
    assert made.box == Box(0, 0, 32, 96)
    assert made.filled == Box(21, 0, 21, 64)
    rows = slice(21, 42)
    rgb = np.ascontiguousarray(given_picture.pixels_chw.transpose(1, 2, 0))
    image = Image.fromarray(rgb).resize((64, 21), Image.Resampling.BILINEAR)
    np.testing.assert_array_equal(made.pixels[:, rows].transpose(1, 2, 0), image)
    margin = np.delete(made.pixels, np.arange(rows.start, rows.stop), axis=1)
    levels = {round(255 * mean) for mean, _ in TINY.channel_normalizations}
    assert {*np.unique(margin).tolist()} <= levels


def test_that_the_margin_has_the_mean_colour_of_the_pictures_it_learned_from() -> None:
    made = network_input(picture(32, 96), network("alexnet"), fit=True)
    assert made.pixels[:, 0, 0].tolist() == [124, 116, 104]  # of ImageNet


def test_that_the_margin_is_the_nearest_level_where_none_is_seen_as_0() -> None:
    scaled = (-0.0101, 1.0101), (0.5, 0.5), (1.5, 0.5)
    odd = replace(TINY, normalization=scaled)
    made = network_input(picture(32, 96), odd, fit=True)
    margin = made.pixels[:, :1, :1]
    assert margin.ravel().tolist() == [0, 128, 255]
    every_level = np.full(TINY.input_chw, 0, np.uint8)
    every_level[:] = np.arange(64 * 64).reshape(64, 64) % 256
    seen = np.abs(normalized(odd, every_level[np.newaxis])[0]).min(axis=(1, 2))
    nearest = np.abs(normalized(odd, made.pixels[np.newaxis])[0, :, 0, 0])
    np.testing.assert_allclose(nearest, seen, atol=1e-6)


@given(st.integers(1, 90), st.integers(1, 90), st.sampled_from((1, 3)), st.booleans())
def test_that_every_picture_gets_the_size_of_the_input(
    height: int, width: int, channels: int, fit: bool
) -> None:
    made = network_input(picture(height, width, channels), TINY, fit=fit)
    assert made.pixels.shape == TINY.input_chw
    assert made.box is not None
    assert made.box.top + made.box.height <= height
    assert made.box.left + made.box.width <= width


@pytest.mark.parametrize("fit", [False, True])
def test_that_a_square_picture_is_taken_whole_either_way(fit: bool) -> None:
    made = network_input(picture(50, 50), TINY, fit=fit)
    assert (made.box, made.filled) == (Box(0, 0, 50, 50), Box(0, 0, 64, 64))
