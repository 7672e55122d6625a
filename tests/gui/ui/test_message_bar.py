from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.message_bar import EVERY_PAGE, MessageBar


def test_that_a_second_message_takes_the_place_and_the_height_of_the_first(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(QSize(500, 300))
    bar = MessageBar(page)
    with qtbot.waitExposed(page):
        page.show()
    bar.say("The file is too large. " * 12)
    tall, shown = bar.height(), bar.findChild(QLabel, "message_text")
    assert shown is not None
    assert tall > 48
    bar.say("Saved.")
    assert (bar.text, shown.text()) == ("Saved.", "Saved.")
    assert bar.height() == 48
    bar.dismiss()
    assert bar.text == ""
    bar.say("Again.")
    assert bar.isVisible()


def test_that_a_sentence_about_the_window_stays_in_sight_on_every_page(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = MessageBar(page)
    bar.show_page("draw")
    bar.say("Your work has been kept.", page=EVERY_PAGE)
    bar.show_page("train")
    assert bar.text == "Your work has been kept."
    bar.say("No data here.")
    assert bar.text == "No data here."
    bar.show_page("draw")
    assert bar.text == "Your work has been kept."
    bar.dismiss()
    assert bar.text == ""
    bar.show_page("train")
    bar.dismiss()
    assert bar.text == ""


def test_that_a_sentence_that_is_so_no_more_goes_wherever_it_was_said(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = MessageBar(page)
    bar.show_page("draw")
    bar.say("The window closes soon.", page=EVERY_PAGE)
    bar.say("It could not be written.")
    bar.take_back("The window closes soon.")
    assert bar.text == "It could not be written."
    bar.dismiss()
    assert bar.text == ""


def test_that_a_note_goes_by_itself_and_what_is_wrong_stays(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = MessageBar(page)
    bar.show_page("draw")
    bar.findChild(QTimer).setInterval(1)
    bar.say("Your work has been kept.", "info", "Restore", EVERY_PAGE, is_note=True)
    qtbot.waitUntil(lambda: bar.text == "")
    bar.say("It could not be written.")
    bar.put_note_away()
    assert bar.text == "It could not be written."
