"""The weights that come with cnnviz: each is whole, has its card, and answers."""

import os
import re
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.idx import read_idx
from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.datasets.mnist import MNIST_FILES, find_files
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.catalogue import OTHER_WEIGHTS, network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.network_input import network_input
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.networks.trace import best_of
from cnnviz.engine.networks.weights import (
    has_shipped_weights,
    shipped_metadata,
    shipped_weights,
)
from cnnviz.engine.reading.digit_check import CHECK_WEIGHTS
from cnnviz.engine.resources import resource

FOLDER = resource("weights")
NAMES = sorted(
    one.name.removesuffix(".safetensors")
    for one in FOLDER.iterdir()
    if one.name.endswith(".safetensors") and one.name != CHECK_WEIGHTS
)
MOST_BYTES = 3_000_000


def known(name: str) -> tuple[Network, str]:
    """Return whose weights these are, and their name where they are a second set."""
    other = name if name in OTHER_WEIGHTS else ""
    return (OTHER_WEIGHTS[name] if other else network(name)), other


def classifier(name: str) -> Classifier:
    network_of, other = known(name)
    return Classifier(network_of, shipped_weights(network_of, other))


def test_that_what_ships_is_what_the_catalogue_names_and_small() -> None:
    assert {*NAMES} >= {"lenet5", "convnet", "mlp", "cifar10", *OTHER_WEIGHTS}
    assert all(has_shipped_weights(*known(name)) for name in NAMES)
    sizes = [len(one.read_bytes()) for one in FOLDER.iterdir()]
    assert sum(sizes) <= MOST_BYTES
    assert FOLDER.joinpath(CHECK_WEIGHTS.replace(".safetensors", ".md")).is_file()


@pytest.mark.parametrize("name", NAMES)
def test_that_each_file_is_whole_and_says_where_it_comes_from(name: str) -> None:
    network_of, other = known(name)
    weights = shipped_weights(network_of, other)
    shapes = {each: values.shape for each, values in weights.items()}
    assert shapes == dict(weight_shapes(network_of))
    assert all(values.dtype == np.float32 for values in weights.values())
    facts = shipped_metadata(network_of, other)
    assert facts["network"] == network_of.name
    card = FOLDER.joinpath(f"{name}.md").read_text(encoding="utf-8")
    assert f"{float(facts['validation_accuracy']):.2%}" in card
    for wanted in ("| data |", "| recipe |", "| seed | 0 |", "| licence |"):
        assert wanted in card
    assert "## Not made for" in card
    assert re.search(r"\| command \| `cnnviz train .*`", card)


@pytest.mark.parametrize(
    "name", [name for name in NAMES if known(name)[0].reads_digits]
)
@pytest.mark.parametrize(("sample", "digit"), [("seven", 7), ("three", 3)])
def test_that_each_reader_of_digits_reads_the_samples(
    name: str, sample: str, digit: int
) -> None:
    made = classifier(name)
    pixels = network_input(load_sample(sample), made.network).pixels
    answers = best_of(made.outputs(pixels[None]), made.network.answer)
    assert answers.tolist() == [digit]


def test_that_the_network_of_ten_kinds_thinks_of_a_cat_where_one_is_painted() -> None:
    made = classifier("cifar10")
    pixels = network_input(load_sample("cat"), made.network).pixels
    shares_nk = made.probabilities(pixels[None])
    assert shares_nk is not None
    assert shares_nk.sum() == pytest.approx(1, abs=1e-5)
    likeliest = shares_nk[0].argsort()[::-1][:2]
    assert "cat" in [made.network.labels[place] for place in likeliest]


def test_that_the_shipped_lenet5_tells_a_bar_from_a_ring() -> None:
    rows, columns = np.mgrid[:28, :28] - 13.5
    bar_hw = ((abs(columns) < 1.6) & (abs(rows) < 10)).astype(np.uint8) * 255
    radius = np.hypot(rows / 10, columns / 7.5)
    ring_hw = ((radius < 1) & (radius > 0.7)).astype(np.uint8) * 255
    shares_nk = classifier("lenet5").probabilities(np.stack([bar_hw, ring_hw]))
    assert shares_nk is not None
    assert shares_nk.argmax(axis=1).tolist() == [1, 0]


def test_that_second_weights_are_of_their_own_network_only() -> None:
    lenet5, convnet = network("lenet5"), network("convnet")
    usual = shipped_weights(lenet5)
    other = shipped_weights(lenet5, "lenet5-over-fit")
    assert not np.allclose(usual["c1.weight"], other["c1.weight"])
    assert not has_shipped_weights(convnet, "lenet5-over-fit")
    with pytest.raises(CnnvizError):
        shipped_weights(convnet, "lenet5-over-fit")


# The network in colour needs half a minute for a thousand pictures.
@pytest.mark.mnist
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.long] if name == "cifar10" else [])
        for name in NAMES
    ],
)
def test_that_the_card_is_right_about_the_test_pictures(name: str) -> None:
    network_of, other = known(name)
    facts = shipped_metadata(network_of, other)
    data = "mnist" if network_of.reads_digits else "cifar10"
    try:
        pictures = load_dataset(data).test
    except CnnvizError:
        pytest.skip(f"CNNVIZ_DATA holds no {data}")
    outputs_nk = classifier(name).outputs(pictures.images_nhw)
    answers_n = best_of(outputs_nk, network_of.answer)
    accuracy = float((answers_n == pictures.labels_n).mean())
    told = facts.get("test_accuracy", facts["validation_accuracy"])
    assert accuracy == pytest.approx(float(told), abs=0.002)


@pytest.mark.mnist
def test_that_the_figures_are_of_the_published_test_pictures() -> None:
    folder = find_mnist(Path(os.environ["CNNVIZ_DATA"]))
    paths = None if folder is None else find_files(folder)
    if paths is None:
        pytest.skip("CNNVIZ_DATA holds no MNIST")
    published = {file.part: file.md5 for file in MNIST_FILES}
    for part in ("t10k-images", "t10k-labels"):
        assert read_idx(paths[part]).md5 == published[part]
