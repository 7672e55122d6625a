"""The recipes of bundles and installers, read as their tools would read them."""

import configparser
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "packaging/bundle"
WORKFLOW = ROOT / ".github/workflows/bundles.yml"


@pytest.fixture
def contents(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BUNDLE))
    import contents

    yield contents
    sys.modules.pop("contents")


@pytest.fixture
def smoke(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BUNDLE))
    import smoke

    yield smoke
    sys.modules.pop("smoke")


def test_that_every_module_goes_into_the_bundle(contents: ModuleType) -> None:
    names = contents.modules_of(ROOT / "cnnviz")
    assert {"cnnviz.cli.classify", "cnnviz.engine.datasets.mnist"} < set(names)
    assert not set(names) & set(contents.unwanted_modules(school=False))


def test_that_the_school_edition_has_torch(contents: ModuleType) -> None:
    left_out = contents.unwanted_modules(school=True)
    assert "torch" not in left_out
    assert "torch" in contents.unwanted_modules(school=False)


def test_that_libraries_nobody_needs_are_left_out_in_turn(contents: ModuleType) -> None:
    needs = {"qt/libqxcb.so": ["libX11.so"], "libgtk.so": ["libgdk.so"]}
    found = [
        (name, name, "BINARY")
        for name in ("qt/libqxcb.so", "libX11.so", "libgtk.so", "libgdk.so")
    ]
    kept = contents.without_orphans(found, lambda file: needs.get(file, []))
    assert [name for name, _, _ in kept] == ["qt/libqxcb.so", "libX11.so"]


def test_that_what_recipes_name_is_there() -> None:
    recipes = [
        WORKFLOW,
        *(BUNDLE / name for name in ("windows.iss", "make_dmg.sh", "cnnviz.spec")),
    ]
    named = {
        name
        for recipe in recipes
        for name in re.findall(
            r"\bpackaging/[\w/.-]+\w", recipe.read_text(encoding="utf-8")
        )
    }
    assert len(named) > 5
    assert not [name for name in named if not (ROOT / name).exists()]


def test_that_the_specification_and_the_script_can_be_read() -> None:
    spec = BUNDLE / "cnnviz.spec"
    compile(spec.read_text(encoding="utf-8"), str(spec), "exec")
    subprocess.run(["sh", "-n", str(BUNDLE / "make_dmg.sh")], check=True)


def test_that_the_installer_has_its_sections_and_no_other_lines() -> None:
    text = (BUNDLE / "windows.iss").read_text(encoding="utf-8")
    for section in ("Setup", "Languages", "Files", "Icons", "Registry", "Run"):
        assert f"[{section}]" in text
    line = re.compile(r"(;|#|\[\w+\]$|\w+=|\w+\.\w+=|\w+: |  #|$)")
    assert not [each for each in text.splitlines() if not line.match(each)]


def test_that_the_starter_and_the_lab_can_be_read() -> None:
    starter = configparser.ConfigParser(interpolation=None)
    starter.read(BUNDLE / "cnnviz.desktop", encoding="utf-8")
    assert starter["Desktop Entry"]["Type"] == "Application"
    lab = json.loads((BUNDLE / "edges.cnnlab").read_text(encoding="utf-8"))
    assert lab["format"] == "cnnviz lab"


@pytest.mark.skipif(shutil.which("yamllint") is None, reason="no yamllint here")
def test_that_the_workflow_is_yaml() -> None:
    subprocess.run(["yamllint", "-d", "relaxed", str(WORKFLOW)], check=True)


@pytest.mark.parametrize(
    "line",
    [
        '7 connect(5, {sa_family=AF_INET, sin_port=htons(443)}, 16) = 0',
        '7 openat(AT_FDCWD, "/usr/share/x", O_WRONLY|O_CREAT, 0666) = 3',
        '7 mkdir("/opt/cnnviz", 0777) = 0',
    ],
)  # fmt: skip
def test_that_a_trace_shows_what_it_must_not(
    smoke: ModuleType, tmp_path: Path, line: str
) -> None:
    bundle = smoke.Bundle(tmp_path, tmp_path)
    with pytest.raises(SystemExit):
        smoke.check_trace(bundle, line)


def test_that_reading_and_screens_may_be_seen_in_a_trace(
    smoke: ModuleType, tmp_path: Path
) -> None:
    trace = (
        f'7 openat(AT_FDCWD, "/usr/lib/libc.so", O_RDONLY|O_CLOEXEC) = 3\n'
        f'7 connect(5, {{sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X0"}}, 20) = 0\n'
        f'7 openat(AT_FDCWD, "{tmp_path}/log", O_WRONLY|O_CREAT, 0666) = 3\n'
        f'7 mkdir("/root", 0777) = -1 EEXIST (File exists)\n'
    )
    smoke.check_trace(smoke.Bundle(tmp_path, tmp_path), trace)
