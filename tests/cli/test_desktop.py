import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from cnnviz.cli.main import COMMANDS, build_parser, main
from cnnviz.engine.resources import resource

ENTRY = "applications/cnnviz.desktop"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.delenv("APPIMAGE", raising=False)
    return folder


def files_in(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a Linux desktop")
def test_that_remove_takes_away_all_that_install_wrote(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # the system's caches are not ours
    assert main(["desktop", "install"]) == 0
    written = files_in(data)
    assert {ENTRY, "mime/packages/cnnviz.xml", "man/man1/cnnviz.1"} <= written
    assert main(["desktop", "install"]) == 0
    assert main(["desktop", "remove"]) == 0
    assert main(["desktop", "remove"]) == 0
    assert not files_in(data)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a Linux desktop")
def test_that_the_menu_entry_starts_this_very_program(data: Path) -> None:
    assert main(["desktop", "install"]) == 0
    entry = (data / ENTRY).read_text("utf-8")
    line = re.search(r"^Exec=(.*)$", entry, re.MULTILINE)
    assert line is not None
    assert line[1] == f'"{sys.executable}" -m cnnviz %f'
    if validate := shutil.which("desktop-file-validate"):
        assert not subprocess.check_output([validate, str(data / ENTRY)], text=True)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_that_other_systems_get_a_sentence(
    platform: str,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main(["desktop", "install"]) == 1
    assert "installer" in capsys.readouterr().err
    assert not data.exists()


def test_that_an_icon_has_the_size_in_its_name() -> None:
    icons = Path(str(resource("desktop", "icons")))
    sides = [int(path.stem.split("-")[1]) for path in icons.glob("*.png")]
    assert {16, 32, 48, 256, 512} <= set(sides)
    for side in sides:
        with Image.open(icons / f"cnnviz-{side}.png") as icon:
            assert icon.size == (side, side)
    with Image.open(icons / "cnnviz.ico") as icon:
        assert {(16, 16), (32, 32), (256, 256)} <= icon.info["sizes"]
    with Image.open(icons / "cnnviz.icns") as icon:
        assert (512, 512, 2) in icon.info["sizes"]


@pytest.mark.parametrize("name", ["cnnviz.1", "cnnviz.bash", "_cnnviz", "cnnviz.fish"])
def test_that_man_page_and_completions_have_every_command_and_option(name: str) -> None:
    written = resource("desktop", name).read_text("utf-8").replace("\\-", "-")
    subparsers = build_parser()._subparsers
    assert subparsers is not None
    commands = subparsers._group_actions[0].choices
    assert commands is not None
    assert tuple(commands) == COMMANDS
    said = {word for each in commands.values() for word in each._option_string_actions}
    if name.endswith(".fish"):
        said = {f"-l {word[2:]}" for word in said if word.startswith("--")}
    else:
        said.discard("-h")
        said.discard("--help")
    missing = {word for word in {*COMMANDS, *said} if word not in written}
    assert not missing, "make desktop writes them anew"


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="no MIME tools")
def test_that_a_lab_is_known_by_name_and_by_content(
    data: Path, tmp_path: Path, qapp: object
) -> None:
    assert main(["desktop", "install"]) == 0
    kind = subprocess.check_output(
        [
            sys.executable,
            "-c",
            "from PySide6.QtCore import QMimeDatabase as D; d = D();"
            "print(d.mimeTypeForFile('a.cnnlab', D.MatchMode.MatchExtension).name());"
            """print(d.mimeTypeForData(b'{\\n "format": "cnnviz lab",\\n').name())""",
        ],
        env=os.environ | {"XDG_DATA_HOME": str(data)},
        text=True,
    )
    assert kind.split() == ["application/vnd.cnnviz.lab+json"] * 2
