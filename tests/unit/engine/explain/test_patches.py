"""The parts of pictures for which a map is largest."""

import tracemalloc

import numpy as np
import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.patches import Patch, strongest_patches
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.engine.networks.layers import Activation, Conv2d, Flatten, Linear
from cnnviz.engine.networks.regions import Region
from tests.helpers.torch_oracle import around, random_weights

NETWORK = around(
    Conv2d(name="c", channels=2, kernel=(3, 3), padding=(1, 1)),
    Activation(name="relu"),
    Flatten(name="f"),
    Linear(name="sums", units=2),
    input_chw=(1, 9, 9),
)
CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.float32)


def finder() -> ForwardPass:
    """Return a network whose map 1 is largest on a white cross."""
    weights = dict(random_weights(NETWORK))
    weights["c.weight"][1, 0] = 2 * CROSS - 1
    return ForwardPass(NETWORK, weights)


def pictures_with_crosses() -> np.ndarray:
    pictures = np.zeros((40, 9, 9), np.uint8)
    for picture, (row, column), level in [
        (3, (1, 1), 200),
        (17, (0, 8), 255),  # half of it is cut off
        (31, (7, 4), 255),
    ]:
        for down, right in np.argwhere(CROSS) - 1:
            if 0 <= row + down < 9 and 0 <= column + right < 9:
                pictures[picture, row + down, column + right] = level
    return pictures


def found(layer: str, channel: int, count: int) -> tuple[Patch, ...]:
    pictures = pictures_with_crosses()
    *_, last = strongest_patches(finder(), layer, channel, pictures, count)
    return last.patches


def test_that_the_strongest_patches_are_where_the_kernel_fits_best() -> None:
    first, second = found("relu", 1, 2)
    assert (first.picture, first.at, first.region) == (
        31,
        (1, 7, 4),
        Region(6, 3, 9, 6),
    )
    np.testing.assert_array_equal(first.pixels_chw, 255 * CROSS[np.newaxis])
    assert (second.picture, second.at) == (3, (1, 1, 1))
    np.testing.assert_array_equal(second.pixels_chw, 200 * CROSS[np.newaxis])
    assert first.value > second.value


def test_that_they_are_those_of_all_numbers_computed_at_once() -> None:
    pictures = np.random.default_rng(0).integers(0, 256, (50, 9, 9), dtype=np.uint8)
    forward = ForwardPass(NETWORK, random_weights(NETWORK))
    *_, last = strongest_patches(forward, "c", 0, pictures, 7)
    maps = next(forward.outputs(normalized(NETWORK, pictures)))[:, 0].reshape(50, -1)
    order = np.argsort(-maps.max(axis=1), kind="stable")[:7]
    assert [one.picture for one in last.patches] == order.tolist()
    np.testing.assert_allclose(
        [one.value for one in last.patches], maps.max(axis=1)[order], rtol=1e-5
    )
    for one in last.patches:
        assert one.at[1:] == divmod(int(maps[one.picture].argmax()), 9)


def test_that_a_patch_at_the_border_has_around_it_what_the_network_sees_as_0() -> None:
    patch = found("c", 1, 3)[2]
    assert (patch.picture, patch.region) == (17, Region(-1, 7, 2, 10))
    assert patch.pixels_chw[0].tolist() == [
        [128, 128, 128],
        [255, 255, 128],
        [0, 255, 128],
    ]


def test_that_a_unit_has_whole_pictures_for_patches() -> None:
    patch = found("sums", 1, 1)[0]
    assert patch.at == (1,)
    assert patch.pixels_chw.shape == (1, 11, 11)  # padding included


def test_that_a_search_tells_how_far_it_is_and_can_be_left() -> None:
    search = strongest_patches(finder(), "c", 1, pictures_with_crosses(), 3)
    steps = [next(search), next(search)]
    assert [(step.done, step.total) for step in steps] == [(8, 40), (16, 40)]
    assert steps[0].patches[0].picture == 3
    search.close()
    assert [step.done for step in search] == []


def test_that_a_search_needs_no_more_memory_for_more_pictures() -> None:
    def peak(count: int) -> int:
        pictures = np.zeros((count, 9, 9), np.uint8)
        tracemalloc.start()
        for _ in strongest_patches(finder(), "c", 1, pictures, 3):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(8)
    assert peak(400) < 1.5 * peak(16)


@pytest.mark.parametrize(
    ("layer", "channel", "code"),
    [("c9", 0, "layer_unknown"), ("c", 2, "unit_beyond"), ("sums", -1, "unit_beyond")],
)
def test_that_a_map_that_is_not_there_is_refused(
    layer: str, channel: int, code: str
) -> None:
    with pytest.raises(CnnvizError, match=code):
        next(strongest_patches(finder(), layer, channel, pictures_with_crosses()))
