"""The networks that can be chosen, and the files that they come from."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import DIGIT_NETWORKS, network
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.networks.weights import Weights, save_weights, shipped_weights
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.store import Store
from cnnviz.state.workers import weight_file
from cnnviz.state.workers.weight_file import opened_network, shipped_networks

LENET = network("lenet5")
SHIPPED = CurrentNetwork(LENET, None, "shipped", 0.99)


def random_weights(name: str, seed: int = 0) -> Weights:
    rng = np.random.default_rng(seed)
    return {
        parameter: rng.normal(0, 0.1, shape).astype(np.float32)
        for parameter, shape in weight_shapes(network(name)).items()
    }


def trained(step: int, run: int = 1) -> CurrentNetwork:
    return CurrentNetwork(LENET, {}, "trained", 0.5, run=run, epoch=1, step=step)


@pytest.fixture
def networks(qapp: QCoreApplication) -> NetworkStore:
    return Store(SHIPPED)


@pytest.fixture
def choices(networks: NetworkStore) -> Iterator[NetworkChoices]:
    made = NetworkChoices(networks, (SHIPPED,))
    yield made
    made.shut_down()


def test_that_the_shipped_network_can_be_had_again(
    choices: NetworkChoices, networks: NetworkStore
) -> None:
    mine = trained(3)
    networks.replace(mine)
    assert choices.store.state == (SHIPPED, mine)
    choices.choose(SHIPPED)
    assert networks.state is SHIPPED
    assert choices.store.state == (SHIPPED, mine)


def test_that_what_means_the_same_is_offered_once(choices: NetworkChoices) -> None:
    first, again, other_run = trained(3), trained(3), trained(3, run=2)
    for one in (first, trained(4), again, other_run, again):
        choices.offer(one)
    assert [(one.run, one.step) for one in choices.store.state] == [
        (0, 0),
        (1, 3),
        (1, 4),
        (2, 3),
    ]
    assert choices.store.state[1] is again


@pytest.mark.parametrize("name", DIGIT_NETWORKS)
@pytest.mark.parametrize("says_which", [True, False])
def test_that_a_file_is_opened_as_the_network_that_it_fits(
    choices: NetworkChoices,
    networks: NetworkStore,
    qtbot: QtBot,
    tmp_path: Path,
    name: str,
    says_which: bool,
) -> None:
    path, weights = tmp_path / "mine.safetensors", random_weights(name)
    if says_which:
        save_weights(path, network(name), weights, validation_accuracy="0.75")
    else:
        save_file(dict(weights), path)
    with qtbot.waitSignal(networks.changed):
        choices.open_file(str(path))
    opened = networks.state
    assert opened.network is network(name)
    assert opened.origin == "file"
    assert opened.file == "mine.safetensors"
    assert opened.validation_accuracy == (0.75 if says_which else None)
    assert opened.weights is not None
    for parameter, values in weights.items():
        np.testing.assert_array_equal(opened.weights[parameter], values)
    assert choices.store.state == (SHIPPED, opened)


def test_that_a_file_of_torch_is_opened_as_the_network_that_it_fits(
    tmp_path: Path,
) -> None:
    weights = random_weights("mlp")
    path = tmp_path / "mine.pt"
    torch.save({name: torch.tensor(values) for name, values in weights.items()}, path)
    opened = opened_network(path)
    assert (opened.network, opened.file) == (network("mlp"), "mine.pt")
    assert opened.weights is not None
    np.testing.assert_array_equal(opened.weights["output.bias"], weights["output.bias"])


def test_that_a_file_opened_again_takes_its_own_place(
    choices: NetworkChoices, networks: NetworkStore, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "mine.safetensors"
    for seed in (1, 2):
        save_weights(path, LENET, random_weights("lenet5", seed))
        with qtbot.waitSignal(networks.changed):
            choices.open_file(str(path))
    assert choices.store.state == (SHIPPED, networks.state)
    assert networks.state.weights is not None
    np.testing.assert_array_equal(
        networks.state.weights["c1.weight"], random_weights("lenet5", 2)["c1.weight"]
    )


def broken(folder: Path, kind: str) -> Path:
    path = folder / "odd.safetensors"
    match kind:
        case "missing":
            return path
        case "text":
            path.write_text("no weights")
        case "cut":
            save_weights(path, LENET, random_weights("lenet5"))
            path.write_bytes(path.read_bytes()[:-10])
        case "other names":
            save_file({"fc.weight": np.zeros((3, 3), np.float32)}, path)
        case "other shapes":
            weights = dict(random_weights("lenet5"))
            weights["c1.weight"] = np.zeros((7, 1, 5, 5), np.float32)
            save_file(weights, path, {"network": "lenet5"})
        case "no numbers":
            weights = dict(random_weights("lenet5"))
            weights["c1.bias"] = np.full(6, np.nan, np.float32)
            save_file(weights, path)
    return path


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("missing", "file_not_found"),
        ("text", "weights_unreadable"),
        ("cut", "weights_unreadable"),
        ("other names", "weights_of_no_network"),
        ("other shapes", "weights_mismatch"),
        ("no numbers", "weights_not_finite"),
    ],
)
def test_that_a_file_that_is_no_network_is_refused_and_the_choice_stays(
    choices: NetworkChoices,
    networks: NetworkStore,
    qtbot: QtBot,
    tmp_path: Path,
    kind: str,
    code: str,
) -> None:
    with qtbot.waitSignal(choices.failed) as failed:
        choices.open_file(str(broken(tmp_path, kind)))
    assert failed.args is not None
    assert failed.args[0].code == code
    assert networks.state is SHIPPED
    assert choices.store.state == (SHIPPED,)


def test_that_only_the_newest_file_is_chosen(
    choices: NetworkChoices, networks: NetworkStore, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one", "two", "three"):
        path = tmp_path / f"{name}.safetensors"
        save_weights(path, LENET, random_weights("lenet5"))
        choices.open_file(str(path))
    qtbot.waitUntil(lambda: networks.state.file == "three.safetensors")
    assert [one.file for one in choices.store.state] == ["", "three.safetensors"]


@pytest.mark.parametrize("said", ["many", "nan", "1.5", "-0.1", ""])
def test_that_an_accuracy_that_is_none_is_not_believed(
    tmp_path: Path, said: str
) -> None:
    path = tmp_path / "mine.safetensors"
    save_weights(path, LENET, random_weights("lenet5"), validation_accuracy=said)
    assert opened_network(path).validation_accuracy is None


def test_that_what_ships_says_how_good_it_is() -> None:
    first = shipped_networks()[0]
    assert first.network is LENET
    assert first.validation_accuracy is not None
    assert first.validation_accuracy > 0.98
    assert shipped_weights(first.network).keys() == weight_shapes(LENET).keys()


def test_that_a_damaged_shipped_file_does_not_keep_the_window_from_opening(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def damaged(*_names: object) -> object:
        raise CnnvizError("weights_unreadable", name="lenet5", reason="cut off")

    monkeypatch.setattr(weight_file, "shipped_metadata", damaged)
    assert shipped_networks()[0].network is LENET
    assert shipped_networks()[0].validation_accuracy is None


def test_that_a_file_of_a_network_that_cannot_answer_is_offered_and_not_chosen(
    qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path
) -> None:
    path = tmp_path / "tiny.json"
    path.write_text(network_json(network("tiny-vgg")), "utf-8")
    current = Store(SHIPPED)
    made = NetworkChoices(current, (SHIPPED,), only_answering=True)
    with qtbot.waitSignal(made.failed) as refused:
        made.open_file(str(path))
    made.shut_down()
    assert refused.args is not None
    assert refused.args[0].code == "network_cannot_answer"
    assert current.state is SHIPPED
    assert [each.network.name for each in made.store.state] == ["lenet5", "tiny-vgg"]


def test_that_a_file_of_a_trained_network_of_photographs_answers(
    qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path
) -> None:
    path = tmp_path / "tiny.safetensors"
    save_weights(path, network("tiny-vgg"), random_weights("tiny-vgg"))
    current = Store(SHIPPED)
    made = NetworkChoices(current, (SHIPPED,), only_answering=True)
    with qtbot.waitSignal(made.chosen):
        made.open_file(str(path))
    made.shut_down()
    assert current.state.network.name == "tiny-vgg"


def test_that_choices_of_two_pages_offer_the_same(qapp: QCoreApplication) -> None:
    first = NetworkChoices(Store(SHIPPED), (SHIPPED,))
    second = NetworkChoices(Store(SHIPPED), among=first)
    second.choose(trained(4))
    assert first.current.state is SHIPPED
    assert len(first.store.state) == 2
    for each in (first, second):
        each.shut_down()
