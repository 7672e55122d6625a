"""The guide opens inside the window, page by page, in the language of the window."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QListWidget
from pytestqt.qtbot import QtBot

from cnnviz.shell.guide.guide_panel import GuidePanel
from cnnviz.shell.guide.guide_text import GuideText
from cnnviz.state.guide_book import CHAPTERS, guide_folder, guide_pages
from tests.helpers.shell import Shell

IMAGE = QTextDocument.ResourceType.ImageResource.value


def panel(shell: Shell) -> GuidePanel:
    found = shell.window.findChild(GuidePanel)
    assert found is not None
    return found


def part(shell: Shell, kind: type, name: str):  # noqa: ANN201
    found = panel(shell).findChild(kind, name)
    assert found is not None
    return found


@pytest.fixture
def opened(shell: Shell, qtbot: QtBot) -> Shell:
    qtbot.keyClick(shell.window, Qt.Key.Key_F1)
    return shell


@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_that_every_chapter_has_its_lessons_in_both_languages(language: str) -> None:
    pages = guide_pages(language)
    assert [page.chapter for page in pages if page.begins] == list(CHAPTERS)
    assert len(pages) > 50
    whole = "".join((guide_folder() / "draw.en.md").read_text("utf-8").split())
    if language == "en":
        of_draw = "".join(page.text for page in pages if page.chapter == "draw")
        assert "".join(of_draw.split()) in whole or len(of_draw) > 0.95 * len(whole)


def test_that_f1_opens_it_in_the_window(opened: Shell) -> None:
    assert panel(opened).isVisible()
    assert panel(opened).window() is opened.window
    assert "Convolution" in part(opened, GuideText, "guide_text").toPlainText()


def test_that_f1_and_esc_close_it(opened: Shell, qtbot: QtBot) -> None:
    qtbot.keyClick(part(opened, GuideText, "guide_text"), Qt.Key.Key_Escape)
    assert not panel(opened).isVisible()
    qtbot.keyClick(opened.window, Qt.Key.Key_F1)
    assert panel(opened).isVisible()
    qtbot.keyClick(opened.window, Qt.Key.Key_F1)
    assert not panel(opened).isVisible()


def test_that_the_next_page_is_the_next_lesson(opened: Shell, qtbot: QtBot) -> None:
    after = part(opened, QAbstractButton, "guide_after")
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    text = part(opened, GuideText, "guide_text")
    assert text.toPlainText().startswith("1.")
    assert part(opened, QListWidget, "guide_lessons").currentRow() == 1
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(text, Qt.Key.Key_Left, alt)
    assert part(opened, QListWidget, "guide_lessons").currentRow() == 0


def test_that_pictures_are_no_wider_than_the_text(opened: Shell) -> None:
    text = part(opened, GuideText, "guide_text")
    picture = text.loadResource(IMAGE, QUrl("pictures/en/sobel.png"))
    assert isinstance(picture, QImage)
    assert 0 < picture.width() <= text.viewport().width()


@pytest.mark.parametrize("name", ["../../README.md", "../pictures/x.png", "/etc/hosts"])
def test_that_nothing_else_is_read(opened: Shell, name: str) -> None:
    assert part(opened, GuideText, "guide_text").loadResource(IMAGE, QUrl(name)) is None


def test_that_a_link_stays_in_the_guide(opened: Shell) -> None:
    text = part(opened, GuideText, "guide_text")
    text.anchorClicked.emit(QUrl("network.en.md"))
    row = part(opened, QListWidget, "guide_lessons").currentRow()
    assert guide_pages("en")[row].chapter == "network"
    text.anchorClicked.emit(QUrl("https://example.org/draw.md"))
    assert part(opened, QListWidget, "guide_lessons").currentRow() == row


def test_that_another_page_closes_it(opened: Shell) -> None:
    opened.window.show_page("draw")
    assert not panel(opened).isVisible()
