"""A number of a block, opened: its windows are the cells that are seen, its sums hold."""

from itertools import pairwise

import numpy as np
import pytest

from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.pages.network.model.opened_unit import OpenedUnit, open_pixel
from tests.helpers.opened_networks import Opened, opened

SMALL = [name for name, one in NETWORKS.items() if one.input_chw[1] < 100]


def check_sum(unit: OpenedUnit, tolerance: float) -> None:
    """Check that windows, bias and what bends the number after make its value."""
    facts = unit.unit.parts.facts
    if "before_activation" in facts and "coefficient" not in facts:
        total = sum(unit.totals) + float(facts["bias"])
        assert abs(total - float(facts["before_activation"])) <= tolerance
        if unit.windows[0].kernel_hw is not None:
            cells = np.stack([window.cells_hw for window in unit.windows])
            kernels = np.stack([window.kernel_hw for window in unit.windows])
            products = (cells * kernels).sum((1, 2))
            assert np.abs(products - unit.totals).max() <= tolerance
    if "coefficient" in facts:  # of a subsampling: its window is summed first
        (window,) = unit.windows
        assert abs(window.total - window.cells_hw.sum()) <= tolerance
    for before, after in pairwise(unit.chain):
        # What bends a number was given the one that was made just before.
        assert after.parts.terms[0].value == before.value
    assert abs(unit.chain[-1].parts.value - unit.value) <= tolerance


def walked(found: Opened, random: np.random.Generator) -> int:
    """Go from an output back to a pixel by windows; return how many numbers were open."""
    block = found.shown[-1]
    at: tuple[int, ...] = (int(random.integers(block.count)),)
    seen = 0
    while block.layers:
        seen += 1
        tolerance = found.tolerance(block.shown)
        unit = found.unit(block.name, at)
        assert abs(unit.value - float(found.torch[block.shown][at])) <= tolerance
        check_sum(unit, tolerance)
        window = unit.windows[int(random.integers(len(unit.windows)))]
        source = None
        while source is None:  # not in the padding
            row, column = (int(random.integers(n)) for n in window.cells_hw.shape)
            source = window.source(row, column)
        block = found.block(window.layer)
        at = source[: len(block.shape)]
        # The cell that is shown is the number that opens next.
        cell = float(window.cells_hw[row, column])
        made = float(found.torch[window.layer][at])
        assert abs(cell - made) <= found.tolerance(window.layer)
    pixel = open_pixel(found.network, found.pixels, at)
    assert abs(pixel.value - float(found.trace.input_chw[at])) < 1e-5
    return seen


@pytest.mark.parametrize("name", SMALL)
def test_that_200_ways_from_the_output_to_a_pixel_hold_every_sum(name: str) -> None:
    found, random = opened(name), np.random.default_rng(4)
    assert min(walked(found, random) for _ in range(200)) >= 3


def test_that_ways_back_hold_every_sum_as_while_training() -> None:
    found = opened("sign-language", batch_statistics=True)
    random = np.random.default_rng(4)
    assert min(walked(found, random) for _ in range(200)) >= 3
    unit = found.unit("conv3", (2, 1, 1))
    (normal,) = [each for each in unit.chain if each.layer.key == "batch_norm"]
    assert normal.parts.facts["statistics"] == "batch"
    read = found.torch["conv3_relu"][2].astype(np.float64)
    assert normal.parts.facts["mean"] == pytest.approx(read.mean(), rel=1e-4)
    assert normal.parts.facts["variance"] == pytest.approx(read.var(), rel=1e-4)


@pytest.mark.parametrize("name", sorted(NETWORKS.keys() - set(SMALL)))
@pytest.mark.parametrize("ways", [5, pytest.param(200, marks=pytest.mark.long)])
def test_that_ways_through_a_large_network_hold_every_sum(name: str, ways: int) -> None:
    found, random = Opened(name), np.random.default_rng(4)
    assert min(walked(found, random) for _ in range(ways)) >= 3


def test_that_a_dense_unit_on_flattened_maps_shows_the_maps() -> None:
    found = opened("convnet")
    unit = found.unit("output", (7,))
    windows = unit.windows
    assert len(windows) == found.block(windows[0].layer).count
    maps = found.torch[windows[0].layer]
    for channel, window in enumerate(windows):
        assert window.channel == channel
        np.testing.assert_allclose(window.cells_hw, maps[channel], atol=1e-4)
        assert window.source(1, 2) == (channel, 1, 2)
    weights = found.weights["output.weight"][7].reshape(maps.shape)
    np.testing.assert_array_equal(
        np.stack([w.kernel_hw for w in windows]), weights.astype(np.float64)
    )


def test_that_a_dense_unit_on_numbers_reads_them_one_by_one() -> None:
    unit = opened("lenet5").unit("f6", (3,))
    assert len(unit.windows) == 120
    assert {window.cells_hw.shape for window in unit.windows} == {(1, 1)}
    assert [window.source(0, 0) for window in unit.windows][:2] == [
        (0, 0, 0),
        (1, 0, 0),
    ]


def test_that_a_chain_holds_what_bends_the_number_in_order() -> None:
    unit = opened("sign-language").unit("conv1", (2, 5, 6))
    assert [each.layer.key for each in unit.chain][:3] == [
        "conv2d", "activation", "batch_norm",
    ]  # fmt: skip
    assert unit.value == unit.chain[-1].value


def test_that_a_pixel_is_its_level_on_the_scale_that_the_network_sees() -> None:
    found = opened("lenet5")
    pixel = open_pixel(found.network, found.pixels, (0, 3, 9))
    assert pixel.level == int(found.pixels[3, 9])
    assert pixel.share == pixel.level / 255
    mean, deviation = found.network.normalization
    assert pixel.value == pytest.approx((pixel.level / 255 - mean) / deviation)
