import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.events import (
    BatchDone,
    EpochDone,
    Failed,
    Snapshot,
    Started,
)
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.recipe import Recipe, checked, training_config
from cnnviz.state.run.run_curves import WINDOW, Curve, RunCurves
from cnnviz.state.run.run_snapshots import SnapshotPictures, snapshot_pictures
from cnnviz.state.run.run_state import TrainingUpdate, advanced, new_run
from cnnviz.state.run.timeline import KEPT_MOST, Timeline
from tests.helpers.training_fakes import LENET5, trace, weights

CONFIG = training_config(Recipe(epochs=2), LENET5)


def batch(
    step: int, *, loss: float = 1.0, epoch: int = 1, at: float = 0.0
) -> BatchDone:
    return BatchDone(epoch, step, step, loss, 0.5, step * 64, at)


def epoch_done(epoch: int = 1) -> EpochDone:
    return EpochDone(epoch, 1.0, 0.5, 0.9, 0.75, 1.0)


def shot(step: int) -> SnapshotPictures:
    return SnapshotPictures(step, 1, {}, NetworkPictures(LENET5))


@pytest.mark.parametrize("text", ["0.001", "0,001", " 1e-3 ", "1E-3"])
def test_that_a_learning_rate_is_read_with_point_comma_or_exponent(text: str) -> None:
    assert checked("learning_rate", text) == 0.001


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "learning_rate_not_a_number"),
        ("fast", "learning_rate_not_a_number"),
        ("nan", "learning_rate_not_a_number"),
        ("inf", "learning_rate_not_a_number"),
        ("1,000.5", "learning_rate_not_a_number"),
        ("0", "learning_rate_not_positive"),
        ("-0,5", "learning_rate_not_positive"),
    ],
)
def test_that_a_learning_rate_that_cannot_be_is_refused(text: str, code: str) -> None:
    with pytest.raises(CnnvizError) as refused:
        checked("learning_rate", text)
    assert refused.value.code == code


@pytest.mark.parametrize("window", [1, WINDOW, 200])
def test_that_the_running_mean_is_the_mean_of_the_last_batches(window: int) -> None:
    losses = np.random.default_rng(1).random(3 * WINDOW).astype(np.float32)
    curves = RunCurves()
    done = [batch(n + 1, loss=float(loss)) for n, loss in enumerate(losses)]
    for start, end in ((0, 7), (7, 8), (8, 2 * WINDOW + 3), (2 * WINDOW + 3, None)):
        curves = curves.with_batches(done[start:end])
    expected = [losses[max(0, n - window + 1) : n + 1].mean() for n in range(len(done))]
    x, means = curves.loss.smoothed(1000, window)
    np.testing.assert_array_equal(x, np.arange(1, len(done) + 1))
    np.testing.assert_allclose(means, expected, rtol=1e-5)
    np.testing.assert_array_equal(curves.loss.values_n, losses)


def grown(values: np.ndarray, seed: int) -> Curve:
    """Return a curve that came in pieces of many sizes."""
    pieces, curve, at = np.random.default_rng(seed), Curve(), 0
    while at < len(values):
        size = int(pieces.integers(1, 1 + min(5000, len(values))))
        curve = curve.with_batches(values[at : at + size])
        at += size
    return curve


@pytest.mark.parametrize("count", [1, 10, 599, 600, 601, 4690, 93_801, 600_000])
def test_that_a_drawn_curve_keeps_its_peaks_and_its_order(count: int) -> None:
    values = np.random.default_rng(count).random(count).astype(np.float32)
    x, y = grown(values, count).drawn(600)
    assert len(x) == len(y) <= 602
    assert (np.diff(x) > 0).all()
    assert x[0] >= 0.5
    assert x[-1] <= count + 0.5
    assert y.max() == values.max()
    assert y.min() == values.min()


@given(st.integers(1, 20_000), st.data())
@settings(max_examples=40, deadline=None)
def test_that_a_part_is_drawn_with_its_own_peaks(count: int, data: DataObject) -> None:
    values = np.random.default_rng(count).random(count).astype(np.float32)
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first + 1, count))
    x, y = grown(values, count).drawn(100, first, last)
    width = max(1, (last - first) / 40)  # a piece may reach out at the left
    part = values[max(0, first - int(width)) : last]
    assert y.max() <= part.max()
    assert y.min() >= part.min()
    assert y.max() >= values[first:last].max()
    assert y.min() <= values[first:last].min()
    assert first + 0.5 - width <= x[0]
    assert x[-1] <= last + 0.5


def test_that_an_older_curve_does_not_see_what_came_later() -> None:
    first = Curve().with_batches([1.0, 2.0])
    one, two = first.with_batches([3.0]), first.with_batches([4.0, 5.0])
    assert first.values_n.tolist() == [1, 2]
    assert one.values_n.tolist() == [1, 2, 3]
    assert two.values_n.tolist() == [1, 2, 4, 5]
    assert two.mean(2) == 4.5


def test_that_batches_and_epochs_of_one_update_keep_their_order() -> None:
    run = new_run(3, LENET5, CONFIG, "builtin")
    update = TrainingUpdate(
        run=3,
        events=(
            Started(CONFIG, "cpu", 128, 20, 2),
            *(batch(1), batch(2), epoch_done(), batch(3, epoch=2)),
        ),
    )
    after = advanced(run, update)
    assert after.phase == "running"
    assert after.curves.batches == 3
    assert after.curves.held_out_step_e.tolist() == [2]
    assert after.share_done == 0.75


def test_that_an_update_of_an_older_run_changes_nothing() -> None:
    run = new_run(3, LENET5, CONFIG, "builtin")
    assert advanced(run, TrainingUpdate(run=2, events=(batch(1),))) is run


def test_that_the_time_left_counts_pictures_and_validations() -> None:
    run = advanced(
        new_run(1, LENET5, CONFIG, "builtin"),
        TrainingUpdate(
            run=1,
            # 64 pictures in 0.1 s: 640 a second.
            events=(
                Started(CONFIG, "cpu", 6400, 1000, 100),
                *(batch(n, at=n / 10) for n in range(1, 51)),
            ),
            validation_seconds=3.0,
        ),
    )
    assert run.pace == pytest.approx(640)
    assert run.seconds_left == pytest.approx((2 * 6400 - 50 * 64) / 640 + 2 * 3)


def test_that_a_validation_between_two_batches_does_not_slow_the_pace() -> None:
    run = advanced(
        new_run(1, LENET5, CONFIG, "builtin"),
        TrainingUpdate(
            run=1,
            events=(
                batch(1, at=0.1),
                batch(2, at=0.2),
                epoch_done(),
                batch(3, epoch=2, at=5.0),
                batch(4, epoch=2, at=5.1),
            ),
        ),
    )
    assert run.pace == pytest.approx(640)


def test_that_a_failure_keeps_the_curves() -> None:
    run = new_run(1, LENET5, CONFIG, "builtin")
    run = advanced(run, TrainingUpdate(run=1, events=(batch(1), batch(2))))
    run = advanced(
        run, TrainingUpdate(run=1, events=(Failed("training_diverged", {}),))
    )
    assert run.phase == "failed"
    assert run.problem is not None
    assert run.curves.batches == 2


def test_that_the_timeline_keeps_first_and_newest_and_stays_bounded() -> None:
    timeline = Timeline()
    for step in range(0, 5000, 3):
        timeline = timeline.with_newest(shot(step))
        assert len(timeline.kept) <= KEPT_MOST
    steps = [kept.step for kept in timeline.kept]
    assert steps[0] == 0
    assert steps[-1] == 4998
    gaps = np.diff(steps[:-1])
    assert len(steps) > KEPT_MOST / 3
    assert gaps.max() <= 3 * gaps.min()


@pytest.mark.parametrize(("megabytes", "most"), [(0.2, 200), (1, 64), (6, 10), (90, 4)])
def test_that_large_networks_keep_fewer_moments(megabytes: float, most: int) -> None:
    one = np.zeros(int(megabytes * 250_000), np.float32)
    timeline = Timeline()
    for step in range(600):
        pictures = NetworkPictures(LENET5)
        timeline = timeline.with_newest(
            SnapshotPictures(step, 1, {"c1.weight": one}, pictures)
        )
        assert len(timeline.kept) <= most
    assert timeline.kept[0].step == 0
    assert timeline.kept[-1].step == 599
    assert len(timeline.kept) >= most / 3


def test_that_a_chosen_snapshot_stays_chosen_while_the_run_goes_on() -> None:
    timeline = Timeline()
    for step in range(150):
        timeline = timeline.with_newest(shot(step))
    timeline = timeline.choosing(71)
    for step in range(150, 3000):
        timeline = timeline.with_newest(shot(step))
    assert timeline.shown is not None
    assert timeline.shown.step == 71
    assert timeline.choosing(10**6).chosen is None


def test_that_the_moments_of_a_folder_lie_among_those_in_memory() -> None:
    timeline = Timeline(filed=(0, 3, 7, 12, 40))
    for step in (0, 5, 20):
        timeline = timeline.with_newest(shot(step))
    assert timeline.steps.tolist() == [0, 3, 5, 7, 12, 20]  # 40 was not told of yet
    back = timeline.choosing(8)
    assert back.chosen == 7
    assert back.shown is timeline.newest  # until it has been read
    late = shot(12)
    assert back.seeing(late) is back
    read = shot(7)
    assert back.seeing(read).shown is read
    assert back.choosing(19).chosen is None


def test_that_a_snapshot_shows_the_first_kernels_and_the_maps_after_relu() -> None:
    probe = np.zeros((28, 28), np.uint8)
    pictures = snapshot_pictures(
        LENET5, Snapshot(7, 1, weights(0.25), trace(1.0)), probe
    )
    assert pictures.kernels is not None
    assert pictures.kernels.shape == (6, 1, 5, 5)
    assert list(pictures.pictures.layers) == ["c1_relu", "c3_relu"]
    assert pictures.pictures.input is not None
    assert pictures.pictures.input.atlas is probe


def test_that_a_snapshot_without_a_probe_still_shows_kernels() -> None:
    pictures = snapshot_pictures(LENET5, Snapshot(7, 1, weights(0.25), None), None)
    assert pictures.kernels is not None
    assert not pictures.pictures.layers
    assert pictures.probabilities is None
