"""The engine as the training thread calls it."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.training.config import DeviceName, TrainingConfig
from cnnviz.engine.training.events import TrainingEvent, Weights

Probe = Callable[[], NDArray[np.uint8] | None]
"""Returns the newest picture whose maps snapshots show."""


class Train(Protocol):
    """``training.loop.train`` as the window needs it."""

    def __call__(
        self,
        config: TrainingConfig,
        dataset: Dataset,
        *,
        probe_hw: Probe,
        snapshot_wanted: Callable[[], bool],
    ) -> Generator[TrainingEvent, None, None]:
        """Return a generator of events."""
        ...


# torch takes more than a second to import: each function below imports what needs it
# when it runs, which is in a thread.


def _load_dataset(data: str) -> Dataset:
    from cnnviz.engine.datasets.loading import load_dataset

    return load_dataset(data)


def _train(
    config: TrainingConfig,
    dataset: Dataset,
    *,
    probe_hw: Probe,
    snapshot_wanted: Callable[[], bool],
) -> Generator[TrainingEvent, None, None]:
    from cnnviz.engine.training.loop import train

    return train(config, dataset, probe_hw=probe_hw, snapshot_wanted=snapshot_wanted)


def _available_devices() -> tuple[DeviceName, ...]:
    from cnnviz.engine.training.devices import available_devices

    return available_devices()


def _download(
    on_progress: Callable[[int, int], None], is_cancelled: Callable[[], bool]
) -> Path:
    from cnnviz.engine.datasets.download import download_mnist
    from cnnviz.engine.datasets.loading import user_data_folder

    return download_mnist(
        user_data_folder() / "mnist",
        on_progress=on_progress,
        is_cancelled=is_cancelled,
    )


def _trace(network: Network, weights: Weights, digit_hw: NDArray[np.uint8]) -> Trace:
    from cnnviz.engine.networks.classifier import Classifier

    return Classifier(network, weights).trace(digit_hw)


def _save_weights(
    path: Path, network: Network, weights: Weights, **metadata: object
) -> None:
    from cnnviz.engine.networks.weights import save_weights

    save_weights(path, network, weights, **metadata)


@dataclass(frozen=True, slots=True)
class TrainingEngine:
    """The calls that the threads of the Train page make; a test passes its own."""

    load_dataset: Callable[[str], Dataset] = _load_dataset
    train: Train = _train
    available_devices: Callable[[], tuple[DeviceName, ...]] = _available_devices
    download: Callable[[Callable[[int, int], None], Callable[[], bool]], Path] = (
        _download
    )
    trace: Callable[[Network, Weights, NDArray[np.uint8]], Trace] = _trace
    save_weights: Callable[..., None] = _save_weights
