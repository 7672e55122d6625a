"""What is found in the run of the window, and the ways out of it."""

from dataclasses import replace

import pytest

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.diagnosis.findings import Finding
from cnnviz.engine.training.events import Failed, RateChanged
from cnnviz.state.run.run_findings import (
    RunFindings,
    WayOut,
    begun_again,
    best_epoch,
    step_after_epoch,
    ways_out,
)
from cnnviz.state.run.run_state import Run
from tests.helpers.told_runs import over_fitted, told_run


def kinds(run: Run) -> list[str]:
    return [finding.kind for finding in RunFindings().of(run)]


def test_that_nothing_is_found_before_a_run() -> None:
    assert kinds(Run()) == []


def test_that_a_run_that_over_fits_offers_its_best_epoch() -> None:
    run = over_fitted()
    (finding,) = RunFindings().of(run)
    assert (finding.kind, finding.facts["epoch"]) == ("over_fitting", 3)
    assert ways_out(run, finding) == ("go_back", "weight_decay", "stop")
    assert best_epoch(run) == 3
    assert step_after_epoch(run, 3) == 30


@pytest.mark.parametrize(("best", "goes_back"), [(0.9, True), (0.12, False)])
def test_that_only_what_was_learned_is_gone_back_to(
    best: float, goes_back: bool
) -> None:
    facts = {"accuracy": 0.1, "classes": 10, "loss": 2.3, "best": best}
    ways = ways_out(over_fitted(), Finding("collapsed", facts))
    assert ("go_back" in ways) is goes_back
    assert "smaller_rate" in ways


def test_that_an_ended_run_cannot_be_stopped() -> None:
    run = replace(over_fitted(), phase="stopped")
    (finding,) = RunFindings().of(run)
    assert "stop" not in ways_out(run, finding)


def test_that_a_loss_that_is_no_number_is_found_in_a_failed_run() -> None:
    facts = {"epoch": 1, "batch": 3, "learning_rate": 9.0}
    run = told_run([2.3, 9e9], [0.1, 0.1], failed=Failed("training_diverged", facts))
    (finding,) = RunFindings().of(run)
    assert finding.kind == "not_a_number"
    assert ways_out(run, finding) == ("smaller_rate",)


def test_that_findings_are_looked_for_only_when_something_is_new() -> None:
    finder, run = RunFindings(), over_fitted()
    assert finder.of(run) is finder.of(replace(run, pace=3.0))


def test_that_only_another_optimizer_is_offered_to_be_left() -> None:
    run = over_fitted()
    vanishing = Finding("vanishing", {"first": "c1", "last": "output", "times": 9999})
    assert "adam" not in ways_out(run, vanishing)
    assert run.config is not None
    sgd = replace(run, config=replace(run.config, optimizer="sgd"))
    assert "adam" in ways_out(sgd, vanishing)


@pytest.mark.parametrize(
    ("way", "changed"),
    [
        ("smaller_rate", {"learning_rate": 0.03}),
        ("larger_rate", {"learning_rate": 3.0}),
        ("weight_decay", {"weight_decay": 0.001}),
        ("adam", {"optimizer": "adam", "learning_rate": 0.001}),
    ],
)
def test_that_a_run_begins_again_with_one_thing_changed(
    way: WayOut, changed: dict[str, float]
) -> None:
    config = TrainingConfig(optimizer="sgd", learning_rate=0.3, seed=7)
    assert begun_again(way, config) == replace(config, **changed)  # type: ignore[arg-type]


def test_that_ways_that_lead_back_begin_nothing() -> None:
    assert begun_again("go_back", TrainingConfig()) is None
    assert begun_again("stop", TrainingConfig()) is None


def test_that_a_rate_that_was_changed_on_the_way_is_the_one_that_is_blamed() -> None:
    losses, accuracies = [1.0] * 100 + [9.0] * 100, [0.8] * 100 + [0.1] * 100
    run = told_run(losses, accuracies)
    assert run.config is not None
    run = replace(run, rates=(RateChanged(100, 0.5),))
    facts = {finding.kind: finding.facts for finding in RunFindings().of(run)}
    assert facts["collapsed"]["learning_rate"] == 0.5
    again = begun_again("smaller_rate", run.config, run.learning_rate)
    assert again is not None
    assert again.learning_rate == 0.05
