"""The experiment as a document: named, saved, asked about, opened again as it was."""

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.model.trail import Place
from tests.helpers.session import session, session_in

__all__ = ["session"]

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def title(session: Session) -> str:
    return session.window.windowTitle()


def press_save(session: Session, qtbot: QtBot) -> None:
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    qtbot.keyClick(session.window.page, Qt.Key.Key_S, CTRL)


def save_as(session: Session, qtbot: QtBot, path: Path) -> None:
    """Type a name into the dialog of Ctrl+Shift+S."""
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    qtbot.keyClick(session.window.page, Qt.Key.Key_S, CTRL | SHIFT)
    dialogs = session.window.findChildren(QFileDialog, "save_lab_dialog")
    dialog = next(dialog for dialog in dialogs if dialog.isVisible())
    with qtbot.waitSignal(session.lab.files.saved, timeout=20_000):
        dialog.fileSelected.emit(str(path))
    dialog.reject()


def change(session: Session) -> None:
    stride = session.walk.settings_store.state.stride[0] % 3 + 1
    session.walk.commands.set("stride", (stride, stride))


def question(session: Session) -> QMessageBox | None:
    boxes = session.window.findChildren(QMessageBox, "saving_question")
    return next((box for box in boxes if box.isVisible()), None)


def answer(session: Session, qtbot: QtBot, name: str) -> None:
    box = question(session)
    assert box is not None
    button = box.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_file(session: Session, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(session.lab.files.opened, timeout=20_000):
        session.window.open_file(str(path))


def test_that_the_title_names_the_file_and_marks_what_is_not_in_it(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window, first, second = session.window, tmp_path / "a.cnnlab", tmp_path / "b.cnnlab"
    assert not window.isWindowModified()
    save_as(session, qtbot, first)
    assert title(session) == "a.cnnlab[*] – cnnviz"
    assert not window.isWindowModified()
    change(session)
    assert window.isWindowModified()
    session.undo.undo()
    assert not window.isWindowModified()  # it is as in the file again
    session.walk.go_to(3)
    window.show_page("draw")
    assert not window.isWindowModified()  # looking elsewhere changes nothing
    recipe = session.train.recipe.state
    session.train.change_recipe(replace(recipe, epochs=recipe.epochs + 1))
    assert window.isWindowModified()
    with qtbot.waitSignal(session.lab.files.saved):
        press_save(session, qtbot)  # straight to the file
    assert not window.findChildren(QFileDialog, "open_picture_dialog")
    assert not window.isWindowModified()
    said = json.loads(first.read_bytes())
    assert said["parts"]["recipe.json"]["epochs"] == recipe.epochs + 1
    save_as(session, qtbot, second)
    assert title(session) == "b.cnnlab[*] – cnnviz"
    open_file(session, qtbot, first)
    session.undo.undo()
    assert title(session) == "b.cnnlab[*] – cnnviz"


def test_that_an_opened_file_gives_the_window_that_was_saved(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "lesson.cnnlab"
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[50:200, 130:150] = 255
    session.picture.start_drawing()
    session.picture.begin_stroke()
    session.picture.finish_stroke(ink_hw)
    change(session)
    session.walk.go_to(7)
    session.train.change_recipe(replace(session.train.recipe.state, epochs=3))
    looked_at = session.looking.choices.current
    other = next(
        each
        for each in session.choices.store.state
        if each.network.name == "mlp" and each.origin == "shipped"
    )
    session.looking.choices.choose(other)
    session.window.show_page("network")
    qtbot.waitUntil(lambda: session.network.store.state.opened is not None)
    layer = session.network.store.state.shown[-1].shown
    session.network.open_unit(layer, 2, 0, 0)
    assert session.network.store.state.way.trail == (Place(layer, 2, (0, 0)),)
    session.window.actions_of_window.levels.values["standard"].trigger()
    save_as(session, qtbot, file)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    with session_in("pt_BR", qtbot, fresh) as again:
        open_file(again, qtbot, file)
        assert again.window.page.key == "network"
        assert again.preferences.state.level == "standard"
        assert again.preferences.state.language == "pt_BR"
        assert np.array_equal(again.pictures.state.ink_hw, ink_hw)
        assert again.walk.settings_store.state == session.walk.settings_store.state
        assert again.walk.store.state.walk.position == 7
        assert again.train.recipe.state == session.train.recipe.state
        assert again.looking.choices.current.state.key == looked_at.state.key
        assert again.networks.state.key == session.networks.state.key
        qtbot.waitUntil(lambda: bool(again.network.store.state.way.trail))
        assert again.network.store.state.way.trail == (Place(layer, 2, (0, 0)),)
        assert not again.window.isWindowModified()


def test_that_a_network_changed_by_hand_and_one_from_a_file_are_in_the_document(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file, weights = tmp_path / "a.cnnlab", tmp_path / "mine.safetensors"
    session.window.show_page("network")
    network = session.network
    qtbot.waitUntil(lambda: network.store.state.answer is not None, timeout=20_000)
    with qtbot.waitSignal(session.looking.files.saved, timeout=20_000):
        session.looking.files.save_network(str(weights.with_suffix(".json")))
    session.choices.open_file(str(weights.with_suffix(".json")))
    qtbot.waitUntil(lambda: session.networks.state.file == "mine.json")
    qtbot.waitUntil(
        lambda: (
            network.store.state.answer is not None
            and network.store.state.answering.file == "mine.json"
        )
    )
    state = network.store.state
    layer = next(each.shown for each in state.shown if each.is_of_maps)
    session.looking.changes.switch(layer, 1)
    qtbot.waitUntil(lambda: session.looking.choices.current.state.origin == "changed")
    save_as(session, qtbot, file)
    assert not session.window.isWindowModified()
    weights.with_suffix(".json").unlink()
    for beside in tmp_path.glob("mine*"):
        beside.unlink()
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    with session_in("en", qtbot, fresh) as again:
        open_file(again, qtbot, file)
        changed = again.looking.choices.current.state
        assert changed.origin == "changed"
        assert changed.switched_off == {layer: frozenset({1})}
        assert (again.networks.state.origin, again.networks.state.file) == (
            "file",
            "mine.json",
        )
        assert not again.window.isWindowModified()


class TestAsking:
    @pytest.fixture
    def changed(self, session: Session, qtbot: QtBot, tmp_path: Path) -> Path:
        """Return the file of a document that was changed."""
        file = tmp_path / "a.cnnlab"
        save_as(session, qtbot, file)
        change(session)
        return file

    def test_that_closing_asks_and_can_be_called_off(
        self, session: Session, qtbot: QtBot, changed: Path
    ) -> None:
        before = changed.read_bytes()
        assert not session.window.close()
        box = question(session)
        assert box is not None
        assert box.text() == "Save the changes to a.cnnlab?"
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        assert session.window.isVisible()
        session.window.close()
        answer(session, qtbot, "leave")
        assert not session.window.isVisible()
        assert changed.read_bytes() == before
        assert session.window.documents.is_in_its_file

    def test_that_saving_on_the_way_out_closes_when_it_is_written(
        self, session: Session, qtbot: QtBot, changed: Path
    ) -> None:
        before = changed.read_bytes()
        session.window.close()
        with qtbot.waitSignal(session.lab.files.saved):
            answer(session, qtbot, "save")
        qtbot.waitUntil(lambda: not session.window.isVisible())
        assert changed.read_bytes() != before

    def test_that_what_cannot_be_saved_keeps_the_window(
        self, session: Session, qtbot: QtBot, changed: Path
    ) -> None:
        changed.chmod(0o444)
        session.window.close()
        with qtbot.waitSignal(session.lab.files.save_failed):
            answer(session, qtbot, "save")
        assert session.window.isVisible()
        assert session.window.isWindowModified()
        assert "a.cnnlab" in session.window.message_bar.text

    def test_that_opening_another_asks_first(
        self, session: Session, qtbot: QtBot, changed: Path, tmp_path: Path
    ) -> None:
        other = tmp_path / "other.cnnlab"
        other.write_bytes(changed.read_bytes())
        session.window.open_file(str(other))
        assert not session.window.can_take_files
        answer(session, qtbot, "stay")
        assert session.lab.files.document.name.state == str(changed)
        session.window.open_file(str(other))
        with qtbot.waitSignal(session.lab.files.opened):
            answer(session, qtbot, "save")
        assert title(session) == "other.cnnlab[*] – cnnviz"

    def test_that_work_without_a_name_closes_without_a_question(
        self, session: Session
    ) -> None:
        change(session)
        assert session.window.isWindowModified()
        assert session.window.close()
        assert not session.window.documents.is_in_its_file


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond 100 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_that_a_full_disk_leaves_the_file_of_before(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "a.cnnlab"
    save_as(session, qtbot, file)
    before = file.read_bytes()
    change(session)
    with full_disk(), qtbot.waitSignal(session.lab.files.save_failed):
        press_save(session, qtbot)
    assert "cannot be written" in session.window.message_bar.text
    assert file.read_bytes() == before
    assert session.window.isWindowModified()
    assert list(tmp_path.glob(".cnnviz*")) == []


def test_that_any_name_is_shown_as_it_is_and_does_nothing(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    name = "ação [*] & <b>1\N{RIGHT-TO-LEFT OVERRIDE}.cnnlab"
    save_as(session, qtbot, tmp_path / name)
    assert title(session).startswith("ação [*][*] & ‹b›1")
    first = session.window.menus.recent.actions()[0]
    assert first.text().startswith("&1  ação [*] && ‹b›1")
    change(session)
    session.window.close()
    box = question(session)
    assert box is not None
    assert "‹b›" in box.text()
    answer(session, qtbot, "leave")


def test_that_recent_files_are_offered_opened_and_forgotten(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    menu, paths = session.window.menus.recent, []
    assert not menu.menuAction().isEnabled()
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "a.cnnlab")
        save_as(session, qtbot, paths[-1])
    offered = [action.text() for action in menu.actions()]
    assert offered[:2] == ["&1  a.cnnlab – two", "&2  a.cnnlab – one"]
    with qtbot.waitSignal(session.lab.files.opened):
        menu.actions()[1].trigger()
    assert session.lab.files.document.name.state == str(paths[0])
    paths[1].unlink()
    missing = next(each for each in menu.actions() if each.data() == str(paths[1]))
    with qtbot.waitSignal(session.lab.files.open_failed):
        missing.trigger()
    assert "There is no file" in session.window.message_bar.text
    assert [each.data() for each in menu.actions() if each.data()] == [str(paths[0])]
    session.window.actions_of_window.clear_recent.trigger()
    assert not menu.menuAction().isEnabled()


def test_that_every_dialog_of_the_next_session_begins_in_the_last_folder(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    session.window.open_file(str(inner / "nothing.png"))
    session.preferences.flush()
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "cnnviz.ini").write_bytes(
        (tmp_path / "cnnviz.ini").read_bytes()
    )
    with session_in("en", qtbot, tmp_path / "again") as again:
        keys = QKeySequence(QKeySequence.StandardKey.Open)
        assert again.window.actions_of_window.open_picture.shortcut() == keys
        again.window.actions_of_window.open_picture.trigger()
        dialog = again.window.findChild(QFileDialog, "open_picture_dialog")
        assert Path(dialog.directory().path()) == inner
        dialog.reject()


@pytest.mark.parametrize("part", ["recipe.json", "looking.json", "window.json"])
def test_that_a_damaged_part_is_named_and_nothing_changes(
    session: Session, qtbot: QtBot, tmp_path: Path, part: str
) -> None:
    file = tmp_path / "a.cnnlab"
    save_as(session, qtbot, file)
    said = json.loads(file.read_bytes())
    said["parts"][part] = "no"
    file.write_text(json.dumps(said))
    with qtbot.waitSignal(session.lab.files.open_failed) as failed:
        session.window.open_file(str(file))
    assert failed.args[1].facts["place"] == f"parts.{part}"
