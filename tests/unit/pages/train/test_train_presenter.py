from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Timer

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.progress import tell
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.layers import Network
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.helpers.training_fakes import (
    FakeEngine,
    digit_store,
    network_store,
    tiny_dataset,
)

Make = Callable[..., TrainPresenter]


@pytest.fixture
def make(qapp: object) -> Iterator[Make]:
    made = []

    def build(engine: TrainingEngine) -> TrainPresenter:
        pictures, networks = digit_store(), network_store()
        presenter = TrainPresenter(pictures, networks, engine=engine)
        made.append((presenter, pictures, networks))
        return presenter

    yield build
    for presenter, *_ in made:
        presenter.shut_down()


def ended(presenter: TrainPresenter) -> Callable[[], bool]:
    return lambda: not presenter.is_running


def reached(presenter: TrainPresenter, step: int) -> Callable[[], bool]:
    return lambda: presenter.run.state.curves.batches >= step


def test_that_every_batch_of_a_run_reaches_the_curves(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine(batches_per_epoch=50))
    presenter.change_recipe(replace(presenter.recipe.state, epochs=3))
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    run = presenter.run.state
    assert run.phase == "finished"
    np.testing.assert_allclose(
        run.curves.loss.values_n, 2 / np.arange(1, 151), rtol=1e-6
    )
    assert run.curves.held_out_step_e.tolist() == [50, 100, 150]
    assert run.weights_step == 150


def resting(presenter: TrainPresenter, fake: FakeEngine) -> Callable[[], bool]:
    """Wait for the batch at hand too: a snapshot may be shown just before it began."""
    seen: list[int] = []

    def condition() -> bool:
        seen.append(fake.asked)
        is_still = len(seen) >= 10 and len(set(seen[-10:])) == 1
        return is_still and presenter.run.state.weights_step == fake.asked

    return condition


def test_that_a_paused_run_asks_for_nothing(qtbot: QtBot, make: Make) -> None:
    fake = FakeEngine(endless=True)
    presenter = make(fake)
    presenter.start()
    qtbot.waitUntil(reached(presenter, 3))
    presenter.pause()
    assert presenter.run.state.phase == "paused"
    qtbot.waitUntil(resting(presenter, fake))
    asked = fake.asked
    # Whatever else the loop does meanwhile, no batch is asked for.
    for _ in range(20):
        with qtbot.waitSignal(presenter.run.changed, timeout=5, raising=False):
            pass
    assert fake.asked == asked
    presenter.resume()
    qtbot.waitUntil(lambda: fake.asked > asked)


def test_that_a_step_takes_exactly_one_batch(qtbot: QtBot, make: Make) -> None:
    fake = FakeEngine(endless=True)
    presenter = make(fake)
    presenter.step()
    qtbot.waitUntil(lambda: presenter.run.state.weights_step == 1)
    assert presenter.run.state.phase == "paused"
    for expected in (2, 3, 4):
        presenter.step()
        qtbot.waitUntil(lambda n=expected: presenter.run.state.weights_step == n)
        assert fake.asked == expected
        assert presenter.run.state.curves.batches == expected


def test_that_steps_over_the_end_of_an_epoch_measure_it(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(FakeEngine(batches_per_epoch=2))
    presenter.change_recipe(replace(presenter.recipe.state, epochs=2))
    for step in (1, 2, 3):
        presenter.step()
        qtbot.waitUntil(reached(presenter, step))
    qtbot.waitUntil(lambda: presenter.run.state.weights_step == 3)
    assert presenter.run.state.curves.held_out_step_e.tolist() == [2]
    presenter.step()
    qtbot.waitUntil(ended(presenter))
    assert presenter.run.state.phase == "finished"


def test_that_stopping_closes_the_run_and_keeps_the_newest_weights(
    qtbot: QtBot, make: Make
) -> None:
    fake = FakeEngine(endless=True)
    presenter = make(fake)
    presenter.start()
    qtbot.waitUntil(reached(presenter, 5))
    with qtbot.waitSignal(presenter.running_changed):
        presenter.stop()
        assert presenter.run.state.phase == "stopping"
    run = presenter.run.state
    assert run.phase == "stopped"
    assert fake.closed
    assert run.weights_step == fake.asked == run.curves.batches


def test_that_a_run_can_be_started_again(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine())
    for number in (1, 2):
        presenter.start()
        qtbot.waitUntil(ended(presenter))
        assert presenter.run.state.number == number
    assert presenter.run.state.curves.batches == 25


def test_that_shutting_down_ends_a_paused_run(qtbot: QtBot, make: Make) -> None:
    fake = FakeEngine(endless=True)
    presenter = make(fake)
    presenter.step()
    qtbot.waitUntil(reached(presenter, 1))
    presenter.shut_down()
    assert fake.closed


def test_that_a_refused_learning_rate_starts_nothing(make: Make) -> None:
    presenter = make(FakeEngine())
    presenter.change_recipe(replace(presenter.recipe.state, learning_rate_text="0"))
    assert presenter.recipe_problem is not None
    presenter.start()
    assert not presenter.is_running


def test_that_divergence_is_told_and_keeps_the_curves(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine(fail_at=4))
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    run = presenter.run.state
    assert run.problem is not None
    assert run.problem.code == "training_diverged"
    assert run.curves.batches == 3
    assert run.network_seen is None


def test_that_missing_data_can_be_downloaded(qtbot: QtBot, make: Make) -> None:
    fake = FakeEngine(missing=("mnist",))
    presenter = make(fake)
    presenter.use_data("mnist")
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    assert presenter.run.state.problem is not None
    with qtbot.waitSignal(presenter.download.succeeded):
        presenter.download.begin()
    assert presenter.run.state.phase == "idle"
    assert presenter.recipe.state.data == "mnist"


def test_that_a_download_can_be_given_up(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine(download_waits=True))
    state = presenter.download.state
    presenter.download.begin()
    qtbot.waitUntil(lambda: state.state.done == 2_000_000)
    presenter.download.cancel()
    qtbot.waitUntil(lambda: state.state.phase == "none")
    assert state.state.problem is None


def test_that_the_probe_follows_the_picture(qtbot: QtBot, make: Make) -> None:
    fake = FakeEngine(endless=True)
    presenter = make(fake)
    presenter.start()
    qtbot.waitUntil(reached(presenter, 3))
    other = np.zeros((1, 28, 28), np.uint8)
    other[0, 4:24, 12:17] = 255  # as MNIST lays its digits
    presenter._pictures.replace(SharedPicture(Picture(other, "line"), "sample"))
    qtbot.waitUntil(
        lambda: fake.probes[-1] is not None and (fake.probes[-1] == other[0]).all()
    )


def test_that_an_empty_pad_gives_no_maps_but_kernels(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine())
    empty = SharedPicture(
        Picture(np.zeros((1, 28, 28), np.uint8), "drawing"),
        "drawing",
        np.zeros((280, 280), np.uint8),
    )
    presenter._pictures.replace(empty)
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    shown = presenter.run.state.timeline.shown
    assert shown is not None
    assert not shown.pictures.layers
    assert shown.kernels is not None


def test_that_a_new_picture_goes_through_a_finished_network(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(FakeEngine())
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    kept = len(presenter.run.state.timeline.kept)
    before = presenter.run.state.timeline.shown
    other = np.full((1, 28, 28), 0, np.uint8)
    other[0, 10:20, 10:12] = 255
    with qtbot.waitSignal(presenter.run.changed):
        presenter._pictures.replace(SharedPicture(Picture(other, "bar"), "sample"))
    after = presenter.run.state.timeline
    assert after.shown is not before
    assert len(after.kept) == kept


def test_that_the_trained_network_sent_on_has_the_final_weights(
    qtbot: QtBot, make: Make
) -> None:
    # The real loop, on noise: the weights that it finished with are those sent.
    finals = []
    real = TrainingEngine()

    def train(*args: object, **kwargs: object) -> object:
        for event in real.train(*args, **kwargs):  # type: ignore[arg-type]
            if hasattr(event, "validation_accuracy") and hasattr(event, "weights"):
                finals.append(event)
            yield event

    engine = TrainingEngine()
    engine.load_dataset = lambda *_: tiny_dataset()  # type: ignore[method-assign]
    engine.train = train  # type: ignore[method-assign, assignment]
    presenter = make(engine)
    presenter.change_recipe(replace(presenter.recipe.state, epochs=2, batch_size=8))
    presenter.start()
    qtbot.waitUntil(ended(presenter), timeout=30_000)
    with qtbot.waitSignal(presenter.network_used):
        presenter.use_network()
    sent = presenter._networks.state
    assert sent.origin == "trained"
    assert sent.validation_accuracy == finals[0].validation_accuracy
    assert sent.weights is not None
    assert sent.weights.keys() == finals[0].weights.keys()
    for name, values in finals[0].weights.items():
        np.testing.assert_array_equal(sent.weights[name], values)


def test_that_weights_are_saved_with_what_made_them(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    fake = FakeEngine()
    presenter = make(fake)
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    with qtbot.waitSignal(presenter.saving.saved):
        presenter.save_weights(tmp_path / "mine.safetensors")
    assert fake.saved["validation_accuracy"] == "0.7500"
    assert fake.saved["data"] == "builtin"
    assert fake.saved["weights"] is presenter.run.state.timeline.kept[-1].weights
    qtbot.waitUntil(lambda: not presenter.saving.is_going)


def test_that_shutting_down_waits_for_weights_that_are_being_written(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    fake, begun, may_end = FakeEngine(), Event(), Event()

    def slow(path: Path, *_: object, **__: object) -> None:
        begun.set()
        may_end.wait()
        path.write_bytes(b"whole")

    fake.save_weights = slow  # type: ignore[method-assign]
    presenter = make(fake)
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    file = tmp_path / "mine.safetensors"
    presenter.save_weights(file)
    begun.wait()
    Timer(0.1, may_end.set).start()
    presenter.shut_down()
    assert file.read_bytes() == b"whole"


@pytest.mark.parametrize("ends", [True, False])
def test_that_what_is_looked_at_is_what_is_used_and_saved(
    qtbot: QtBot, make: Make, tmp_path: Path, ends: bool
) -> None:
    fake = FakeEngine(endless=not ends, batches_per_epoch=2)
    presenter = make(fake)
    for step in (1, 2, 3, 4):
        presenter.step()
        qtbot.waitUntil(lambda n=step: presenter.run.state.weights_step == n)
    if ends:
        with qtbot.waitSignal(presenter.network_trained):
            presenter.stop()
    else:
        presenter.resume()
        qtbot.waitUntil(lambda: presenter.run.state.weights_step > 4)
    kept = presenter.run.state.timeline.kept
    for index, accuracy in ((1, None), (2, 0.75), (3, None)):
        presenter.timeline.look_at(kept[index].step)
        with qtbot.waitSignal(presenter.network_used) as used:
            presenter.use_network()
        sent = presenter._networks.state
        assert used.args == [sent]
        assert (sent.run, sent.step) == (1, index)
        assert sent.weights is kept[index].weights
        assert float(sent.weights["c1.bias"][0]) == index
        if ends:
            assert sent.validation_accuracy == accuracy
        with qtbot.waitSignal(presenter.saving.saved):
            presenter.save_weights(tmp_path / "mine.safetensors")
        assert fake.saved["weights"] is kept[index].weights
        assert fake.saved["batches"] == str(index)
        qtbot.waitUntil(lambda: not presenter.saving.is_going)
    presenter.timeline.look_at(0)
    assert presenter.run.state.network_seen is None
    presenter.use_network()
    assert presenter._networks.state is sent


def test_that_each_run_offers_its_last_network_and_a_failed_one_none(
    qtbot: QtBot, make: Make
) -> None:
    for fake, offered in ((FakeEngine(), [150]), (FakeEngine(fail_at=4), [])):
        presenter = make(fake)
        steps: list[int] = []
        presenter.network_trained.connect(lambda one, to=steps: to.append(one.step))
        presenter.change_recipe(replace(presenter.recipe.state, epochs=30))
        presenter.start()
        qtbot.waitUntil(lambda one=presenter: not one.is_running)
        assert steps == offered


def test_that_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    presenter = make(FakeEngine())
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    with qtbot.waitSignal(presenter.saving.failed) as failed:
        presenter.save_weights(tmp_path / "refused.safetensors")
    assert failed.args is not None
    assert failed.args[0].code == "file_not_written"
    qtbot.waitUntil(lambda: not presenter.saving.is_going)


@pytest.mark.log_warnings
def test_that_an_unforeseen_error_ends_the_run_in_words(
    qtbot: QtBot, make: Make
) -> None:
    def broken(_data: str, _network: Network) -> object:
        raise ValueError("odd")

    engine = FakeEngine()
    engine.load_dataset = broken  # type: ignore[method-assign, assignment]
    presenter = make(engine)
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    assert presenter.run.state.problem is not None
    assert presenter.run.state.problem.code == "unexpected"


def test_that_devices_are_asked_for_once(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine())
    with qtbot.waitSignal(presenter.devices.changed):
        presenter.recipes.ask_devices()
    assert presenter.devices.state == ("cpu",)


def test_that_the_engine_gets_ready_once_while_the_recipe_is_looked_at(
    qtbot: QtBot, make: Make
) -> None:
    engine = FakeEngine()
    presenter = make(engine)
    presenter.recipes.ask_devices()
    qtbot.waitUntil(lambda: bool(engine.ready_for))
    presenter.recipes.ask_devices()
    presenter.shut_down()
    assert engine.ready_for == ["builtin"]


def test_that_closing_while_data_are_read_ends_the_reading(
    qtbot: QtBot, make: Make
) -> None:
    reading, read = Event(), FakeEngine().load_dataset

    class Slow(FakeEngine):
        def load_dataset(self, data: str, network: Network) -> Dataset:
            reading.set()
            for done in range(10**9):  # for ever, unless it is called off
                tell(done, 10**9)
            return read(data, network)

    presenter = make(Slow())
    presenter.start()
    qtbot.waitUntil(reading.is_set)
    presenter.shut_down()  # waits for the thread
    assert presenter.run.state.phase == "preparing"


def test_that_a_start_that_was_refused_is_no_run(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine(missing=("mnist",)))
    presenter.use_data("mnist")
    for _ in range(2):
        presenter.start()
        qtbot.waitUntil(ended(presenter))
        assert presenter.run.state.problem is not None
        assert presenter.run.state.number == 0
    presenter.use_data("builtin")
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    assert presenter.run.state.number == 1
