"""The curves of a run, as the Train page draws them."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractSlider, QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.pages.train.views.ghost_words import ghost_words
from cnnviz.pages.train.views.run_plots import RunPlots
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.earlier_runs import earlier_runs
from cnnviz.state.run.growing import Growing
from cnnviz.state.run.recipe import Recipe
from cnnviz.state.run.run_rates import learning_rates
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run
from cnnviz.state.run.timeline import Timeline
from tests.helpers.told_runs import IN_EPOCH, over_fitted, told_run


@pytest.fixture
def plots(qtbot: QtBot) -> RunPlots:
    made = RunPlots()
    qtbot.addWidget(made)
    made.resize(1000, 480)
    made.show()
    return made


def box(plots: RunPlots, name: str) -> QCheckBox:
    found = plots.findChild(QCheckBox, name)
    assert found is not None
    return found


def count(plots: RunPlots, counted: str) -> None:
    choice = plots.findChild(QComboBox, "curve_across")
    assert choice is not None
    choice.setCurrentIndex(choice.findData(counted))


def readings(plots: RunPlots) -> list[str]:
    found = []
    for plot in (plots.loss, plots.accuracy):
        label = plot.findChild(QLabel, "curve_reading")
        assert label is not None
        found.append(label.text())
    return found


def test_that_curves_end_with_their_names_and_values(plots: RunPlots) -> None:
    run = over_fitted()
    plots.render_run(run)
    newest = np.mean([2.3 * 0.95**n for n in range(45, 70)])
    assert plots.loss.ends == (f"training {newest:.3g}", "validation 0.42")
    assert plots.accuracy.ends == ("training 90.0%", "validation 80.0%")


def test_that_all_curves_are_read_where_the_pointer_is(plots: RunPlots) -> None:
    plots.render_run(over_fitted())
    plots.accuracy.pointed.emit(30.2)
    loss, accuracy = readings(plots)
    own, mean = 2.3 * 0.95**29, np.mean([2.3 * 0.95**n for n in range(5, 30)])
    assert loss == (
        f"epoch 3 · training {mean:.3g} · validation 0.28 · this batch {own:.3g}"
        " · after 0:03"
    )
    assert accuracy.startswith("epoch 3 · training 90.0%")
    plots.accuracy.pointed.emit(None)
    assert readings(plots) == ["", ""]


def test_that_the_best_epoch_is_marked_in_both_plots(plots: RunPlots) -> None:
    plots.render_run(over_fitted())
    for plot, words in ((plots.loss, "epoch 3: best, 0.28"), (plots.accuracy, "")):
        assert plot.data is not None
        assert plot.data.marks == ((30.0, words),)
        assert plot.data.ringed == 2


def test_that_a_run_that_is_best_now_has_no_mark(plots: RunPlots) -> None:
    losses = [2.0 - n / 100 for n in range(30)]
    plots.render_run(told_run(losses, [0.5] * 30, [(2, 2), (1.8, 1.8), (1.7, 1.7)]))
    assert plots.loss.data is not None
    assert plots.loss.data.marks == ()


def test_that_smoothing_changes_the_mean_and_nothing_else(plots: RunPlots) -> None:
    plots.render_run(over_fitted())
    before = plots.loss.data
    slider = plots.findChild(QAbstractSlider, "curve_smoothing")
    assert slider is not None
    slider.setValue(0)  # each batch for itself
    after = plots.loss.data
    assert before is not None
    assert after is not None
    np.testing.assert_array_equal(after.batches[1], before.batches[1])
    np.testing.assert_allclose(after.means[1], after.batches[1], rtol=1e-5)


def test_that_batches_can_be_counted_instead_of_epochs(plots: RunPlots) -> None:
    plots.render_run(over_fitted())
    assert plots.loss._x_axis.scale == pytest.approx(1 / IN_EPOCH)
    count(plots, "batch")
    assert plots.loss._x_axis.scale == 1
    plots.loss.pointed.emit(7.0)
    assert readings(plots)[0].startswith("batch 7 · ")


def test_that_curves_lie_at_the_seconds_of_the_run_ghosts_too(plots: RunPlots) -> None:
    run = with_earlier(seed=4)
    plots.render_run(run)
    count(plots, "time")
    for plot in (plots.loss, plots.accuracy):
        assert plot.data is not None
        np.testing.assert_allclose(plot.data.batches[0], run.curves.seconds.values)
        (ghost,) = plot.data.ghosts
        earlier = run.earlier[0].curves
        at = earlier.held_out_step_e.astype(int) - 1
        np.testing.assert_allclose(ghost.points[0], earlier.seconds.values[at])
    assert plots.loss._x_axis.zero == "second"
    seventh = float(run.curves.seconds.values[6])
    plots.loss.pointed.emit(seventh - 0.01)
    assert readings(plots)[0].startswith("after 0:01 · ")
    assert " · batch 7" in readings(plots)[0]
    # Zoomed in on the middle, in seconds, those batches are drawn and some beside them.
    plots.accuracy._view.setRange(xRange=(1.0, 2.0), padding=0)
    plots.accuracy._view.sigRangeChangedManually.emit([True, True])
    plots.accuracy.moved.emit()
    assert plots.loss.data is not None
    drawn = plots.loss.data.batches[0]
    assert drawn[0] <= 1.0 <= drawn[3]
    assert drawn[-4] <= 2.0 <= drawn[-1]


def test_that_long_runs_are_counted_in_minutes_and_the_moment_is_at_its_time(
    plots: RunPlots,
) -> None:
    run = over_fitted()
    seconds = run.curves.seconds
    slow = Growing.of(np.float32).with_end(seconds.values * 100)
    run = replace(run, curves=replace(run.curves, seconds=slow))
    plots.render_run(run)
    count(plots, "time")
    assert plots.loss._x_axis.zero == "minute"
    assert plots.loss._x_axis.scale == pytest.approx(1 / 60)
    shot = SnapshotPictures(20, 2, {}, NetworkPictures(network("lenet5")))
    newest = replace(shot, step=70)
    timeline = Timeline((shot, newest), chosen=20, seen=shot)
    plots.render_run(replace(run, timeline=timeline))
    assert plots.loss.moment == pytest.approx(float(slow.values[19]))
    count(plots, "batch")
    assert plots.loss.moment == 20


def test_that_the_learning_rate_is_drawn_when_asked_for(plots: RunPlots) -> None:
    run = over_fitted()
    plots.render_run(run)
    assert not plots.rate.isVisible()
    box(plots, "curve_rate").click()
    assert plots.rate.isVisible()
    assert plots.rate.ends[0] == "0.001"


def test_that_rates_follow_the_schedule() -> None:
    run = over_fitted()
    assert run.config is not None
    run = replace(run, config=replace(run.config, schedule="step", epochs=20))
    steps, rates = learning_rates(run, 1000)
    assert len(steps) == 20 * IN_EPOCH
    assert rates[[0, 99, 100, 149, 150]] == pytest.approx(
        [1e-3, 1e-3, 1e-4, 1e-4, 1e-5]
    )


def with_earlier(**changed: object) -> Run:
    before = over_fitted()
    usual = Recipe(epochs=100)
    now = told_run([1.0] * 30, [0.5] * 30, recipe=replace(usual, **changed))  # type: ignore[arg-type]
    return replace(now, number=2, earlier=earlier_runs(before))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "run 1"),
        ({"optimizer": "sgd"}, "run 1: Adam"),
        ({"learning_rate_text": "0.1"}, "run 1: learning rate 0.001"),
        ({"batch_size": 8}, "run 1: batch 64"),
        ({"seed": 4}, "run 1: seed 0"),
    ],
)
def test_that_an_earlier_run_is_named_by_what_was_different(
    changed: dict[str, object], words: str
) -> None:
    run = with_earlier(**changed)
    (earlier,) = run.earlier
    assert ghost_words(earlier, run) == words


def test_that_the_run_before_is_a_ghost(plots: RunPlots) -> None:
    run = with_earlier(seed=4)
    plots.render_run(run)
    assert plots.loss.data is not None
    (ghost,) = plots.loss.data.ghosts
    assert ghost.label == "run 1: seed 0"
    assert ghost.points[0].tolist() == [10.0 * n for n in range(1, 8)]
    assert ghost.points[1][-1] == pytest.approx(0.42)


def test_that_only_the_last_runs_stay_and_short_ones_none() -> None:
    run = over_fitted()
    for number in range(1, 6):
        run = replace(over_fitted(), number=number, earlier=earlier_runs(run))
    assert [earlier.number for earlier in earlier_runs(run)] == [4, 5]
    short = replace(told_run([1.0] * 3, [0.1] * 3), earlier=run.earlier)
    assert earlier_runs(short) == run.earlier
