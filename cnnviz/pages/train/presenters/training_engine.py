"""The engine as the threads of the Train page call it."""

import os
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.lacking import has_torch, torch_missing
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights, save_weights
from cnnviz.engine.places import data_place
from cnnviz.engine.training.config import DeviceName, TrainingConfig
from cnnviz.engine.training.events import Checkpoint, TrainingEvent

if TYPE_CHECKING:
    from cnnviz.engine.training.recipe_changes import ChangesWanted
    from cnnviz.engine.training.runs.run_room import RunRoom

Probe = Callable[[], NDArray[np.uint8] | None]
"""Returns the newest picture whose maps snapshots show."""


def runs_folder() -> Path:
    """Return where the window's runs of this user are."""
    return data_place() / "runs"


def own_threads() -> int:
    """Return how many threads training has: one core is left to the window."""
    return max(1, (os.cpu_count() or 1) - 1)


class TrainingEngine:
    """The calls that the threads make; a test has its own.

    torch takes more than a second to import: what needs it is imported when it is
    called, which is in a thread.

    Parameters
    ----------
    runs
        Where each run has a folder; ``None`` keeps none.

    Attributes
    ----------
    room
        How many runs are kept there; ``None``: as usual.
    """

    room: "RunRoom | None" = None

    def __init__(self, runs: Path | None = None) -> None:
        self.runs = runs

    @property
    def problem(self) -> CnnvizError | None:
        """Why nothing can be trained on this machine, if so."""
        return None if has_torch() else torch_missing()

    def load_dataset(self, data: str, network: Network) -> Dataset:
        """Read a data set for a network, by its name, path, or a mixture of these."""
        from cnnviz.engine.datasets.choice.fitting import Fit
        from cnnviz.engine.datasets.loading import load_dataset

        return load_dataset(
            data, fit=Fit(network.input_chw, network.labels, network.drawings)
        )

    def run_data(self, dataset: Dataset, config: TrainingConfig) -> Dataset:
        """Return what a run has of its data, see `cnnviz.engine.training.data.run_data`."""
        from cnnviz.engine.training.data.run_data import run_data

        return run_data(dataset, config)

    def train(
        self,
        config: TrainingConfig,
        dataset: Dataset,
        *,
        probe_hw: Probe,
        snapshot_wanted: Callable[[], bool],
        checkpoint_wanted: Callable[[], bool],
        resumed: Checkpoint | None,
        changes_wanted: "ChangesWanted | None" = None,
        initial_weights: Weights | None = None,
    ) -> Generator[TrainingEvent, None, None]:
        """Return the events of a run, see `cnnviz.engine.training.loop.train`."""
        from cnnviz.engine.training.loop import train

        return train(
            config,
            dataset,
            probe_hw=probe_hw,
            initial_weights=initial_weights,
            snapshot_wanted=snapshot_wanted,
            checkpoint_wanted=checkpoint_wanted,
            changes_wanted=changes_wanted,
            resumed=resumed,
            watch_layers=True,
        )

    def get_ready(self, data: str, is_cancelled: Callable[[], bool]) -> None:
        """Do ahead what the first run would wait for.

        Torch's optimisers import 800 modules at their first step, a second's worth; the
        built-in digits take seconds to make.
        """
        import torch._dynamo  # noqa: F401

        import cnnviz.engine.training.loop  # noqa: F401
        from cnnviz.engine.datasets.builtin_digits import BUILTIN, make_ahead

        if data == BUILTIN:
            make_ahead(is_cancelled)

    def available_devices(self) -> tuple[DeviceName, ...]:
        """Return what this machine can compute on."""
        from cnnviz.engine.training.devices import available_devices

        return available_devices()

    def download(
        self, on_progress: Callable[[int, int], None], is_cancelled: Callable[[], bool]
    ) -> Path:
        """Fetch MNIST into the user's data folder, and return its folder."""
        from cnnviz.engine.datasets.download import download_mnist
        from cnnviz.engine.datasets.loading import user_data_folder

        folder = user_data_folder() / "mnist"
        return download_mnist(
            folder, on_progress=on_progress, is_cancelled=is_cancelled
        )

    def save_weights(
        self, path: Path, network: Network, weights: Weights, **metadata: object
    ) -> None:
        """Write a file of weights."""
        save_weights(path, network, weights, **metadata)
