"""A run as event files of TensorBoard: scalars, histograms of weights, kernels."""

import io
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.reports.pictures import kernel_sheet
from cnnviz.engine.reports.run_record import RunRecord
from cnnviz.engine.reports.run_weights import kept_weights

if TYPE_CHECKING:
    from tensorboardX import SummaryWriter

_MOST_SNAPSHOTS: Final = 100
"""Steps of a histogram: TensorBoard shows no more than some tens of them."""


def write_tensorboard(run: RunRecord, folder: Path) -> None:
    """Write event files into a folder, which TensorBoard is then pointed to.

    Scalars are ``batch/loss``, ``batch/accuracy`` and ``batch/learning_rate``;
    ``training/``, ``held_out/`` ``loss`` and ``accuracy`` and ``epoch/seconds``, at the
    step after which they were measured. ``weights/`` are histograms of each snapshot,
    ``kernels`` pictures.

    Raises
    ------
    CnnvizError
        ``tensorboard_missing``, ``tensorboard_folder_taken`` or ``file_unwritable``.
    """
    try:
        from tensorboardX import SummaryWriter
    except ImportError as error:
        raise CnnvizError("tensorboard_missing") from error
    with failing_as("file_unwritable", str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        if next(folder.glob("events.out.tfevents.*"), None) is not None:
            # TensorBoard would show the numbers of both as one run.
            raise CnnvizError("tensorboard_folder_taken", folder=str(folder))
        with closing(SummaryWriter(str(folder))) as writer:
            _write_scalars(run, writer)
            if run.settings is not None:
                _write_weights(run, run.settings.config.network, writer)


def _begun(run: RunRecord) -> float:
    """Return when a run began, in seconds since 1970; 0 where that is not known."""
    try:
        return datetime.fromisoformat(str(run.said.get("begun"))).timestamp()
    except ValueError:
        return 0.0


def _write_scalars(run: RunRecord, writer: "SummaryWriter") -> None:
    begun, ended = _begun(run), dict[int, tuple[int, float]]()
    for batch, rate in zip(run.batches, run.learning_rates(), strict=True):
        at = begun + batch.seconds
        writer.add_scalar("batch/loss", batch.loss, batch.step, walltime=at)
        writer.add_scalar("batch/accuracy", batch.accuracy, batch.step, walltime=at)
        if rate is not None:
            writer.add_scalar("batch/learning_rate", rate, batch.step, walltime=at)
        ended[batch.epoch] = batch.step, at
    for epoch in run.epochs:
        step, at = ended.get(epoch.epoch, (epoch.epoch, begun))
        for name, value in (
            ("training/loss", epoch.train_loss),
            ("training/accuracy", epoch.train_accuracy),
            ("held_out/loss", epoch.validation_loss),
            ("held_out/accuracy", epoch.validation_accuracy),
            ("epoch/seconds", epoch.seconds),
        ):
            writer.add_scalar(name, value, step, walltime=at)


def _write_weights(run: RunRecord, network: Network, writer: "SummaryWriter") -> None:
    begun = _begun(run)
    reached = {batch.step: begun + batch.seconds for batch in run.batches}
    kept = list(kept_weights(run, network))
    every = -(-len(kept) // _MOST_SNAPSHOTS) or 1
    for step, weights in kept[::every]:
        at = reached.get(step, begun)
        for name, values in weights.items():
            writer.add_histogram(f"weights/{name}", values.ravel(), step, walltime=at)
        sheet = kernel_sheet(network, weights)
        if sheet is not None:
            with Image.open(io.BytesIO(sheet.png)) as picture:
                pixels = np.asarray(picture.convert("RGB"))
            writer.add_image("kernels", pixels, step, walltime=at, dataformats="HWC")
