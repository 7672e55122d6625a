"""What is said of a run: of curves whose trouble is known, and of real small runs."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.layers import (
    DIGITS,
    Activation,
    Flatten,
    LayerSpec,
    Linear,
    Network,
)
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.diagnosis.findings import Finding, Measured, findings
from cnnviz.engine.training.events import BatchDone, EpochDone, Failed
from cnnviz.engine.training.layer_statistics import LayersMeasured, LayerStatistics
from cnnviz.engine.training.loop import train

QUICK = TrainingConfig(epochs=1, device="cpu", threads=1)


def measured(**told: object) -> Measured:
    usual = Measured(classes=10, batch_size=64, learning_rate=0.001)
    return replace(usual, **told)  # type: ignore[arg-type]


def curves(losses: object, accuracies: object) -> dict[str, object]:
    return {
        "losses_n": np.array(losses, np.float32),
        "accuracies_n": np.array(accuracies, np.float32),
    }


def kinds(told: Measured) -> list[str]:
    return [finding.kind for finding in findings(told)]


def epoch(
    number: int, training: float, held_out: float, right: float = 0.9
) -> EpochDone:
    return EpochDone(number, training, right, held_out, right, 1.0)


def layers(
    *sizes: float, dead: float | None = None, norm: float = 1.0, step: int = 1
) -> LayersMeasured:
    return LayersMeasured(
        step,
        1,
        tuple(
            LayerStatistics(
                name=f"layer{place}",
                gradient_norm=norm,
                weight_norm=1.0,
                gradient_size=size,
                update_ratio=1e-3,
                dead=dead,
            )
            for place, size in enumerate(sizes)
        ),
    )


FALLING = curves(np.geomspace(2.3, 0.1, 400), np.linspace(0.1, 0.97, 400))


def test_that_a_falling_loss_is_learning_with_its_numbers() -> None:
    (finding,) = findings(measured(**FALLING))
    assert finding.kind == "learning"
    assert finding.facts["first"] == pytest.approx(2.3, rel=0.05)
    assert finding.facts["loss"] == pytest.approx(0.12, rel=0.1)


def test_that_the_first_batches_say_nothing_yet() -> None:
    assert kinds(measured()) == ["beginning"]
    assert kinds(measured(**curves([9.0] * 15, [0.0] * 15))) == ["beginning"]


def test_that_eleven_percent_is_guessing() -> None:
    stuck = curves([2.301] * 200, [0.11] * 200)
    (finding,) = findings(measured(**stuck))
    assert finding.kind == "guessing"
    assert finding.facts["accuracy"] == pytest.approx(0.11)


def test_that_a_little_over_chance_is_not_guessing() -> None:
    assert kinds(measured(**curves([2.2] * 200, [0.14] * 200))) == ["beginning"]


@pytest.mark.parametrize("classes", [2, 10, 24, 1000])
def test_that_chance_depends_on_how_many_classes_there_are(classes: int) -> None:
    flat = curves([np.log(classes)] * 200, [1 / classes] * 200)
    assert kinds(measured(classes=classes, **flat)) == ["guessing"]


def test_that_what_was_learned_and_lost_is_a_collapse() -> None:
    losses = [*np.linspace(2.3, 0.3, 300), *[2.303] * 60]
    accuracies = [*np.linspace(0.1, 0.9, 300), *[0.1] * 60]
    (finding,) = findings(measured(**curves(losses, accuracies)))
    assert finding.kind == "collapsed"
    assert finding.facts["best"] > 0.8


def test_that_a_loss_that_grows_beyond_guessing_diverges() -> None:
    losses = [*np.linspace(2.3, 1.0, 100), *np.geomspace(1, 400, 100)]
    found = findings(measured(**curves(losses, [0.3] * 200)))
    assert found[0].kind == "diverging"
    assert found[0].facts["lowest"] == pytest.approx(1.3, rel=0.1)


def test_that_a_loss_that_is_no_number_is_said_alone() -> None:
    found = findings(measured(**FALLING, lost_at=(2, 7)))
    facts = {"epoch": 2, "batch": 7, "learning_rate": 0.001}
    assert found == (Finding("not_a_number", facts),)


def test_that_over_fitting_is_dated_by_the_best_epoch() -> None:
    held_out = [0.75, 0.5, 0.33, 0.28, 0.30, 0.31, 0.36]
    training = [0.9, 0.5, 0.3, 0.2, 0.12, 0.08, 0.05]
    epochs = [
        epoch(n + 1, *both)
        for n, both in enumerate(zip(training, held_out, strict=True))
    ]
    assert kinds(measured(**FALLING, epochs=epochs[:5])) == ["learning"]
    (finding,) = findings(measured(**FALLING, epochs=epochs))
    assert finding.kind == "over_fitting"
    assert finding.facts["epoch"] == 4
    assert (finding.facts["best"], finding.facts["loss"]) == (0.28, 0.36)


def test_that_both_losses_rising_is_not_over_fitting() -> None:
    epochs = [epoch(n, 0.2 * n, 0.3 * n) for n in range(1, 6)]
    assert "over_fitting" not in kinds(measured(**FALLING, epochs=epochs))


def test_that_standing_still_is_a_plateau_unless_all_is_learned() -> None:
    still = [epoch(n, 0.5, 0.5, right=0.8) for n in range(1, 6)]
    assert kinds(measured(**FALLING, epochs=still)) == ["plateau"]
    done = [epoch(n, 0.05, 0.05, right=0.99) for n in range(1, 6)]
    assert kinds(measured(**FALLING, epochs=done)) == ["learning"]


def test_that_small_gradients_in_front_vanish_unless_units_are_dead() -> None:
    vanishing = layers(1e-8, 1e-5, 1e-2)
    (finding,) = findings(measured(**FALLING, layers=[vanishing] * 3))
    assert finding.kind == "vanishing"
    assert finding.facts["times"] == 1_000_000
    sizes = 0.0, 1e-5, 1e-2
    dead = [layers(*sizes, dead=1.0, step=step) for step in (1, 100, 200)]
    assert kinds(measured(**FALLING, layers=dead)) == ["dead"]


@pytest.mark.parametrize(
    ("shares", "steps", "in_epoch", "said"),
    [
        # A run of CIFAR-10 at its batch 119, which was learning.
        ([0.6, 0.6, 0.6, 0.6], [2, 41, 80, 119], 1250, False),
        ([0.6, 0.6, 0.6, 0.6], [2, 400, 800, 1249], 1250, False),
        ([0.6, 0.6, 0.6, 0.6], [2, 400, 800, 1252], 1250, True),
        ([0.6, 0.4, 0.6, 0.6], [2, 400, 800, 1252], 1250, False),  # they woke meanwhile
        ([0.6, 0.6, 0.6, 0.4], [2, 400, 800, 1252], 1250, False),  # they wake now
        ([0.6, 0.6, 0.6], [1, 20, 40], 10, False),  # epochs so short say little
        ([0.6, 0.6, 0.6], [1, 80, 160], 10, True),
        ([0.6, 0.6], [1, 400], 10, False),  # two measurements may both be odd
    ],
)
def test_that_units_are_dead_only_when_silent_for_long(
    shares: list[float], steps: list[int], in_epoch: int, said: bool
) -> None:
    told = [
        layers(1e-2, 1e-2, dead=share, step=step)
        for share, step in zip(shares, steps, strict=True)
    ]
    run = replace(measured(**FALLING, layers=told), batches_per_epoch=in_epoch)
    found = [one for one in findings(run) if one.kind == "dead"]
    assert len(found) == said
    if found:
        assert found[0].facts["batches"] == steps[-1] - steps[0]


def test_that_one_odd_batch_is_no_explosion() -> None:
    good, burst = layers(1, 1, 1), layers(1, 1, 1, norm=1e4)
    one = measured(**FALLING, layers=[good, burst, good])
    assert kinds(one) == ["learning"]
    many = measured(**FALLING, layers=[good, burst, burst])
    assert kinds(many) == ["exploding"]


@given(
    st.lists(st.floats(0, 2.0**100, width=32), max_size=300),
    st.lists(st.tuples(st.floats(0, 1e9), st.floats(0, 1e9)), max_size=8),
)
def test_that_there_is_always_something_to_say(
    losses: list[float], losses_of_epochs: list[tuple[float, float]]
) -> None:
    epochs = [epoch(n + 1, *both) for n, both in enumerate(losses_of_epochs)]
    told = measured(**curves(losses, [0.5] * len(losses)), epochs=epochs)
    assert findings(told)


# Real runs.


def digits(training: int) -> Dataset:
    splits = generate_digits(training, seed=1), generate_digits(300, seed=2)
    return Dataset("digits", *splits, DIGITS)


def ran(config: TrainingConfig, dataset: Dataset) -> tuple[list[str], list[str]]:
    """Return all that was the gravest finding on the way, and all that was at the end."""
    losses, rights, epochs, watched = [], [], [], []
    lost, first = None, []
    for event in train(config, dataset, watch_layers=True):
        match event:
            case BatchDone():
                losses.append(event.loss)
                rights.append(event.accuracy)
            case EpochDone():
                epochs.append(event)
            case LayersMeasured():
                watched.append(event)
            case Failed():
                lost = event.facts["epoch"], event.facts["batch"]
        told = Measured(
            classes=10,
            batch_size=config.batch_size,
            learning_rate=config.learning_rate,
            **curves(losses, rights),  # type: ignore[arg-type]
            epochs=epochs,
            layers=watched,
            lost_at=lost,  # type: ignore[arg-type]
        )
        said = kinds(told)
        if said[0] not in first:
            first.append(said[0])
    return first, said


def deep(kind: str) -> Network:
    hidden: list[LayerSpec] = []
    for n in range(6):
        hidden.append(Linear(name=f"dense{n}", units=30))
        hidden.append(Activation(name=f"dense{n}_{kind}", kind=kind))  # type: ignore[arg-type]
    mlp = network("mlp")
    ends = Flatten(name="flatten"), Linear(name="output", units=10)
    return replace(mlp, name="deep", layers=(ends[0], *hidden, ends[1]))


def test_that_a_healthy_run_is_only_learning() -> None:
    config = replace(QUICK, epochs=3)
    first, last = ran(config, digits(1500))
    assert first == ["beginning", "learning"]
    assert last == ["learning"]


def test_that_a_rate_too_high_collapses() -> None:
    config = replace(QUICK, epochs=14, learning_rate=0.1)
    _, last = ran(config, digits(1300))
    assert last[0] == "collapsed"
    assert "dead" in last


def test_that_a_deep_network_of_sigmoids_has_vanishing_gradients() -> None:
    config = replace(QUICK, network=deep("sigmoid"), optimizer="sgd", epochs=8)
    _, last = ran(replace(config, learning_rate=0.01), digits(1500))
    assert last == ["vanishing"]


def test_that_the_same_network_of_relus_has_none() -> None:
    first, _ = ran(replace(QUICK, network=deep("relu"), epochs=3), digits(1500))
    assert "vanishing" not in first


def test_that_two_hundred_pictures_are_learned_by_heart() -> None:
    config = replace(QUICK, epochs=22, batch_size=32, learning_rate=0.002)
    _, last = ran(replace(config, seed=1), digits(200))
    assert last[0] == "over_fitting"
