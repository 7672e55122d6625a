"""A run as event files of TensorBoard: scalars, histograms of weights, kernels."""

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as
from cnnviz.engine.lacking import tensorboard_missing
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.reports.pictures import kernel_sheet
from cnnviz.engine.reports.run_record import RunRecord
from cnnviz.engine.reports.run_weights import kept_weights

if TYPE_CHECKING:
    from tensorboardX.event_file_writer import EventsWriter

_MOST_SNAPSHOTS: Final = 100
"""Steps of a histogram: TensorBoard shows no more than some tens of them."""

_PIECES: Final = 40
"""Of equal width in a histogram, as many as in the window."""


def write_tensorboard(run: RunRecord, folder: Path) -> None:
    """Write event files into a folder, which TensorBoard is then pointed to.

    Scalars are ``batch/loss``, ``batch/accuracy`` and ``batch/learning_rate``, of
    processes that learned together ``batch/compute_seconds`` and ``batch/wait_seconds``;
    ``training/``, ``held_out/`` ``loss`` and ``accuracy`` and ``epoch/seconds``, at the
    step after which they were measured. ``weights/`` are histograms of each snapshot,
    ``kernels`` pictures.

    Raises
    ------
    CnnvizError
        `tensorboard_missing`, ``tensorboard_folder_taken`` or ``file_unwritable``.
    """
    try:
        import tensorboardX  # noqa: F401
    except ImportError as error:
        raise tensorboard_missing() from error
    with failing_as("file_unwritable", str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        if next(folder.glob("events.out.tfevents.*"), None) is not None:
            # TensorBoard would show the numbers of both as one run.
            raise CnnvizError("tensorboard_folder_taken", folder=str(folder))
        with _written_whole(folder) as events:
            _write_scalars(run, events)
            if run.settings is not None:
                _write_weights(run, run.settings.config.network, events)


class _Events:
    """Writes one event after another, in this thread.

    The package's own writer has a thread that a full disk ends, and that is then waited
    for without an end.
    """

    def __init__(self, file: "EventsWriter") -> None:
        self._file = file

    def scalar(self, name: str, value: float, step: int, at: float) -> None:
        """Write a number."""
        from tensorboardX.summary import scalar

        self._write(scalar(name, value), step, at)

    def histogram(
        self, name: str, values: NDArray[np.float32], step: int, at: float
    ) -> None:
        """Write how many values are how large."""
        from tensorboardX.summary import histogram

        self._write(histogram(name, values.ravel(), bins=_PIECES), step, at)

    def picture(
        self, name: str, pixels_hwc: NDArray[np.uint8], step: int, at: float
    ) -> None:
        """Write a picture in colour."""
        from tensorboardX.summary import image

        self._write(image(name, pixels_hwc, dataformats="HWC"), step, at)

    def _write(self, summary: object, step: int, at: float) -> None:
        from tensorboardX.proto.event_pb2 import Event

        self._file.write_event(Event(summary=summary, step=step, wall_time=at))


@contextmanager
def _written_whole(folder: Path) -> Iterator[_Events]:
    """Open a file of events that has its name once it is whole, or is not there."""
    from tensorboardX.event_file_writer import EventsWriter

    unfinished = f".cnnviz-{uuid4().hex}"
    try:
        with closing(EventsWriter(str(folder / unfinished))) as file:
            yield _Events(file)
        (whole,) = folder.glob(f"{unfinished}.*")
        whole.rename(whole.with_name(whole.name.replace(unfinished, "events")))
    finally:
        for left in folder.glob(f"{unfinished}.*"):
            with suppress(OSError):
                left.unlink()


def _begun(run: RunRecord) -> float:
    """Return when a run began, in seconds since 1970; 0 where that is not known."""
    try:
        return datetime.fromisoformat(str(run.said.get("begun"))).timestamp()
    except ValueError:
        return 0.0


def _write_scalars(run: RunRecord, events: _Events) -> None:
    begun, ended = _begun(run), dict[int, tuple[int, float]]()
    for batch, rate in zip(run.batches, run.learning_rates(), strict=True):
        at = begun + batch.seconds
        for name, value in (
            ("loss", batch.loss),
            ("accuracy", batch.accuracy),
            ("learning_rate", rate),
            ("compute_seconds", batch.compute_seconds),
            ("wait_seconds", batch.wait_seconds),
        ):
            if value is not None:
                events.scalar(f"batch/{name}", value, batch.step, at)
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
            events.scalar(name, value, step, at)


def _write_weights(run: RunRecord, network: Network, events: _Events) -> None:
    begun = _begun(run)
    reached = {batch.step: begun + batch.seconds for batch in run.batches}
    kept = list(kept_weights(run, network))
    every = -(-len(kept) // _MOST_SNAPSHOTS) or 1
    for step, weights in kept[::every]:
        at = reached.get(step, begun)
        for name, values in weights.items():
            events.histogram(f"weights/{name}", values, step, at)
        sheet = kernel_sheet(network, weights)
        if sheet is not None:
            with Image.open(io.BytesIO(sheet.png)) as picture:
                pixels = np.asarray(picture.convert("RGB"))
            events.picture("kernels", pixels, step, at)
