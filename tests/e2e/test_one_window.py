"""A file that is opened elsewhere: the window that is open takes it; a crash loses none."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine import open_window
from cnnviz.engine.open_window import hand_over, handed_over, listening_name
from cnnviz.shell.application import Application
from cnnviz.shell.documents.handed_files import HandedFiles
from tests.helpers.session import session
from tests.helpers.started_program import start

__all__ = ["session"]


@pytest.fixture
def handed(session: Session) -> Iterator[HandedFiles]:
    made = HandedFiles(session.window)
    made.begin()
    yield made
    made.shut_down()


@pytest.fixture
def experiment(session: Session, qtbot: QtBot, tmp_path: Path) -> Path:
    """Return a saved experiment of an odd name."""
    path = tmp_path / "aula nº 1 – café.cnnlab"
    with qtbot.waitSignal(session.lab.files.saved):
        session.lab.files.save(str(path))
    session.picture.start_drawing()
    return path


def test_that_a_second_start_hands_its_file_over_and_ends(
    session: Session, handed: HandedFiles, qtbot: QtBot, experiment: Path
) -> None:
    session.lab.files.document.name.replace("")
    with qtbot.waitSignal(session.lab.files.opened, timeout=30_000):
        second = subprocess.Popen(
            [sys.executable, "-m", "cnnviz", experiment.name], cwd=experiment.parent
        )
    assert second.wait(20) == 0
    assert session.lab.files.document.name.state == str(experiment)
    assert session.pictures.state.origin == "sample"


def test_that_a_window_with_an_open_question_takes_nothing(
    session: Session, handed: HandedFiles, qtbot: QtBot, experiment: Path
) -> None:
    session.window.close()  # asks: the drawing is not in the file
    answers = []
    asking = socket.socket(socket.AF_UNIX)
    asking.connect(listening_name())
    asking.sendall(b'{"open": "/a.cnnlab", "token": ""}\n')
    asking.setblocking(False)

    def has_answered() -> bool:
        try:
            answers.append(asking.recv(10))
        except BlockingIOError:
            return False
        return True

    qtbot.waitUntil(has_answered)
    asking.close()
    assert answers == [open_window.BUSY]
    assert not session.window.can_take_files


def test_that_what_a_killed_window_has_left_is_in_nobodys_way(
    session: Session, own_home: Path, qtbot: QtBot
) -> None:
    stale = socket.socket(socket.AF_UNIX)
    stale.bind(listening_name())
    stale.close()  # the file of the socket stays
    assert not hand_over("a.cnnlab")
    first, second = HandedFiles(session.window), HandedFiles(session.window)
    first.begin()
    second.begin()  # one window listens
    assert (first.is_listening, second.is_listening) == (True, False)
    first.shut_down()
    second.begin()  # and another when that is gone
    assert second.is_listening
    second.shut_down()
    assert not Path(listening_name()).exists()


@pytest.mark.parametrize(
    "message",
    [b"", b"\n", b"[1]", b'{"open": 1, "token": ""}', b'{"open": "a\\u0000"}', b"\xff"],
)
def test_that_a_message_that_makes_no_sense_opens_nothing(message: bytes) -> None:
    assert handed_over(message) == ""


def test_that_the_application_hears_of_a_double_click_as_macos_tells_it(
    qtbot: QtBot, qapp: Application, tmp_path: Path
) -> None:
    path = tmp_path / "a.cnnlab"
    with qtbot.waitSignal(qapp.file_wanted) as wanted:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    assert wanted.args == [str(path)]


SAVED = """
    def work():
        draw()
        session.lab.files.saved.connect(change)
        session.lab.files.save({path!r})
    def change():
        session.walk.commands.set("stride", (2, 2))
    session.window.first_painted.connect(work)
    when(lambda: is_kept("document.json") and session.window.isWindowModified()
         and not keeping._dirty and not keeping._is_writing, kill)
"""
BACK = """
    def end(_crash):
        print(json.dumps([session.window.windowTitle(),
                          session.window.isWindowModified(),
                          session.walk.settings_store.state.stride]))
        session.window.documents.save()
        session.lab.files.saved.connect(session.window.close)
    keeping.restored.connect(end)
"""


def test_that_a_crash_gives_back_the_document_with_its_name_and_mark(
    tmp_path: Path,
) -> None:
    path = tmp_path / "lesson.cnnlab"
    status, _, _ = start(SAVED.format(path=str(path)))
    assert status == -9
    saved = path.read_bytes()
    status, told, said = start(BACK)
    assert (status, told, said) == (
        0,
        [["lesson.cnnlab[*] – cnnviz", True, [2, 2]]],
        "",
    )
    assert path.read_bytes() != saved
    # It is in its file: nothing is offered at the next start.
    assert not list(Path(os.environ["XDG_STATE_HOME"]).rglob("work.cnnlab"))
