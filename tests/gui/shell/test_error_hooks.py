import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cnnviz.shell.faults.error_hooks import ErrorHooks


@pytest.fixture
def hooks(qtbot: QtBot) -> Iterator[ErrorHooks]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = ErrorHooks()
    made.install()
    yield made
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def fail() -> None:
    raise ValueError("nobody foresaw this")


def raise_into_hook() -> None:
    try:
        fail()
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        sys.excepthook(kind, error, trace)


def test_that_an_exception_is_logged_and_told(
    hooks: ErrorHooks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(hooks.caught) as told:
        raise_into_hook()
    assert "nobody foresaw this" in told.args[0]
    assert "fail" in told.args[0]
    assert "nobody foresaw this" in caplog.text


def test_that_an_exception_in_a_thread_is_told_in_the_windows_thread(
    hooks: ErrorHooks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    where: list[int] = []

    class Listener(QObject):
        def listen(self, _trace: str) -> None:
            where.append(threading.get_ident())

    listener = Listener()
    hooks.caught.connect(listener.listen)
    thread = threading.Thread(target=fail)
    with qtbot.waitSignal(hooks.caught):
        thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]


def test_that_ctrl_c_is_no_error(
    hooks: ErrorHooks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.assertNotEmitted(hooks.caught):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not caplog.records


def test_that_a_hook_in_trouble_itself_raises_nothing(
    hooks: ErrorHooks,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full_disk(*_arguments: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(
        logging.getLogger("cnnviz.shell.faults.error_hooks"), "error", full_disk
    )
    raise_into_hook()
    assert "nobody foresaw this" in capsys.readouterr().err
