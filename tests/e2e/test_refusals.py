"""Why something was refused is said until another of its kind is done, no longer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import network_json
from tests.helpers.drops import drop
from tests.helpers.network_menu import choose_in
from tests.helpers.session import session

__all__ = ["session"]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    bad, good = tmp_path / "bad.onnx", tmp_path / "good.json"
    bad.write_bytes(b"no network")
    good.write_text(network_json(network("lenet5")))
    return bad, good


def said(session: Session) -> str:
    return session.window.message_bar.text


def await_said(qtbot: QtBot, session: Session, is_so: Callable[[str], bool]) -> None:
    qtbot.waitUntil(lambda: is_so(said(session)), timeout=5_000)


def test_that_a_network_that_opens_takes_back_why_one_did_not(
    session: Session, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    bad, good = files
    drop(session, bad)
    await_said(qtbot, session, lambda text: "bad.onnx" in text)
    drop(session, good)
    current = session.looking.choices.current
    qtbot.waitUntil(lambda: current.state.file == "good.json", timeout=5_000)
    assert session.window.page.key == "network"
    assert said(session) == ""


@pytest.mark.parametrize(
    ("key", "button"),
    [("draw", "network_button"), ("train", "train_network")],
)
def test_that_a_network_that_is_chosen_takes_it_back_on_other_pages(
    session: Session,
    files: tuple[Path, Path],
    qtbot: QtBot,
    key: str,
    button: str,
) -> None:
    session.window.show_page(key)
    choices = session.choices if key == "draw" else session.train.choices
    choices.open_file(str(files[0]))
    await_said(qtbot, session, lambda text: "bad.onnx" in text)
    choose_in(qtbot, session.window.page, button, "LeNet-5 · comes")
    assert said(session) == ""


def test_that_a_network_that_is_chosen_leaves_what_is_said_of_a_picture(
    session: Session, files: tuple[Path, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    drop(session, files[0])
    await_said(qtbot, session, lambda text: "bad.onnx" in text)
    (tmp_path / "bad.png").write_bytes(b"no picture")
    drop(session, tmp_path / "bad.png")
    await_said(qtbot, session, lambda text: "bad.png" in text)
    choices = session.looking.choices
    choices.choose(choices.store.state[0])
    assert "bad.png" in said(session)


def test_that_a_file_that_is_written_takes_back_why_one_was_not(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.window.show_page("network")
    store, files = session.network.store, session.looking.files
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=5_000)
    files.save_network(str(tmp_path / "network.txt"))
    await_said(qtbot, session, lambda text: "network.txt" in text)
    with qtbot.waitSignal(files.saved):
        files.save_network(str(tmp_path / "network.json"))
    assert said(session) == ""
    assert json.loads((tmp_path / "network.json").read_text())["name"] == "lenet5"


def test_that_a_lab_that_is_written_takes_back_why_one_was_not(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    labs = session.lab.files
    with qtbot.waitSignal(labs.failed):
        labs.open(str(tmp_path / "none.cnnlab"))
    assert "none.cnnlab" in said(session)
    with qtbot.waitSignal(labs.saved):
        labs.save(str(tmp_path / "some.cnnlab"))
    assert said(session) == ""


def test_that_an_output_that_is_written_takes_back_why_one_was_not(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    exports = session.lab.exports
    qtbot.waitUntil(lambda: exports.lab.state.output is not None, timeout=5_000)
    exports.save_output(str(tmp_path / "output.txt"))
    await_said(qtbot, session, lambda text: text != "")
    with qtbot.waitSignal(exports.saved):
        exports.save_output(str(tmp_path / "output.npy"))
    assert said(session) == ""
