from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

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
    "key", ["theme", "language", "geometry", "splitters/a", "put_away"]
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


def test_that_splitters_that_are_gone_are_forgotten(file: Path) -> None:
    settings = opened(file)
    write_preferences(settings, KEPT)
    write_preferences(settings, replace(KEPT, splitters={"new": b"1"}))
    assert read_preferences(settings).splitters == {"new": b"1"}
