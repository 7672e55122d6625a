import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from cnnviz.shell.faults.log_setup import begin_logging, end_of_log, log_file
from cnnviz.shell.faults.qt_log import log_qt_messages

pytestmark = pytest.mark.log_warnings


@pytest.fixture
def bare_logging() -> Iterator[None]:
    root = logging.getLogger()
    before, level = set(root.handlers), root.level
    yield
    for handler in set(root.handlers) - before:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    qInstallMessageHandler(None)


def test_that_qts_warnings_and_ours_are_written_down(
    bare_logging: None, capfd: pytest.CaptureFixture[str]
) -> None:
    begin_logging()
    log_qt_messages()
    logging.getLogger("cnnviz.test").info("opened a picture")
    qWarning("something odd")
    written = log_file().read_text()
    assert "opened a picture" in written
    assert "something odd" in written
    said = capfd.readouterr().err
    assert "something odd" in said
    assert "opened a picture" not in said


def test_that_a_folder_that_cannot_be_written_costs_the_file_only(
    bare_logging: None, own_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log_file().parent.parent.parent.mkdir(parents=True, exist_ok=True)
    log_file().parent.parent.write_text("a file in the way")
    begin_logging()
    logging.getLogger("cnnviz.test").error("still said")
    assert "still said" in capfd.readouterr().err


def test_that_a_name_in_the_log_does_nothing_to_the_terminal(
    bare_logging: None, capfd: pytest.CaptureFixture[str]
) -> None:
    begin_logging()
    log_qt_messages()
    qWarning("cannot open \x1b[31m\u202egnp")
    said = capfd.readouterr().err
    assert r"cannot open \x1b[31m\u202egnp" in said
    assert "\x1b" not in said
    assert "\x1b" not in log_file().read_text(encoding="utf-8")


def test_that_the_end_of_the_log_is_read_and_a_log_that_is_not_there_is_empty(
    bare_logging: None,
) -> None:
    assert end_of_log(2) == ""
    begin_logging()
    for number in range(5):
        logging.getLogger("cnnviz.test").info("line %d", number)
    last = end_of_log(2).splitlines()
    assert [line.rpartition(": ")[2] for line in last] == ["line 3", "line 4"]
