from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.state.preferences import read_preferences
from tests.helpers.shell import Shell, make_shell


class TestClosing:
    def test_that_page_and_splitters_come_back_at_the_next_start(
        self, shell: Shell, qtbot: QtBot, settings_file: Path
    ) -> None:
        shell.window.show_page("draw")
        shell.pages[1].splitter.setSizes([100, 500])
        sizes = shell.pages[1].splitter.sizes()
        shell.window.close()
        again = make_shell(settings_file)
        qtbot.addWidget(again.window)
        with qtbot.waitExposed(again.window):
            again.window.show()
        assert again.window.page is again.pages[1]
        assert again.pages[1].splitter.sizes() == sizes
        again.shut_down()

    def test_that_a_panel_put_away_stays_away_until_the_layout_is_reset(
        self, shell: Shell, qtbot: QtBot, settings_file: Path
    ) -> None:
        shell.pages[0].panel.setChecked(False)
        shell.window.close()
        again = make_shell(settings_file)
        qtbot.addWidget(again.window)
        assert [page.panel.isChecked() for page in again.pages] == [
            False,
            True,
            True,
            True,
        ]
        again.window.actions_of_window.reset_layout.trigger()
        assert again.pages[0].panel.isChecked()
        again.shut_down()

    @pytest.fixture
    def running(self) -> list[bool]:
        """Tell whether something runs for long; the test ends it."""
        return [True]

    @pytest.fixture
    def busy(
        self,
        request: pytest.FixtureRequest,
        qtbot: QtBot,
        own_look: None,
        settings_file: Path,
        running: list[bool],
        stops: list[int],
    ) -> Iterator[Shell]:
        shell = make_shell(
            settings_file,
            is_running=lambda: running[0],
            stop=lambda: stops.append(1),
            kind=request.param,
        )
        qtbot.addWidget(shell.window)
        shell.window.show()
        yield shell
        running[0] = False
        shell.shut_down()

    @pytest.fixture
    def stops(self) -> list[int]:
        return []

    def answer(self, shell: Shell, qtbot: QtBot, name: str) -> None:
        box = shell.window.findChild(QMessageBox, "closing_question")
        qtbot.mouseClick(box.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    @pytest.mark.parametrize("busy", ["training", "animation"], indirect=True)
    def test_that_closing_asks_while_something_runs_and_can_be_called_off(
        self, busy: Shell, qtbot: QtBot, running: list[bool], stops: list[int]
    ) -> None:
        assert not busy.window.close()
        assert not busy.window.close()  # one question is enough
        (box,) = busy.window.findChildren(QMessageBox)
        # A run may rest: of that nobody may say that it runs.
        assert "training is still running" not in box.text()
        self.answer(busy, qtbot, "closing_stay")
        running[0] = False
        busy.closing.on_changed()
        assert busy.window.isVisible()
        assert not stops

    @pytest.mark.parametrize("busy", ["training"], indirect=True)
    def test_that_closing_waits_for_the_training_and_says_so(
        self, busy: Shell, qtbot: QtBot, running: list[bool], stops: list[int]
    ) -> None:
        assert not busy.window.close()
        self.answer(busy, qtbot, "closing_stop")
        assert stops == [1]
        assert "Stopping the training" in busy.window.message_bar.text
        assert not busy.window.close()
        assert stops == [1]
        running[0] = False
        busy.closing.on_changed()
        assert not busy.window.isVisible()

    @pytest.mark.parametrize("busy", ["animation"], indirect=True)
    def test_that_an_animation_is_finished_before_the_window_closes(
        self, busy: Shell, qtbot: QtBot, running: list[bool], stops: list[int]
    ) -> None:
        assert not busy.window.close()
        self.answer(busy, qtbot, "closing_finish")
        assert not stops
        assert "when the file has been saved" in busy.window.message_bar.text
        running[0] = False
        busy.closing.on_changed()
        assert not busy.window.isVisible()

    @pytest.mark.parametrize("busy", ["file"], indirect=True)
    def test_that_nothing_is_waited_for_once_a_file_could_not_be_written(
        self, busy: Shell, running: list[bool]
    ) -> None:
        assert not busy.window.close()
        assert "when the file has been saved" in busy.window.message_bar.text
        running[0] = False
        busy.closing.stay()
        assert busy.window.message_bar.text == ""
        assert busy.window.isVisible()

    @pytest.mark.parametrize("busy", ["file"], indirect=True)
    def test_that_a_file_is_finished_without_a_question(
        self, busy: Shell, running: list[bool], stops: list[int]
    ) -> None:
        assert not busy.window.close()
        assert busy.window.findChild(QMessageBox, "closing_question") is None
        assert not stops
        running[0] = False
        busy.closing.on_changed()
        assert not busy.window.isVisible()

    @pytest.mark.parametrize("busy", ["training", "animation", "file"], indirect=True)
    def test_that_a_signal_of_the_system_asks_nobody(
        self, busy: Shell, running: list[bool], stops: list[int]
    ) -> None:
        busy.closing.stop()
        assert stops == [1]
        running[0] = False
        busy.window.end()
        assert not busy.window.isVisible()

    @pytest.mark.parametrize("busy", ["animation"], indirect=True)
    def test_that_what_ends_while_the_question_stands_closes_when_finished_is_chosen(
        self, busy: Shell, qtbot: QtBot, running: list[bool]
    ) -> None:
        assert not busy.window.close()
        running[0] = False
        busy.closing.on_changed()
        assert busy.window.isVisible()
        self.answer(busy, qtbot, "closing_finish")
        assert not busy.window.isVisible()

    def test_that_the_layout_is_written_as_it_changes(
        self, shell: Shell, qtbot: QtBot, settings_file: Path
    ) -> None:
        splitter = shell.pages[0].splitter
        handle = splitter.handle(1)
        shell.window.resize(1100, 700)
        qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(2, 50))
        qtbot.mouseMove(handle, QPoint(80, 50))
        qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(80, 50))
        shell.pages[1].panel.setChecked(False)

        def assert_written() -> None:
            settings = QSettings(str(settings_file), QSettings.Format.IniFormat)
            written = read_preferences(settings)
            state = bytes(splitter.saveState().data())
            assert written.splitters.get("convolution_splitter") == state
            assert written.put_away == {"draw_panel"}
            assert written.geometry == bytes(shell.window.saveGeometry().data())

        qtbot.waitUntil(assert_written)

    def test_that_a_spoilt_settings_file_costs_nothing_but_the_settings(
        self, qtbot: QtBot, own_look: None, settings_file: Path
    ) -> None:
        settings_file.write_text(
            "[General]\ntheme=purple\nlanguage=7\npage=nowhere\n"
            "geometry=@ByteArray(\\x1\\x2)\n[splitters]\ndraw_splitter=@ByteArray(x)\n"
        )
        shell = make_shell(settings_file)
        qtbot.addWidget(shell.window)
        with qtbot.waitExposed(shell.window):
            shell.window.show()
        assert shell.window.page is shell.pages[0]
        assert shell.preferences.state.theme == "system"
        assert shell.window.width() >= 960
        shell.shut_down()

    def test_that_reset_layout_puts_the_splitters_back(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        splitter = shell.pages[0].splitter
        first = splitter.sizes()
        splitter.setSizes([10, 600])
        shell.window.actions_of_window.reset_layout.trigger()
        ratio = splitter.sizes()[0] / sum(splitter.sizes())
        assert ratio == pytest.approx(first[0] / sum(first), abs=0.02)
