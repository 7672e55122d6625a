"""Where things are kept: on the machine, or beside a bundle that asks for it."""

from pathlib import Path

import pytest

from cnnviz.engine import places


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "stick" / "cnnviz"
    folder.mkdir(parents=True)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(folder / "cnnviz"))
    return folder


def test_that_a_bundle_keeps_things_on_the_machine(bundle: Path) -> None:
    assert places.settings_file() is None
    for place in (places.data_place(), places.state_place(), places.log_place()):
        assert not place.is_relative_to(bundle)


def test_that_a_portable_bundle_keeps_things_beside_it(bundle: Path) -> None:
    (bundle / "portable").touch()
    asked = places.data_place(), places.state_place(), places.log_place()
    for place in (*asked, places.settings_file()):
        assert place is not None
        assert place.is_relative_to(bundle / "settings")


def test_that_a_portable_mac_program_keeps_things_beside_itself(
    monkeypatch: pytest.MonkeyPatch, bundle: Path
) -> None:
    program = bundle / "cnnviz.app/Contents/MacOS/cnnviz"
    monkeypatch.setattr("sys.executable", str(program))
    (bundle / "portable").touch()
    assert places.settings_file() == bundle / "settings/cnnviz.ini"


def test_that_a_stick_that_cannot_be_written_to_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, bundle: Path
) -> None:
    (bundle / "portable").touch()
    monkeypatch.setattr("os.access", lambda *_: False)
    assert places.portable_place() is None


def test_that_a_checkout_is_never_portable(
    monkeypatch: pytest.MonkeyPatch, bundle: Path
) -> None:
    (bundle / "portable").touch()
    monkeypatch.delattr("sys.frozen")
    assert places.portable_place() is None
