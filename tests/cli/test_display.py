import socket
from pathlib import Path

import pytest

from cnnviz.cli.console import display
from cnnviz.cli.console.display import display_problem


@pytest.fixture
def sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(display, "_X11_FOLDER", str(tmp_path))
    return tmp_path


def test_that_no_display_is_said_with_the_way_out() -> None:
    problem = display_problem({}, "linux")
    assert problem is not None
    assert "DISPLAY" in problem
    assert "cnnviz demo" in problem
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({}, "darwin"),
        ({}, "win32"),
    ],
)
def test_that_what_needs_no_x_server_is_left_to_qt(
    environment: dict[str, str], platform: str
) -> None:
    assert display_problem(environment, platform) is None


def test_that_a_display_that_nobody_serves_is_named(sockets: Path) -> None:
    problem = display_problem({"DISPLAY": ":4711"}, "linux")
    assert problem is not None
    assert ":4711 does not answer" in problem


def test_that_a_display_that_answers_is_good(
    sockets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "missing_library", lambda: None)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(sockets / "X7"))
        server.listen()
        assert display_problem({"DISPLAY": ":7.0"}, "linux") is None


def test_that_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setattr("ctypes.CDLL", refuse)
    problem = display.missing_library()
    assert problem is not None
    assert "libxcb-cursor.so.0 is missing" in problem


@pytest.mark.parametrize("display", ["localhost:99999", "h" * 70 + ":0", "a..b:0"])
def test_that_a_display_that_cannot_be_is_named(display: str) -> None:
    problem = display_problem({"DISPLAY": display}, "linux")
    assert problem is not None
    assert display in problem
