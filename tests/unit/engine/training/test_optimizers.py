"""One entry makes an optimiser known everywhere."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest
import torch

from cnnviz.cli.main import main
from cnnviz.engine.training import config, model_card, optimizers, session
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.optimizers import OPTIMIZERS, Optimizer


@pytest.fixture
def with_adagrad(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Optimizer]:
    entry = Optimizer(
        key="adagrad", title="Adagrad", default_rate=0.02, torch_name="Adagrad"
    )
    table = MappingProxyType({**OPTIMIZERS, entry.key: entry})
    for module in (config, model_card, optimizers, session):
        monkeypatch.setattr(module, "OPTIMIZERS", table)
    for name in ("cnnviz.cli.training.recipe", "cnnviz.engine.training.run_saving"):
        monkeypatch.setattr(f"{name}.OPTIMIZERS", table)
    return table


@pytest.mark.usefixtures("with_adagrad")
def test_that_an_optimizer_of_one_entry_trains_from_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, count in (("TRAINING_PICTURES", 64), ("TEST_PICTURES", 16)):
        monkeypatch.setattr(f"cnnviz.engine.datasets.builtin_digits.{name}", count)
    words = [
        "train",
        "lenet5",
        "--data",
        "builtin",
        "--epochs",
        "1",
        "--optimizer",
        "adagrad",
        "--json",
    ]
    assert main(words) == 0
    assert '"event": "finished"' in capsys.readouterr().out


def test_that_every_title_and_rate_can_be_used() -> None:
    for key, optimizer in OPTIMIZERS.items():
        assert optimizer.key == key
        recipe = TrainingConfig(optimizer=key, learning_rate=optimizer.default_rate)
        made = optimizer.make([torch.nn.Parameter(torch.ones(1))], recipe)
        assert made.param_groups[0]["lr"] == optimizer.default_rate
