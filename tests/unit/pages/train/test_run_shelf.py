"""The kept runs are listed, deleted, and as many as was chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from cnnviz.engine.training.run_folder import RunFolder
from cnnviz.pages.train.presenters.run_shelf import RunShelf
from cnnviz.state.preferences import PreferencesStore, read_preferences
from tests.helpers.training_fakes import FakeEngine
from tests.unit.engine.training.test_run_library import made


def listed(shelf: RunShelf) -> list[str]:
    return [run.folder.name for run in shelf.store.state or ()]


@pytest.fixture
def shelf(qapp: object, tmp_path: Path) -> Iterator[RunShelf]:
    made(tmp_path, "a", at=1, end="finished")
    made(tmp_path, "b", at=2)
    shelf = RunShelf(FakeEngine(runs=tmp_path))
    yield shelf
    shelf.shut_down()


def test_that_runs_are_listed_with_when_they_began(
    shelf: RunShelf, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shelf.store.changed):
        shelf.look()
    assert listed(shelf) == ["b", "a"]
    first, second = shelf.store.state
    assert (first.condition, second.condition) == ("interrupted", "finished")
    assert first.begun is not None


def test_that_a_run_is_deleted_unless_a_process_writes_to_it(
    shelf: RunShelf, qtbot: QtBot, tmp_path: Path
) -> None:
    shelf.delete(tmp_path / "a")
    qtbot.waitUntil(lambda: listed(shelf) == ["b"])
    assert not (tmp_path / "a").exists()
    with (
        RunFolder(tmp_path / "b"),
        qtbot.waitSignal(shelf.failed) as failed,
    ):
        shelf.delete(tmp_path / "b")
    assert failed.args[0].code == "run_in_use"
    assert (tmp_path / "b").exists()


def test_that_the_limit_is_kept_from_one_start_to_the_next(
    qapp: object, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    engine = FakeEngine(runs=tmp_path)
    shelf = RunShelf(engine)
    shelf.limit_by(PreferencesStore(settings))
    shelf.set_limit(3, 200)
    assert read_preferences(settings).runs_megabytes == 200
    again = RunShelf(engine)
    engine.room = None
    again.limit_by(PreferencesStore(settings))
    assert (engine.room.runs, engine.room.size) == (3, 200 * 2**20)
