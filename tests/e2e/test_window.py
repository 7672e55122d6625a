"""The composed window, and the process around it."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build
from cnnviz.cli.window import run
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.shell.navigation_bar import NavigationButton
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.tiles.layer_tiles import LayerTiles

AROUND = """
import os, signal, sys
from PySide6.QtCore import QTimer
import cnnviz.app
from cnnviz.shell.dialogs.error_report import ErrorReportDialog

real = cnnviz.app.build

def build(settings, **asked):
    session = real(settings, **asked)
    window = session.window
    {setup}
    return session

cnnviz.app.build = build
from cnnviz.cli.window import run
status = run({picture!r})
{after}
sys.exit(status)
"""


def start(
    setup: str, *, picture: str | None = None, after: str = ""
) -> tuple[int, str]:
    """Run the program in a process of its own; return exit status and stderr."""
    program = AROUND.format(setup=setup, picture=picture, after=after)
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if "plugin does not" not in line]
    return done.returncode, "\n".join(said)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Build the real window; it is not shown, so torch stays away."""
    palette, locale = QGuiApplication.palette(), QLocale()
    settings = QSettings(str(tmp_path / "cnnviz.ini"), QSettings.Format.IniFormat)
    made = build(settings)
    qtbot.addWidget(made.window)
    yield made
    made.shut_down()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


class TestWindow:
    def test_that_four_pages_are_on_the_rail(self, session: Session) -> None:
        keys = list(session.window.actions_of_window.pages.values)
        assert keys == ["convolution", "draw", "network", "train"]

    def test_that_the_first_moment_shows_a_digit(self, session: Session) -> None:
        assert session.pictures.state.picture.size_hw == (28, 28)
        assert session.pictures.state.picture.pixels_chw.max() == 255

    def test_that_what_was_trained_can_be_chosen_and_the_shipped_had_again(
        self, session: Session
    ) -> None:
        shipped = session.networks.state
        weights = dict.fromkeys(("c1.weight",))
        trained = CurrentNetwork(shipped.network, weights, "trained", run=1, step=7)
        session.train.network_trained.emit(trained)
        assert session.networks.state is shipped
        first, *others, last = session.choices.store.state
        assert (first, last) == (shipped, trained)
        # LeNet-5 comes with two sets of weights.
        assert {one.network.name for one in others} == set(NETWORKS)
        session.choices.choose(trained)
        assert session.lab.learned.store.state.current is trained
        session.choices.choose(shipped)
        assert session.lab.learned.store.state.current is shipped

    def test_that_no_two_pages_call_a_part_of_theirs_the_same(
        self, session: Session
    ) -> None:
        session.window.show_page("draw")
        parts = [
            part.objectName()
            for key in session.window.actions_of_window.pages.values
            for part in session.window._pages[key].findChildren(LayerTiles)
        ]
        assert len(parts) > 10
        assert [name for name, count in Counter(parts).items() if count > 1] == []

    def test_that_no_field_of_a_page_catches_a_drop(self, session: Session) -> None:
        for field in session.window.findChildren(QLineEdit):
            assert not field.acceptDrops(), field.objectName()

    def test_that_a_drawing_is_the_picture_of_every_page(
        self, session: Session
    ) -> None:
        session.window.actions_of_window.new_drawing.trigger()
        assert session.pictures.state.origin == "drawing"
        assert session.undo.undoText() == "New drawing"


class TestTorch:
    """A page that trains networks wants torch, and a hand on the way there does."""

    @pytest.fixture
    def wanted(self, session: Session) -> list[str]:
        """Note the page in front whenever torch is wanted; it stays away all the same."""
        window, noted = session.window, []
        window.torch_wanted.disconnect(session.warm_up.begin)
        window.torch_wanted.connect(lambda: noted.append(window.page.key))
        return noted

    def show(self, qtbot: QtBot, session: Session) -> None:
        with qtbot.waitSignal(session.window.first_painted):
            session.window.show()

    def test_that_a_lesson_on_convolutions_needs_none(
        self, qtbot: QtBot, session: Session, wanted: list[str]
    ) -> None:
        self.show(qtbot, session)
        canvas = session.window.page.findChild(GridCanvas, "input_canvas")
        assert canvas is not None
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton)
        assert wanted == []

    def test_that_the_page_in_front_comes_to_have_it(
        self, qtbot: QtBot, session: Session, wanted: list[str]
    ) -> None:
        self.show(qtbot, session)
        session.window.actions_of_window.pages.values["draw"].trigger()
        assert wanted == []  # a drawing is answered without it
        session.window.actions_of_window.pages.values["train"].trigger()
        assert wanted == ["train"]

    def test_that_a_pointer_over_its_button_is_enough(
        self, qtbot: QtBot, session: Session, wanted: list[str]
    ) -> None:
        self.show(qtbot, session)
        for key in ("convolution", "draw", "network", "train"):
            button = session.window.findChild(NavigationButton, f"rail_{key}")
            assert button is not None
            qtbot.mouseMove(button)
            qtbot.waitUntil(button.underMouse)
            assert wanted == [] or key == "train"
        qtbot.mouseMove(session.window.page)  # where no later test finds it in the way
        assert wanted == ["convolution"]

    def test_that_the_keyboard_on_its_button_is_enough(
        self, qtbot: QtBot, session: Session, wanted: list[str]
    ) -> None:
        self.show(qtbot, session)
        button = session.window.findChild(NavigationButton, "rail_train")
        assert button is not None
        session.window.activateWindow()
        qtbot.waitUntil(session.window.isActiveWindow)
        wanted.clear()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert wanted == ["convolution"]

    def test_that_the_window_is_painted_before(
        self, qtbot: QtBot, session: Session, wanted: list[str]
    ) -> None:
        session.window.show_page("train")
        before = list(wanted)
        self.show(qtbot, session)
        assert (before, set(wanted)) == ([], {"train"})


class TestProcess:
    def test_that_the_window_is_composed_without_torch(self) -> None:
        program = "import sys, cnnviz.app; print('torch' in sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "False"

    @pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM"])
    def test_that_the_system_can_end_it_politely(self, signal: str) -> None:
        status, said = start(
            "window.first_painted.connect("
            f"lambda: os.kill(os.getpid(), signal.{signal}))"
        )
        assert (status, said) == (0, "")

    def test_that_an_unforeseen_error_is_shown_and_it_goes_on(self) -> None:
        status, said = start(
            """
    def fail():
        QTimer.singleShot(300, look)
        raise ValueError("nobody foresaw this")
    def look():
        report = window.findChild(ErrorReportDialog)
        assert report.isVisible() and "nobody foresaw this" in report.report
        window.close()
    window.first_painted.connect(fail)
"""
        )
        assert status == 0
        assert said.count("Traceback") == 1
        assert "nobody foresaw this" in said

    def test_that_a_picture_that_is_not_there_is_refused_in_the_window(
        self, tmp_path: Path
    ) -> None:
        status, said = start(
            """
    def look(error):
        assert error.code == "file_not_found"
        QTimer.singleShot(0, check)
    def check():
        assert "missing.png" in window.message_bar.text
        window.close()
    session.picture.picture_failed.connect(look)
""",
            picture=str(tmp_path / "missing.png"),
        )
        assert (status, said) == (0, "")

    @pytest.mark.skipif(sys.platform != "linux", reason="displays of X11 and Wayland")
    def test_that_no_display_is_one_line_and_exit_1(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        assert run(None) == 1
        said = capsys.readouterr().err
        assert said.startswith("cnnviz: no display")
        assert said.count("\n") == 1
