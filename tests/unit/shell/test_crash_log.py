import subprocess
import sys
from pathlib import Path

import pytest

from cnnviz.shell.faults.crash_log import CrashLog, crash_text
from cnnviz.shell.faults.log_setup import log_folder

FALLS = """
import ctypes
from cnnviz.shell.faults.crash_log import CrashLog
CrashLog().begin()
ctypes.string_at(0)
"""


def crash() -> None:
    done = subprocess.run([sys.executable, "-c", FALLS], check=False)
    assert done.returncode != 0


def test_that_a_crash_below_python_is_found_once_at_the_next_start() -> None:
    crash()
    first, second = CrashLog(), CrashLog()
    first.begin()
    assert first.found
    assert "Segmentation fault" in crash_text(10_000)
    assert "string_at" in crash_text(10_000)
    first.end()
    second.begin()
    second.end()
    assert not second.found
    assert "Segmentation fault" in crash_text(10_000)


def test_that_a_process_that_ends_in_order_leaves_nothing() -> None:
    log = CrashLog()
    log.begin()
    assert list(log_folder().iterdir())
    log.end()
    assert not list(log_folder().iterdir())
    assert crash_text(100) == ""


def test_that_the_reports_do_not_pile_up() -> None:
    log_folder().mkdir(parents=True)
    for number in range(9):
        report = log_folder() / f"running-{number}-1.txt"
        report.write_text(f"Fatal: {number}")
    log = CrashLog()
    log.begin()
    log.end()
    assert len(list(log_folder().iterdir())) == 5
    assert crash_text(100) == "Fatal: 8"


@pytest.mark.log_warnings
def test_that_a_folder_that_cannot_be_written_costs_the_report_only(
    own_home: Path,
) -> None:
    log_folder().parent.parent.mkdir(parents=True, exist_ok=True)
    log_folder().parent.write_text("a file in the way")
    log = CrashLog()
    log.begin()
    log.end()
    assert not log.found
