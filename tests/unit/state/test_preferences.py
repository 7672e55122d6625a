from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from cnnviz.state.preferences import (
    Preferences,
    PreferencesStore,
    read_preferences,
    write_preferences,
)

KEPT = Preferences(
    theme="dark",
    language="pt_BR",
    reduced_motion=True,
    interface_size=150,
    page="train",
    geometry=b"\x00\xff\nplace",
    splitters={"draw_splitter": b"\x00sizes"},
    put_away=frozenset({"inspector_action", "other_action"}),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cnnviz.ini"


def opened(file: Path) -> QSettings:
    return QSettings(str(file), QSettings.Format.IniFormat)


def test_that_the_first_start_has_the_defaults(file: Path) -> None:
    assert read_preferences(opened(file)) == Preferences()


def test_that_what_is_written_is_read_back(file: Path) -> None:
    settings = opened(file)
    write_preferences(settings, KEPT)
    settings.sync()
    assert read_preferences(opened(file)) == KEPT


@pytest.mark.parametrize("value", ["purple", "", "7", "@Invalid()", "@ByteArray(x)"])
@pytest.mark.parametrize(
    "key",
    ["theme", "language", "interface_size", "geometry", "splitters/a", "put_away"],
)
def test_that_a_value_without_sense_becomes_the_default(
    file: Path, key: str, value: str
) -> None:
    head, _, name = key.rpartition("/")
    file.write_text(f"[{head or 'General'}]\n{name}={value}\n")
    read = read_preferences(opened(file))
    assert (read.theme, read.language) == ("system", "system")


@pytest.mark.parametrize("content", [b"\x00\xff\xfe" * 50, b"[[[", b"theme=dark", b""])
def test_that_a_spoilt_file_gives_the_defaults(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert read_preferences(opened(file)).page == ""


def test_that_a_change_is_on_the_disk_after_flush(file: Path) -> None:
    store = PreferencesStore(opened(file))
    store.replace(replace(store.state, theme="light"))
    store.flush()
    assert read_preferences(opened(file)).theme == "light"


def test_that_two_windows_leave_each_others_choices_alone(file: Path) -> None:
    one, other = PreferencesStore(opened(file)), PreferencesStore(opened(file))
    one.replace(replace(one.state, theme="dark", splitters={"a": b"1"}))
    one.flush()
    other.replace(replace(other.state, language="pt_BR", splitters={"b": b"2"}))
    other.flush()
    one.replace(replace(one.state, geometry=b"here"))
    one.flush()
    assert read_preferences(opened(file)) == Preferences(
        theme="dark",
        language="pt_BR",
        geometry=b"here",
        splitters={"a": b"1", "b": b"2"},
    )


def test_that_a_change_comes_to_the_disk_by_itself(qtbot: QtBot, file: Path) -> None:
    store = PreferencesStore(opened(file))
    store.replace(replace(store.state, theme="dark"))
    qtbot.waitUntil(lambda: read_preferences(opened(file)).theme == "dark")


def test_that_a_file_that_cannot_be_written_is_said_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "folder").write_bytes(b"no folder")
    store = PreferencesStore(opened(tmp_path / "folder" / "cnnviz.ini"))
    with qtbot.waitSignal(store.unwritable):
        store.replace(replace(store.state, theme="dark"))
    with qtbot.assertNotEmitted(store.unwritable):
        store.replace(replace(store.state, language="en"))
    assert (store.state.theme, store.state.language) == ("dark", "en")
