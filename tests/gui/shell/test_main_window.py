import warnings
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.picture_notes import PictureNote
from cnnviz.shell.navigation_bar import NavigationButton
from cnnviz.shell.status_line import StatusLine
from cnnviz.shell.thumbnail import Thumbnail
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.texts import sentence
from tests.helpers.shell import Shell, make_shell

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def drop(shell: Shell, mime: QMimeData) -> None:
    """Do what the system does when something is dragged in and let go."""
    middle = shell.window.rect().center()
    left = Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    with warnings.catch_warnings():
        # Qt 6.12 wants a QPointF, which Qt 6.10 does not know.
        warnings.simplefilter("ignore", DeprecationWarning)
        entered = QDragEnterEvent(middle, copy, mime, left, NO_MODIFIER)
    QApplication.sendEvent(shell.window, entered)
    QApplication.sendEvent(
        shell.window, QDropEvent(QPointF(middle), copy, mime, left, NO_MODIFIER)
    )


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.fixture
def picture_file(tmp_path: Path) -> Path:
    path = tmp_path / "ramp.png"
    Image.linear_gradient("L").resize((20, 10)).save(path)
    return path


class TestPages:
    def test_that_the_first_page_is_in_front_at_the_first_start(
        self, shell: Shell
    ) -> None:
        assert shell.window.page is shell.pages[0]
        assert shell.pages[0].shown == [True]

    @pytest.mark.parametrize("number", [1, 2, 3, 4])
    def test_that_ctrl_and_a_number_bring_a_page(
        self, shell: Shell, qtbot: QtBot, number: int
    ) -> None:
        key = Qt.Key(Qt.Key.Key_0 + number)
        qtbot.keyClick(shell.window, key, Qt.KeyboardModifier.ControlModifier)
        assert shell.window.page is shell.pages[number - 1]

    def test_that_a_click_on_the_rail_brings_a_page_and_marks_it(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        button = shell.window.findChild(NavigationButton, "rail_train")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shell.window.page is shell.pages[3]
        assert button.isChecked()
        assert shell.pages[0].shown == [True, False]

    def test_that_arrow_keys_walk_along_the_rail(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        first = shell.window.findChild(NavigationButton, "rail_convolution")
        first.setFocus()
        qtbot.keyClick(first, Qt.Key.Key_Down)
        assert shell.window.page is shell.pages[1]
        assert shell.window.focusWidget().objectName() == "rail_draw"

    def test_that_the_menu_of_the_page_follows_the_page_in_front(
        self, shell: Shell
    ) -> None:
        titles = []
        for page in shell.pages:
            shell.window.show_page(page.key)
            menu = next(
                action.menu()
                for action in shell.window.menuBar().actions()
                if page.play in action.menu().actions()
            )
            titles.append((menu.title(), len(menu.actions())))
        names = "Convolution", "Draw", "Network", "Train"
        assert titles == [(name, 1) for name in names]

    def test_that_the_line_of_a_page_shows_only_while_the_page_is_in_front(
        self, shell: Shell
    ) -> None:
        label = shell.window.findChild(QLabel, "status_page")
        shell.pages[1].status_message.emit("Looks like a 3")
        assert label.text() == ""
        shell.window.show_page("draw")
        assert label.text() == "Looks like a 3"

    def test_that_every_control_of_the_window_has_a_name(self, shell: Shell) -> None:
        for kind in (NavigationButton, Thumbnail):
            for control in shell.window.findChildren(kind):
                assert control.objectName()
                assert control.accessibleName()
                assert control.toolTip()


class TestKeys:
    def test_that_the_page_has_the_space_bar_from_the_first_moment(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(shell.window.focusWidget(), Qt.Key.Key_Space)
        assert shell.pages[0].played == 1

    def test_that_typing_in_a_field_is_not_taken_by_a_shortcut(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        page = shell.pages[0]
        page.play.setShortcut("Up")
        page.field.setFocus()
        qtbot.keyClick(page.field, Qt.Key.Key_Up)
        assert (page.played, page.field.value()) == (0, 1)


class TestPicture:
    def test_that_a_dropped_file_becomes_the_picture(
        self, shell: Shell, qtbot: QtBot, picture_file: Path
    ) -> None:
        with qtbot.waitSignal(shell.pictures.changed):
            drop(shell, files(picture_file))
        assert shell.pictures.state.picture.size_hw == (10, 20)
        assert shell.pictures.state.origin == "file"
        assert "ramp" in shell.window.windowTitle()

    def test_that_a_drop_on_a_number_field_is_the_windows(self, shell: Shell) -> None:
        assert not shell.pages[0].field.lineEdit().acceptDrops()

    def test_that_an_unreadable_file_is_refused_in_words_and_nothing_changes(
        self, shell: Shell, qtbot: QtBot, tmp_path: Path
    ) -> None:
        before = shell.pictures.state
        path = tmp_path / "notes.png"
        path.write_text("no picture")
        with qtbot.waitSignal(shell.picture.picture_failed):
            drop(shell, files(path))
        assert "notes.png" in shell.window.message_bar.text
        assert shell.pictures.state is before

    def test_that_a_refusal_goes_away_with_its_button_and_with_a_good_picture(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        bar = shell.window.message_bar
        bar.say("Something is wrong.")
        qtbot.mouseClick(
            bar.findChild(QToolButton, "message_close"), Qt.MouseButton.LeftButton
        )
        assert bar.text == ""
        bar.say("Something is wrong again.")
        shell.picture.open_sample("seven")
        assert bar.text == ""
        qtbot.waitUntil(lambda: shell.pictures.state.picture.name == "seven")

    @pytest.mark.parametrize("way", ["escape", "undo"])
    def test_that_a_refusal_does_not_outstay(
        self, shell: Shell, qtbot: QtBot, picture_file: Path, way: str
    ) -> None:
        with qtbot.waitSignal(shell.pictures.changed):
            shell.picture.open_file(str(picture_file))
        QGuiApplication.clipboard().clear()
        shell.window.actions_of_window.paste.trigger()
        assert shell.window.message_bar.text

        if way == "escape":
            qtbot.keyClick(shell.pages[0].field, Qt.Key.Key_Escape)
        else:
            shell.window.actions_of_window.undo.trigger()

        assert not shell.window.message_bar.text

    def test_that_a_copied_image_is_pasted(self, shell: Shell, qtbot: QtBot) -> None:
        image = QImage(6, 4, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        QGuiApplication.clipboard().setImage(image)
        with qtbot.waitSignal(shell.pictures.changed):
            shell.window.actions_of_window.paste.trigger()
        picture = shell.pictures.state.picture
        assert picture.size_hw == (4, 6)
        assert picture.pixels_chw[:, 0, 0].tolist() == [255, 0, 0]

    def test_that_a_copied_path_is_opened(
        self, shell: Shell, qtbot: QtBot, picture_file: Path
    ) -> None:
        QGuiApplication.clipboard().setText(f'"{picture_file}"\n')
        with qtbot.waitSignal(shell.pictures.changed):
            shell.window.actions_of_window.paste.trigger()
        assert shell.pictures.state.picture.size_hw == (10, 20)

    def test_that_copied_cells_become_the_picture(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        QGuiApplication.clipboard().setText("0,5\t1\n2\t-3,25\n")
        with qtbot.waitSignal(shell.pictures.changed):
            shell.window.actions_of_window.paste.trigger()
        numbers = shell.pictures.state.numbers_chw
        assert numbers is not None
        assert numbers.tolist() == [[[0.5, 1], [2, -3.25]]]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("1,000\t2", "can be 1 or 1000"),
            ("1\tx\n2\t3", "“x”, which is not a number"),
            ("https://example.org/cat.png", "an address on the web"),
        ],
    )
    def test_that_what_cannot_be_pasted_says_why(
        self, shell: Shell, qtbot: QtBot, text: str, words: str
    ) -> None:
        QGuiApplication.clipboard().setText(text)
        shell.window.actions_of_window.paste.trigger()
        qtbot.waitUntil(lambda: words in shell.window.message_bar.text)

    def test_that_pasting_nothing_says_what_to_do(self, shell: Shell) -> None:
        QGuiApplication.clipboard().setText("just words")
        shell.window.actions_of_window.paste.trigger()
        assert "Copy a picture" in shell.window.message_bar.text

    def test_that_copy_puts_the_picture_on_the_clipboard(self, shell: Shell) -> None:
        shell.window.actions_of_window.copy.trigger()
        image = QGuiApplication.clipboard().image()
        assert (image.height(), image.width()) == shell.pictures.state.picture.size_hw

    def test_that_every_sample_of_the_menu_opens(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        for key, action in shell.window.actions_of_window.samples.items():
            with qtbot.waitSignal(shell.picture.loading_finished):
                action.trigger()
            assert shell.pictures.state.picture.name == key

    def test_that_undo_says_what_it_would_undo(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        actions = shell.window.actions_of_window
        assert not actions.undo.isEnabled()
        actions.new_drawing.trigger()
        assert actions.undo.text() == "&Undo: New drawing"
        actions.undo.trigger()
        line = shell.window.findChild(StatusLine)
        assert line.currentMessage() == "Undone: New drawing"
        assert shell.pictures.state.picture.name == "cat"
        assert actions.redo.text() == "&Redo: New drawing"
        actions.redo.trigger()
        assert line.currentMessage() == "Redone: New drawing"

    def test_that_the_status_line_names_the_picture(self, shell: Shell) -> None:
        line = shell.window.findChild(StatusLine)
        assert line.findChild(QLabel, "status_picture").text() == "Cat: 96 × 96, grey"
        shell.window.actions_of_window.new_drawing.trigger()
        text = line.findChild(QLabel, "status_picture").text()
        assert text == "Drawing: 28 × 28, grey"

    def test_that_a_long_line_ends_before_the_name_of_the_picture(
        self, shell: Shell
    ) -> None:
        shell.window.resize(960, 640)
        line = shell.window.statusBar()
        page, picture = (
            line.findChild(QLabel, name) for name in ("status_page", "status_picture")
        )
        shell.pages[0].status_message.emit("A long story of the window. " * 12)
        assert shell.window.width() == 960
        assert page.geometry().right() < picture.geometry().left()
        blank = line.grab(picture.geometry()).toImage()
        line.showMessage("What this does when it is clicked. " * 12)
        assert line.grab(picture.geometry()).toImage() == blank

    def test_that_the_status_line_says_when_a_picture_was_made_smaller(
        self, shell: Shell
    ) -> None:
        pixels = np.zeros((1, 30, 40), np.uint8)
        picture = Picture(pixels, "big.png", reduced_from=(6000, 8000))
        shell.pictures.replace(SharedPicture(picture, "file"))
        label = shell.window.findChild(QLabel, "status_picture")
        assert label.text() == (
            "big.png: 30 × 40, grey, made smaller from 6,000 × 8,000"
        )

    def test_that_a_dark_picture_can_be_stretched_and_no_other(
        self, shell: Shell, qtbot: QtBot, tmp_path: Path
    ) -> None:
        action = shell.window.actions_of_window.stretch
        label = shell.window.findChild(QLabel, "status_picture")
        assert not action.isEnabled()
        path = tmp_path / "scan.png"
        Image.fromarray(np.full((3, 4), 4095, np.uint16)).save(path)
        with qtbot.waitSignal(shell.picture.loading_finished):
            shell.picture.open_file(str(path))
        assert label.text() == "scan.png: 3 × 4, grey, dark: at most 4095 of 65535"
        assert action.isEnabled()
        with qtbot.waitSignal(shell.picture.loading_finished):
            action.trigger()
        assert label.text() == "scan.png: 3 × 4, grey, spread from 0 to 4095"
        assert not action.isEnabled()

    @pytest.mark.parametrize(
        ("note", "words"),
        [
            (PictureNote("spread", -1.5, 2), "spread from −1.5 to 2"),
            (PictureNote("clipped", 0, 255), "clipped at 0 and 255"),
            (PictureNote("dark", 4095, 65535), "dark: at most 4095 of 65535"),
        ],
    )
    def test_that_the_status_line_says_what_was_done_to_the_numbers(
        self, shell: Shell, note: PictureNote, words: str
    ) -> None:
        label = shell.window.findChild(QLabel, "status_picture")
        pixels = np.zeros((1, 30, 40), np.uint8)
        for said, end in ((note, f", {words}"), (None, "")):
            picture = Picture(pixels, "scan.tif", note=said)
            shell.pictures.replace(SharedPicture(picture, "file"))
            assert label.text() == f"scan.tif: 30 × 40, grey{end}"


class TestView:
    def test_that_no_tip_shows_the_mark_of_a_mnemonic(self, shell: Shell) -> None:
        actions = shell.window.findChildren(QAction)
        assert any("&" in action.text() for action in actions)
        tips = [action.statusTip() + action.toolTip() for action in actions]
        assert not [tip for tip in tips if "&" in tip]

    def test_that_less_motion_reaches_the_pages_and_the_next_start(
        self, shell: Shell, qtbot: QtBot, settings_file: Path
    ) -> None:
        assert shell.pages[0].reduced_motion is False
        shell.window.actions_of_window.reduced_motion.trigger()
        assert shell.pages[0].reduced_motion
        shell.window.close()
        again = make_shell(settings_file)
        qtbot.addWidget(again.window)
        assert again.pages[0].reduced_motion
        assert again.window.actions_of_window.reduced_motion.isChecked()
        again.shut_down()

    def test_that_escape_leaves_the_full_screen(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        action = shell.window.actions_of_window.full_screen
        action.trigger()
        assert shell.window.isFullScreen()
        qtbot.keyClick(shell.pages[0].field, Qt.Key.Key_Escape)
        assert not shell.window.isFullScreen()
        assert not action.isChecked()

    def test_that_a_full_screen_remembered_can_be_left_at_once(
        self, shell: Shell, qtbot: QtBot, settings_file: Path
    ) -> None:
        shell.window.actions_of_window.full_screen.trigger()
        shell.window.close()
        again = make_shell(settings_file)
        qtbot.addWidget(again.window)
        with qtbot.waitExposed(again.window):
            again.window.show()
        action = again.window.actions_of_window.full_screen
        assert again.window.isFullScreen() == action.isChecked()
        if action.isChecked():
            action.trigger()
        assert not again.window.isFullScreen()
        again.shut_down()

    def test_that_a_failure_behind_a_page_is_said(self, shell: Shell) -> None:
        shell.window.on_failed(CnnvizError("drawing_empty"))
        assert shell.window.message_bar.text == sentence(CnnvizError("drawing_empty"))

    def test_that_a_message_belongs_to_its_page(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        bar, window = shell.window.message_bar, shell.window
        window.show_page("convolution")
        shell.pages[0].refused.emit("This went wrong here.")
        shell.pages[3].refused.emit("This went wrong there, meanwhile.")
        assert bar.text == "This went wrong here."
        for key, text in (
            ("draw", ""),
            ("train", "This went wrong there, meanwhile."),
            ("convolution", "This went wrong here."),
        ):
            window.show_page(key)
            assert bar.text == text
            assert bar.isVisible() == bool(text)
        qtbot.keyClick(shell.pages[0].field, Qt.Key.Key_Escape)
        assert bar.text == ""
        window.show_page("train")
        assert bar.text
        window.show_page("convolution")
        assert bar.text == ""

    def test_that_a_good_picture_takes_the_messages_of_all_pages_away(
        self, shell: Shell, qtbot: QtBot
    ) -> None:
        for page in shell.pages:
            page.refused.emit("Something is wrong.")
        with qtbot.waitSignal(shell.pictures.changed):
            shell.picture.open_sample("seven")
        for page in shell.pages:
            shell.window.show_page(page.key)
            assert shell.window.message_bar.text == ""
