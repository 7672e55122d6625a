"""Recipes that cannot be are refused with the number that is wrong."""

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.devices import (
    available_devices,
    check_precision,
    resolve_device,
)


@pytest.mark.parametrize(
    ("setting", "value", "code"),
    [
        ("epochs", 0, "epochs_too_few"),
        ("batch_size", 0, "batch_size_too_small"),
        ("learning_rate", 0.0, "learning_rate_not_positive"),
        ("learning_rate", -1.0, "learning_rate_not_positive"),
        ("learning_rate", float("nan"), "learning_rate_not_positive"),
        ("learning_rate", float("inf"), "learning_rate_not_positive"),
        ("momentum", 1.0, "momentum_out_of_range"),
        ("momentum", -0.1, "momentum_out_of_range"),
        ("seed", -1, "seed_negative"),
        ("seed", 2**63, "seed_too_large"),
        ("optimizer", "lion", "optimizer_unknown"),
        ("schedule", "staircase", "schedule_unknown"),
        ("initialization", "ones", "initialization_unknown"),
        ("patience", 0, "patience_too_small"),
        ("weight_decay", -0.1, "weight_decay_negative"),
        ("weight_decay", float("nan"), "weight_decay_negative"),
        ("label_smoothing", 1.0, "label_smoothing_out_of_range"),
        ("label_smoothing", -0.1, "label_smoothing_out_of_range"),
        ("precision", "float16", "precision_unknown"),
        ("threads", 0, "threads_too_few"),
        ("threads", 10**20, "threads_too_many"),
        ("snapshot_every", 0, "snapshot_every_too_small"),
        ("snapshot_megabytes", 0, "snapshot_megabytes_too_small"),
    ],
)
def test_that_a_value_out_of_range_is_refused_with_its_number(
    setting: str, value: float | str, code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        TrainingConfig(**{setting: value})  # type: ignore[arg-type]
    assert caught.value.code == code
    assert str(value) in sentence(caught.value)


@pytest.mark.parametrize("seed", [127, 255, 256, 2**31, 2**63 - 1])
def test_that_every_seed_that_torch_takes_is_taken(seed: int) -> None:
    assert TrainingConfig(seed=seed).seed == seed


def test_that_auto_takes_the_first_device_there_is() -> None:
    assert resolve_device("auto") == available_devices()[0]
    assert available_devices()[-1] == "cpu"


def test_that_bfloat16_is_refused_where_the_processor_has_it_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: {"avx2": True})
    check_precision("float32", "cpu")
    with pytest.raises(CnnvizError) as caught:
        check_precision("bfloat16", "cpu")
    assert caught.value.code == "bfloat16_unsupported"
    assert "cpu" in sentence(caught.value)
    with pytest.raises(CnnvizError):
        check_precision("bfloat16", "mps")
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: {"avx512_bf16": True})
    check_precision("bfloat16", "cpu")


def test_that_an_absent_device_is_refused_with_those_that_there_are() -> None:
    absent = {"cuda", "mps"} - set(available_devices())
    if not absent:
        pytest.skip("this machine has every device")
    with pytest.raises(CnnvizError) as caught:
        resolve_device(absent.pop())  # type: ignore[arg-type]
    assert caught.value.code == "device_unavailable"
    assert "cpu" in sentence(caught.value)
