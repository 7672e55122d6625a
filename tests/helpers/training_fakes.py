"""A training engine that does what a test says, and counts what it was asked."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.trace import LayerOutput, Trace
from cnnviz.engine.training.config import DeviceName, TrainingConfig
from cnnviz.engine.training.events import (
    WEIGHTS,
    BatchDone,
    Checkpoint,
    EpochDone,
    Failed,
    Finished,
    RecipeChanged,
    Snapshot,
    Started,
    TrainingEvent,
    Weights,
)
from cnnviz.engine.training.predictions import Predictions
from cnnviz.engine.training.recipe_changes import ChangesWanted
from cnnviz.pages.train.presenters.training_engine import TrainingEngine, runs_folder
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store

LENET5 = network("lenet5")
_BATCH_S = 0.001


def weights(value: float) -> Weights:
    """Return LeNet-5's weights, all of one value."""
    return {
        name: np.full(shape, value, np.float32)
        for name, shape in parameter_shapes(LENET5).items()
    }


def trace(value: float) -> Trace:
    """Return what LeNet-5 might say."""
    maps = {"c1_relu": (6, 28, 28), "c3_relu": (16, 10, 10)}
    return Trace(
        input_chw=np.zeros((1, 28, 28), np.float32),
        layers=tuple(
            LayerOutput(name, "activation", np.full(shape, value, np.float32))
            for name, shape in maps.items()
        ),
        probabilities=np.full(10, 0.1, np.float32),
        best=0,
    )


def tiny_dataset(train: int = 40, test: int = 20) -> Dataset:
    """Return noise with labels: enough for a network to run."""
    noise = np.random.default_rng(0)

    def split(count: int) -> Split:
        images = noise.integers(0, 256, (count, 28, 28), dtype=np.uint8)
        return Split(images, np.arange(count, dtype=np.int64) % 10)

    return Dataset("tiny", split(train), split(test), tuple("0123456789"))


def digit_store() -> Store[SharedPicture]:
    """Return a store with a bright square on black."""
    pixels = np.zeros((1, 28, 28), np.uint8)
    pixels[0, 8:20, 10:18] = 255
    return Store(SharedPicture(Picture(pixels, "square"), "sample"))


def network_store() -> Store[CurrentNetwork]:
    """Return a store with a network that has no weights yet."""
    return Store(CurrentNetwork(LENET5, None, "shipped"))


def checkpoint(step: int, epoch: int, batch: int) -> Checkpoint:
    """Return where a run of the `FakeEngine` goes on."""
    return Checkpoint(
        step=step,
        epoch=epoch,
        batch=batch,
        pictures_seen=64 * step,
        epoch_pictures=64 * batch,
        seconds=step / 100,
        epoch_seconds=batch / 100,
        loss_sum=1.0,
        right=1,
        arrays={f"{WEIGHTS}{name}": one for name, one in weights(step).items()},
    )


def answers() -> Predictions:
    """Return what might be said of `tiny_dataset`: the first five are taken for the next class."""
    labels_n = np.arange(20) % 10
    predicted_n = np.where(np.arange(20) < 5, (labels_n + 1) % 10, labels_n)
    return Predictions.of(10, labels_n, predicted_n, np.linspace(0.5, 0.88, 20))


class TinyEngine(TrainingEngine):
    """The real training, on forty pictures of noise."""

    @override
    def load_dataset(self, data: str, network: Network) -> Dataset:
        return tiny_dataset()


@dataclass
class FakeEngine(TrainingEngine):
    """Events without torch: each batch lowers the loss, each snapshot says its step."""

    runs: Path | None = field(default_factory=runs_folder)
    batches_per_epoch: int = 5
    endless: bool = False
    fail_at: int | None = None
    missing: tuple[str, ...] = ()
    broken: CnnvizError | None = None
    notes: tuple[CnnvizError, ...] = ()
    asked: int = 0
    ready_for: list[str] = field(default_factory=list)
    closed: bool = False
    probes: list[NDArray[np.uint8] | None] = field(default_factory=list)
    download_error: CnnvizError | None = None
    download_waits: bool = False
    saved: dict[str, object] = field(default_factory=dict)
    went_on_at: list[int] = field(default_factory=list)
    began_with: Weights | None = None
    _pace: Event = field(default_factory=Event)

    @override
    def get_ready(self, data: str, is_cancelled: Callable[[], bool]) -> None:
        self.ready_for.append(data)

    @override
    def available_devices(self) -> tuple[DeviceName, ...]:
        return ("cpu",)

    @override
    def load_dataset(self, data: str, network: Network) -> Dataset:
        if data in self.missing:
            raise CnnvizError("dataset_not_found", name=data, places="nowhere")
        if self.broken is not None:
            raise self.broken
        return tiny_dataset()

    @override
    def train(
        self,
        config: TrainingConfig,
        dataset: Dataset,
        *,
        probe_hw: Callable[[], NDArray[np.uint8] | None],
        snapshot_wanted: Callable[[], bool],
        checkpoint_wanted: Callable[[], bool],
        resumed: Checkpoint | None,
        changes_wanted: ChangesWanted | None = None,
        initial_weights: Weights | None = None,
    ) -> Generator[TrainingEvent, None, None]:
        self.began_with = initial_weights
        asked = probe_hw, snapshot_wanted, checkpoint_wanted, changes_wanted
        try:
            yield from self._events(config, *asked, resumed)
        finally:
            self.closed = True

    def _events(
        self,
        config: TrainingConfig,
        probe_hw: Callable[[], NDArray[np.uint8] | None],
        snapshot_wanted: Callable[[], bool],
        checkpoint_wanted: Callable[[], bool],
        changes_wanted: ChangesWanted | None,
        resumed: Checkpoint | None,
    ) -> Generator[TrainingEvent, None, None]:
        in_epoch = 10**9 if self.endless else self.batches_per_epoch
        pictures = in_epoch * config.batch_size
        step, first_epoch, batches_gone = 0, 1, 0
        if resumed is None:
            yield Started(config, "cpu", pictures, 20, in_epoch, self.notes)
            yield self._snapshot(0, 0, probe_hw)
        else:
            self.went_on_at.append(resumed.step)
            step, first_epoch = resumed.step, resumed.epoch
            batches_gone = resumed.batch
        for epoch in range(first_epoch, config.epochs + 1):
            for batch in range(batches_gone + 1, in_epoch + 1):
                if changes_wanted is not None and (changed := changes_wanted(step)):
                    yield RecipeChanged(step, **changed)
                step += 1
                self.asked = step
                if self.endless:  # no faster than a network learns
                    self._pace.wait(_BATCH_S)
                if step == self.fail_at:
                    yield Failed(
                        "training_diverged",
                        {"epoch": epoch, "batch": batch, "learning_rate": 9.0},
                    )
                    return
                yield BatchDone(
                    epoch, batch, step, 2 / step, 1 - 1 / step, step * 64, step / 100
                )
                if snapshot_wanted():
                    yield self._snapshot(step, epoch, probe_hw)
                if checkpoint_wanted():
                    yield checkpoint(step, epoch, batch)
            batches_gone = 0
            yield EpochDone(epoch, 1.0, 0.5, 0.9, 0.75, 1.0, answers())
            if epoch < config.epochs and checkpoint_wanted():
                yield checkpoint(step, epoch + 1, 0)
        yield self._snapshot(step, config.epochs, probe_hw)
        yield Finished(weights(step), 0.75, 2.0)

    def _snapshot(
        self, step: int, epoch: int, probe_hw: Callable[[], NDArray[np.uint8] | None]
    ) -> Snapshot:
        digit_hw = probe_hw()
        self.probes.append(digit_hw)
        said = None if digit_hw is None else trace(step)
        return Snapshot(step, epoch, weights(step), said)

    @override
    def download(
        self, on_progress: Callable[[int, int], None], is_cancelled: Callable[[], bool]
    ) -> Path:
        on_progress(2_000_000, 11_000_000)
        while self.download_waits and not is_cancelled():
            pass
        if is_cancelled():
            raise CnnvizError("download_cancelled")
        if self.download_error is not None:
            raise self.download_error
        self.missing = ()
        return Path("mnist")

    @override
    def save_weights(
        self, path: Path, network: Network, weights: Weights, **metadata: object
    ) -> None:
        if path.name == "refused.safetensors":
            raise CnnvizError("file_not_written", path=str(path), reason="no room")
        self.saved = {"path": path, "weights": weights, **metadata}
