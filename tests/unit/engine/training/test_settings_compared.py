"""In which settings runs differ."""

from dataclasses import replace

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.races.settings_compared import settings_that_differ

ONE = TrainingConfig(network=network("lenet5"), seed=1)


def test_that_only_what_differs_is_told_network_and_data_first() -> None:
    other = replace(ONE, network=network("mlp"), epochs=9)
    found = settings_that_differ([(ONE, "mnist"), (other, "builtin"), (ONE, "mnist")])
    assert [(one.setting, one.values) for one in found] == [
        ("network", ("LeNet-5", "MLP 784-300-100-10", "LeNet-5")),
        ("data", ("mnist", "builtin", "mnist")),
        ("epochs", (5, 9, 5)),
    ]


def test_that_networks_of_one_name_but_other_layers_differ() -> None:
    shorter = replace(ONE.network, layers=ONE.network.layers[:-1])
    found = settings_that_differ([(ONE, "x"), (replace(ONE, network=shorter), "x")])
    assert [one.setting for one in found] == ["network"]


def test_that_the_same_runs_and_none_have_no_differences() -> None:
    assert settings_that_differ([(ONE, "x"), (ONE, "x")]) == ()
    assert settings_that_differ([]) == ()
