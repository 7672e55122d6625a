"""What holds for every test: nothing of the user's is touched, nothing is left behind.

Qt is imported here only by tests that use it (``tests/helpers/qt_guards.py``).
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")

MNIST_SKIP = "needs real MNIST: set CNNVIZ_DATA to the folder that has it"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs MNIST where CNNVIZ_DATA names no folder."""
    folder = os.environ.get("CNNVIZ_DATA", "")
    if folder and Path(folder).is_dir():
        return
    for item in items:
        if item.get_closest_marker("mnist"):
            item.add_marker(pytest.mark.skip(reason=MNIST_SKIP))


@pytest.fixture(autouse=True)
def own_home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Give the test an empty home, so that no setting or data of the user is touched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name, folder in {
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    if not request.node.get_closest_marker("mnist"):
        monkeypatch.delenv("CNNVIZ_DATA", raising=False)
    return home


class _Warnings(logging.Handler):
    """Keep every record of level WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_log_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a log warning, unless the test reads the log or says that it causes one."""
    if "caplog" in request.fixturenames or request.node.get_closest_marker(
        "log_warnings"
    ):
        yield
        return
    handler = _Warnings()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if handler.lines:
        pytest.fail("unexpected log warnings:\n  " + "\n  ".join(handler.lines))


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Let pytest-qt make our application, without its style."""
    from cnnviz.shell.application import Application

    return Application


@pytest.fixture(autouse=True)
def nothing_left_of_qt(
    request: pytest.FixtureRequest, own_home: Path, no_log_warning: None
) -> Iterator[None]:
    """Fail on a window, thread, timer or animation left behind, and on a modal box."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from tests.helpers import qt_guards  # Qt only for the tests that use it

    qt_guards.make_readable(request.getfixturevalue("qapp"))
    qt_guards.use_settings_in(own_home / "config")
    before = qt_guards.top_level_widgets()
    qt_guards.forget()
    with (
        qt_guards.no_collection(),
        qt_guards.no_modal_box(),
        qt_guards.own_locale(),
    ):
        yield
    left = qt_guards.left_behind(before)
    if left:
        pytest.fail("the test leaves behind:\n  " + "\n  ".join(left))
