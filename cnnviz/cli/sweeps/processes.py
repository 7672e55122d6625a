"""The runs of a sweep, each a process of its own: begun, gone on with, or left alone."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGTERM
from threading import Lock
from typing import Final

from cnnviz.cli.sweeps.settings import Setting
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.places import is_bundle
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.run_folder import holds_run, read_settings
from cnnviz.engine.training.runs.run_listing import RunListed, is_in_use, list_runs

_LOOK_S: Final = 0.1
"""How soon a signal is noticed while runs are under way."""

_CHANGES_NOTHING: Final = (
    "device",
    "threads",
    "snapshot_every",
    "snapshot_megabytes",
)
"""Settings of a recipe that may differ when a sweep is called again."""


@dataclass(frozen=True, slots=True)
class SweepRun:
    """One run of a sweep.

    Attributes
    ----------
    setting
        What was chosen for it.
    folder
        Where it is, or will be.
    words
        What follows ``cnnviz`` to begin it.
    config
        Its recipe.
    data
        What it learns from, as its folder says it.
    """

    setting: Setting
    folder: Path
    words: Sequence[str]
    config: TrainingConfig
    data: str


@dataclass(frozen=True, slots=True)
class SweepResult:
    """How far a run of a sweep is.

    Attributes
    ----------
    run
        The run.
    listed
        As ``cnnviz runs`` lists it; ``None`` where it has not begun.
    message
        Why it failed; otherwise empty.
    is_elsewhere
        Whether another process is at it, which may be about to begin.
    """

    run: SweepRun
    listed: RunListed | None
    message: str = ""
    is_elsewhere: bool = False

    @property
    def condition(self) -> str:
        """As of ``cnnviz runs``, or ``failed`` before it began, or ``waiting``."""
        if self.is_elsewhere:
            return "running"
        if self.listed is None:
            return "failed" if self.message else "waiting"
        is_over = self.listed.condition == "interrupted" and self.message
        return "failed" if is_over else self.listed.condition


def check_folders(runs: Sequence[SweepRun]) -> None:
    """Refuse to go on with runs that were asked to do something else.

    Raises
    ------
    CnnvizError
        ``sweep_settings_differ``, and what `read_settings` raises.
    """
    for run in runs:
        if holds_run(run.folder):
            found = read_settings(run.folder)
            is_same = _compared(found.config) == _compared(run.config)
            if not is_same or found.data != run.data:
                raise CnnvizError("sweep_settings_differ", folder=str(run.folder))


def _compared(config: TrainingConfig) -> list[object]:
    return [
        getattr(config, name)
        for name in TrainingConfig.__dataclass_fields__
        if name not in _CHANGES_NOTHING
    ]


class Processes:
    """Runs so many processes at a time.

    Parameters
    ----------
    jobs
        How many.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs, self._lock = jobs, Lock()
        self._live: set[subprocess.Popen[bytes]] = set()
        self._stopping = False

    def results(
        self, runs: Sequence[SweepRun], is_told: Callable[[], bool]
    ) -> Iterator[SweepResult]:
        """Yield how each run came out as it ends; one that fails stops no other.

        Parameters
        ----------
        runs
            What to do.
        is_told
            Whether to stop: then those under way save what they learned, and no other
            begins.
        """
        # Told to stop first: leaving the pool waits for all that was asked of it.
        with ThreadPoolExecutor(self._jobs) as pool, self._stopped_at_the_end():
            waiting: set[Future[SweepResult]] = {
                pool.submit(self._result, run) for run in runs
            }
            while waiting:
                done, waiting = wait(waiting, _LOOK_S, FIRST_COMPLETED)
                if is_told():
                    self._stop()
                for future in done:
                    yield future.result()

    @contextmanager
    def _stopped_at_the_end(self) -> Iterator[None]:
        try:
            yield
        finally:
            self._stop()

    def _stop(self) -> None:
        """Ask all processes to end, once, and begin none."""
        with self._lock:
            if self._stopping:  # one that has saved, and is leaving, minds no more
                return
            self._stopping = True
            for process in self._live:
                with suppress(OSError):  # it has just ended
                    process.send_signal(SIGTERM)

    def _result(self, run: SweepRun) -> SweepResult:
        before = _listed(run.folder)
        words = list(run.words)
        if before is not None:
            if before.condition in ("finished", "running"):
                return SweepResult(run, before)
            words = ["train", "--resume", str(run.folder)]
        message = self._run(words)
        if message and is_in_use(run.folder):  # another sweep was quicker
            return SweepResult(run, _listed(run.folder), is_elsewhere=True)
        return SweepResult(run, _listed(run.folder), message)

    def _run(self, words: Sequence[str]) -> str:
        """Run a command to its end; return the last line of its complaint."""
        with self._lock:
            if self._stopping:
                return ""
            # The bundle is a program of its own, and no Python.
            program = [sys.executable, *(() if is_bundle() else ("-m", "cnnviz"))]
            process = subprocess.Popen(
                [*program, *words],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            self._live.add(process)
        with process:
            _, complaint = process.communicate()
        with self._lock:
            self._live.discard(process)
        if process.returncode == 0 or self._stopping:
            return ""
        lines = complaint.decode("utf-8", "replace").strip().splitlines()
        last = lines[-1] if lines else f"exit status {process.returncode}"
        return last.removeprefix("cnnviz: ")


def _listed(folder: Path) -> RunListed | None:
    if not holds_run(folder):
        return None
    return next(iter(list_runs(folder)), None)
