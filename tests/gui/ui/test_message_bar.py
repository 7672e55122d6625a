from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.message_bar import MessageBar


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
