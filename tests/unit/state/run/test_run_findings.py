"""What is found in the run of the window, and the ways out of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.diagnosis.findings import Finding
from cnnviz.engine.training.events import Failed, RecipeChanged
from cnnviz.state.run.earlier_runs import earlier_runs
from cnnviz.state.run.run_findings import (
    RunFindings,
    WayOut,
    begun_again,
    best_epoch,
    compared,
    forgiven,
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
    assert ways_out(run, finding) == (
        "go_back",
        "dropout",
        "augmentation",
        "weight_decay",
        "stop",
    )
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


def test_that_a_failed_run_offers_no_way_out_of_what_was_found_before() -> None:
    facts = {"epoch": 8, "batch": 1, "learning_rate": 9.0}
    lost = CnnvizError("training_diverged", **facts)
    run = replace(over_fitted(), phase="failed", problem=lost)
    (finding,) = RunFindings().of(run)
    assert ways_out(run, finding) == ("smaller_rate",)
    assert forgiven(run) is run  # its weights are no numbers: it is not "stopped"
    full = replace(run, problem=CnnvizError("memory_exhausted", device="cpu"))
    (finding,) = RunFindings().of(full)
    assert finding.kind == "over_fitting"
    assert ways_out(full, finding) == ()
    assert (forgiven(full).phase, forgiven(full).problem) == ("stopped", None)


def test_that_dropout_is_offered_where_the_network_takes_it() -> None:
    run = over_fitted()
    assert run.config is not None
    again = begun_again("dropout", run.config)
    assert again is not None
    assert again == replace(run.config, network=again.network)
    assert again.network.title == "LeNet-5 · dropout"
    after = replace(run, config=again, network=again.network)
    ways = ways_out(after, Finding("over_fitting"))
    assert ways == ("go_back", "augmentation", "weight_decay", "stop")


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


def test_that_over_fitting_on_few_pictures_offers_all_of_them() -> None:
    run = over_fitted()
    assert run.config is not None
    few = replace(run.config, data_use=DataUse(pictures=300, validation=0.2, seed=4))
    finding = Finding("over_fitting")
    ways = ways_out(replace(run, config=few), finding)
    changed = "dropout", "augmentation", "weight_decay"
    assert ways == ("go_back", "more_pictures", *changed, "stop")
    again = begun_again("more_pictures", few)
    assert again == replace(few, data_use=DataUse(validation=0.2, seed=4))
    assert "more_pictures" not in ways_out(run, finding)


@pytest.mark.parametrize(("name", "mirror"), [("lenet5", 0.0), ("cifar10", 0.5)])
def test_that_augmentation_mirrors_photographs_and_no_digits(
    name: str, mirror: float
) -> None:
    config = TrainingConfig(network=NETWORKS[name])
    again = begun_again("augmentation", config)
    assert again is not None
    assert again.augmentation.rotate > 0
    assert again.augmentation.mirror == mirror
    run = replace(over_fitted(), config=again)
    assert "augmentation" not in ways_out(run, Finding("over_fitting"))


def test_that_runs_that_are_kept_are_compared_once_the_later_has_ended() -> None:
    then, now = Path("runs/then"), Path("runs/now")
    first = replace(over_fitted(), folder=then)
    second = replace(over_fitted(), folder=now, earlier=earlier_runs(first))
    finding = Finding("learning")
    assert ways_out(second, finding) == ()
    ended = replace(second, phase="finished")
    assert ways_out(ended, finding) == ("compare",)
    assert compared(ended) == (then, now)
    unkept = replace(ended, earlier=earlier_runs(over_fitted()))
    assert ways_out(unkept, finding) == ()


def test_that_the_rate_of_now_is_spoken_of_and_left_behind() -> None:
    run = told_run([2.3] * 200 + [9e9] + [2.3] * 50, [0.1] * 251)
    (before,) = RunFindings().of(run)
    finder = RunFindings()
    assert finder.of(run)[0].facts["learning_rate"] == pytest.approx(0.001)
    changed = replace(run, changes=(RecipeChanged(20, 0.5),))
    assert before.kind == "collapsed"
    assert finder.of(changed)[0].facts["learning_rate"] == 0.5
    assert changed.config is not None
    for way, rate in (("smaller_rate", 0.05), ("larger_rate", 5.0)):
        again = begun_again(way, changed.config, changed.config_now)
        assert again is not None
        assert again.learning_rate == pytest.approx(rate)
    decayed = begun_again("weight_decay", changed.config, changed.config_now)
    assert decayed is not None
    assert decayed.learning_rate == pytest.approx(0.001)  # one thing changed, not two


def test_that_ways_that_lead_back_begin_nothing() -> None:
    assert begun_again("go_back", TrainingConfig()) is None
    assert begun_again("stop", TrainingConfig()) is None
