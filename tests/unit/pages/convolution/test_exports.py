"""Outputs as files: exact, channel by channel, and given up between two rows."""

import io
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import (
    ActivationKind,
    ActivationSpec,
    activate,
)
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.presenters import exports
from cnnviz.pages.convolution.presenters.exports import (
    shown_pixels,
    write_output,
)
from cnnviz.state.workers.file_worker import FileWorker

KINDS: tuple[ActivationKind, ...] = ("none", "relu", "sigmoid", "softmax")


def walk(side: int, outputs: int, kind: ActivationKind = "none") -> Walk:
    rng = np.random.default_rng(0)
    picture = rng.integers(0, 256, (2, side, side + 3), np.uint8)
    kernels = rng.normal(size=(outputs, 2, 3, 3)).astype(np.float32) / 100
    operation = Convolution(picture, kernels, ConvSpec(kernel=(3, 3)))
    return Walk(operation, ActivationSpec(kind=kind), output_channel=outputs - 1)


def whole(of: Walk) -> NDArray[np.float32]:
    return activate(of.operation.compute(), of.activation)


@pytest.mark.parametrize("outputs", [1, 5])
@pytest.mark.parametrize("kind", KINDS)
def test_that_an_npy_is_what_numpy_would_have_saved(
    tmp_path: Path, kind: ActivationKind, outputs: int
) -> None:
    path, several = tmp_path / "a.npy", walk(20, outputs, kind)
    buffer = io.BytesIO()
    np.save(buffer, whole(several))

    write_output(path, several, 255)

    assert path.read_bytes() == buffer.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_table_holds_every_channel(tmp_path: Path, kind: ActivationKind) -> None:
    path, several = tmp_path / "a.csv", walk(9, 3, kind)

    write_output(path, several, 255)

    blocks = path.read_text().split("\n\n")
    read = np.array([np.loadtxt(io.StringIO(b), delimiter=",") for b in blocks])
    np.testing.assert_array_equal(read.astype(np.float32), whole(several))


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_picture_is_that_of_the_shown_channel(
    tmp_path: Path, kind: ActivationKind
) -> None:
    path, several = tmp_path / "a.png", walk(9, 3, kind)

    write_output(path, several, 1)

    shown = shown_pixels(whole(several)[2], 1)
    with Image.open(path) as image:
        pixels = np.asarray(image)
    np.testing.assert_array_equal(pixels.reshape(7, 10, -1), shown.transpose(1, 2, 0))


@pytest.mark.parametrize("kind", ["none", "softmax"])
@pytest.mark.parametrize("ending", [".npy", ".png"])
def test_that_one_channel_at_a_time_is_held(
    tmp_path: Path, ending: str, kind: ActivationKind
) -> None:
    several = walk(400, 32, kind)
    one = several.output_hw[0] * several.output_hw[1] * 4
    tracemalloc.start()
    try:
        write_output(tmp_path / f"a{ending}", several, 255)
        _used, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 12 * one


def cancelled_after(calls: int) -> Callable[[], bool]:
    left = iter(range(calls))
    return lambda: next(left, None) is None


@pytest.mark.parametrize("ending", [".npy", ".csv", ".png"])
def test_that_what_is_given_up_leaves_what_was_there(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("before")

    calls = 0 if ending == ".png" else 3
    with pytest.raises(Cancelled):
        write_output(path, walk(50, 4), 255, cancelled_after(calls))

    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_table_is_given_up_between_two_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Computing does not ask here: only the writing of rows can have given up."""
    single = walk(50, 1)
    rows: list[bytes] = []
    lines = exports.csv_lines

    def counted(
        values_hw: NDArray[np.float32], *, for_spreadsheet: bool
    ) -> "list[bytes]":
        rows.extend(lines(values_hw, for_spreadsheet=for_spreadsheet))
        return rows

    monkeypatch.setattr(exports, "csv_lines", counted)
    asked = 0

    def is_cancelled() -> bool:
        nonlocal asked
        asked += bool(rows)
        return asked > 5

    with pytest.raises(Cancelled):
        write_output(tmp_path / "a.csv", single, 255, is_cancelled)
    assert asked == 6


def table_worker(path: Path, of: Walk, grace_ms: int = 1_000) -> FileWorker:
    return FileWorker(
        "export", path, partial(write_output, path, of, 255), grace_ms=grace_ms
    )


def test_that_closing_does_not_wait_for_a_long_table(
    qtbot: QtBot, tmp_path: Path
) -> None:
    worker = table_worker(tmp_path / "a.csv", walk(2000, 60), grace_ms=1)
    with qtbot.assertNotEmitted(worker.saved):
        worker.start()
        worker.shut_down()

    assert worker.isFinished()
    assert not list(tmp_path.iterdir())


def test_that_closing_waits_for_what_is_nearly_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    worker = table_worker(tmp_path / "a.csv", walk(30, 2))
    worker.start()
    worker.shut_down()

    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_that_a_cancelled_file_is_said_to_be_given_up(
    qtbot: QtBot, tmp_path: Path
) -> None:
    worker = table_worker(tmp_path / "a.csv", walk(2000, 60))
    with qtbot.assertNotEmitted(worker.failed), qtbot.waitSignal(worker.given_up):
        worker.start()
        worker.cancel()
    worker.wait()

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("error", [MemoryError(), ValueError("odd")])
@pytest.mark.log_warnings
def test_that_every_thread_says_the_same_of_an_exception(
    qtbot: QtBot, tmp_path: Path, error: Exception
) -> None:
    def failing(_is_cancelled: Callable[[], bool]) -> None:
        raise error

    worker = FileWorker("export", tmp_path / "a.csv", failing)
    with qtbot.waitSignal(worker.failed) as failed:
        worker.start()
    worker.wait()

    expected = "memory_full" if isinstance(error, MemoryError) else "unexpected"
    assert failed.args[0].code == expected
