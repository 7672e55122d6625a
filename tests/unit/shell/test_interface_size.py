"""How large everything is, from the next start on."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from cnnviz.shell.appearance import use_interface_size
from cnnviz.state.preferences import INTERFACE_SIZES

FACTOR = "QT_SCALE_FACTOR"


def kept(folder: Path, percent: object) -> QSettings:
    settings = QSettings(str(folder / "cnnviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("interface_size", percent)
    return settings


@pytest.mark.parametrize("percent", INTERFACE_SIZES)
def test_that_the_chosen_size_is_that_of_the_next_application(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    monkeypatch.setattr(os, "environ", {})
    use_interface_size(kept(tmp_path, percent))
    assert float(os.environ.get(FACTOR, "1")) == percent / 100


@pytest.mark.parametrize("percent", ["", "99", "10000", "large"])
def test_that_no_other_size_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, percent: str
) -> None:
    monkeypatch.setattr(os, "environ", {})
    use_interface_size(kept(tmp_path, percent))
    assert FACTOR not in os.environ


def test_that_what_was_set_outside_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {FACTOR: "1.3"})
    use_interface_size(kept(tmp_path, 200))
    assert os.environ[FACTOR] == "1.3"
