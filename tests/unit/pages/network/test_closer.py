"""What the open number sees, and as what it is computed."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from cnnviz.engine.datasets.browse import DatasetPicture, known_label
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.split import Pictures
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.blocks import block_of, blocks
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.units.parts import At
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.pages.network.model.closer import CloserQuestion, look_closer, measured
from cnnviz.pages.network.model.network_answer import NetworkQuestion, network_answer
from cnnviz.pages.network.presenters.patch_worker import PatchQuestion, searched
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.errors import as_cnnviz_error
from cnnviz.state.workers.network_opening import OpenNetwork, open_network
from tests.helpers.torch_oracle import random_weights


def opened(name: str) -> OpenNetwork:
    described = network(name)
    return open_network(CurrentNetwork(described, random_weights(described), "file"))


def question(name: str, layer: str, at: At) -> CloserQuestion:
    seven = SharedPicture(load_sample("seven"), "sample")
    shown = blocks(network(name))
    answer = network_answer(NetworkQuestion(seven, opened(name), shown))
    block = block_of(shown, layer)
    assert block is not None
    return CloserQuestion(answer, block, at)


def test_that_a_number_is_its_row_times_its_column_and_the_bias() -> None:
    asked = question("lenet5", "c3", (13, 2, 7))
    closer = look_closer(asked)

    assert closer.product is not None
    row, column = closer.product.entry(asked.at)
    sums = asked.answer.values("c3")
    assert closer.product.product[row, column] == pytest.approx(
        sums[13, 2, 7], abs=1e-4
    )
    assert [step.size for step in closer.growth][-1] == (14, 14)
    region = closer.region
    assert (region.bottom - region.top, region.right - region.left) == (14, 14)


def test_that_a_field_is_measured_as_the_number_is_computed() -> None:
    asked = question("sign-language", "conv1", (2, 14, 14))
    after = measured(asked)
    question_ = asked.answer.question
    changed = question_.opened.with_batch_statistics(True)
    during = network_answer(replace(question_, opened=changed))
    found = measured(replace(asked, answer=during))
    region = look_closer(asked).region
    inside = np.zeros(after.shape, bool)
    inside[region.top : region.bottom, region.left : region.right] = True
    assert not after[~inside].any()
    assert found[~inside].any()  # by the mean and the variance


def test_that_pooling_is_no_matrix_product() -> None:
    assert look_closer(question("lenet5", "s2", (0, 3, 3))).product is None


def test_that_a_kernel_stands_beside_the_weights_of_a_dense_unit() -> None:
    asked = question("lenet5", "c3", (5, 0, 0))
    weights = asked.answer.question.opened.weights
    closer = look_closer(asked)

    assert closer.local is not None
    assert closer.overall is not None
    kernels = weights["c3.weight"][5]
    assert any(np.allclose(closer.local.weights_hw, kernel) for kernel in kernels)
    assert closer.local.places == 100
    assert not closer.overall.are_placed
    np.testing.assert_allclose(
        closer.overall.weights_hw.reshape(-1), weights["f6.weight"][0]
    )


def test_that_a_unit_of_an_mlp_has_a_weight_for_each_pixel() -> None:
    asked = question("mlp", "dense1", (41,))
    weights = asked.answer.question.opened.weights
    closer = look_closer(asked)

    assert closer.overall is not None
    assert closer.local is not None
    assert closer.overall.number == 41
    np.testing.assert_allclose(
        closer.overall.weights_hw, weights["dense1.weight"][41].reshape(28, 28)
    )
    lenet5 = network("lenet5")
    kernel_hw = shipped_weights(lenet5)["c1.weight"][0, 0]
    np.testing.assert_array_equal(closer.local.weights_hw, kernel_hw)
    assert closer.local.network == lenet5.title


def test_that_only_pixels_in_the_square_change_the_number() -> None:
    asked = question("lenet5", "c1", (2, 10, 12))
    asked = replace(asked, block=replace(asked.block, layers=asked.block.layers[:1]))
    field_hw = measured(asked)

    region = look_closer(asked).region
    inside = slice(region.top, region.bottom), slice(region.left, region.right)
    assert field_hw[inside].any()
    outside_hw = field_hw.copy()
    outside_hw[inside] = 0
    assert not outside_hw.any()
    # Of a convolution it is the kernel, for one level of 255 and the deviation.
    kernel_hw = asked.answer.question.opened.weights["c1.weight"][2, 0]
    ((_, deviation),) = asked.answer.network.channel_normalizations
    np.testing.assert_allclose(field_hw[inside], kernel_hw / 255 / deviation, rtol=1e-4)


def test_that_without_torch_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)

    with pytest.raises(ModuleNotFoundError) as raised:
        measured(question("lenet5", "c1", (0, 0, 0)))
    assert as_cnnviz_error(raised.value, "looking closer").code == "torch_missing"


def test_that_patches_come_from_the_first_data_set_that_is_here() -> None:
    images_nchw = np.zeros((20, 1, 28, 28), np.uint8)
    images_nchw[13, 0, 6:22, 6:22] = 255
    pictures = Pictures("test", images_nchw, np.zeros(20, np.int64))
    known = {
        "mnist": replace(KNOWN_DATASETS["mnist"], find=lambda: None),
        "builtin": replace(KNOWN_DATASETS["builtin"], pictures=lambda: pictures),
    }
    asked = PatchQuestion(opened("lenet5"), "c1_relu", 0, ("mnist", "builtin"))
    *_, last = searched(asked, known)

    assert last.dataset == "builtin"
    assert last.search.done == last.search.total == 20
    assert last.search.patches[0].picture == 13


def test_that_a_network_whose_pictures_nobody_has_is_told_so() -> None:
    asked = PatchQuestion(opened("tiny-vgg"), "conv1_1", 0, ())

    with pytest.raises(CnnvizError) as raised:
        next(searched(asked))
    assert raised.value.code == "no_pictures_of_size"
    assert raised.value.facts["size"] == "3 × 64 × 64"


@pytest.mark.parametrize(
    ("size", "labels", "expected"),
    [
        ((1, 28, 28), tuple("0123456789"), 4),
        ((1, 28, 28), ("circle", "square"), None),
        ((3, 32, 32), tuple("0123456789"), None),
    ],
)
def test_that_a_label_is_known_where_classes_are_those_of_the_data(
    size: tuple[int, ...], labels: tuple[str, ...], expected: int | None
) -> None:
    picked = DatasetPicture(np.zeros(size, np.uint8), 4, "test", 0, 0, 1)

    assert known_label(picked, labels) == expected
