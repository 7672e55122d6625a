"""Names from files in the window: whatever they hold, no widget takes it for HTML."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QAction, QGuiApplication, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.saving import encode_png
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.messages.catalogue import SENTENCES
from cnnviz.engine.shown_text import escaped
from cnnviz.pages.convolution.model.lab_file import Lab, LabView
from cnnviz.pages.convolution.model.lab_settings import initial_settings
from cnnviz.state.picture.shared_picture import Origin, SharedPicture
from cnnviz.ui.texts import plain, sentence
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.lab_cases import encode_lab
from tests.unit.engine.messages.test_catalogue import placeholders

HOSTILE = "<b><img src='pipe' width=4000>&lt;b&gt;\x1b[31m\u202egnp\u2028"
"""Without a slash, so that it can be the name of a file."""

NAMES = (
    HOSTILE,
    "a & b <i>.png",
    "<!DOCTYPE html><h1>",
    "&lt;b&gt; &amp; [*]",
    "x" * 100_000,
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Build the real window, in a folder where a pipe waits to be opened for ever."""
    palette, locale = QGuiApplication.palette(), QLocale()
    settings = QSettings(str(tmp_path / "cnnviz.ini"), QSettings.Format.IniFormat)
    made = build(settings)
    qtbot.addWidget(made.window)
    yield made
    made.shut_down()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text of a window, with what shows it."""
    for widget in (window, *window.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}"
        yield f"{name} tip", widget.toolTip()
        yield f"{name} status", widget.statusTip()
        yield f"{name} help", widget.whatsThis()
        yield f"{name} title", widget.windowTitle()
        yield f"{name} is called", widget.accessibleName()
        yield f"{name} is described", widget.accessibleDescription()
        if isinstance(widget, QLabel):
            yield f"{name} text", widget.text()
        if isinstance(widget, QComboBox):
            for row in range(widget.count()):
                yield f"{name} item", widget.itemText(row)
                tip = widget.itemData(row, Qt.ItemDataRole.ToolTipRole)
                yield f"{name} item tip", tip or ""
    for action in window.findChildren(QAction):
        name = f"action {action.objectName()}"
        yield f"{name} text", action.text()
        yield f"{name} tip", action.toolTip()
        yield f"{name} status", action.statusTip()


def harm(window: QWidget) -> list[str]:
    """Return what is taken for HTML, hides or steers, or is longer than can be read."""
    return [
        f"{place}: {text[:200]}"
        for place, text in texts(window)
        if Qt.mightBeRichText(text) or len(text) > 2_000 or has_steering_signs(text)
    ]


def has_steering_signs(text: str) -> bool:
    # Lines are broken by ourselves, and paths may break after a stroke.
    bare = text.replace("\n", "").replace("/\u200b", "/")
    return escaped(bare) != bare


def labels_that_guess(window: QWidget) -> list[str]:
    return [
        label.objectName() or label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() == Qt.TextFormat.AutoText
    ]


def shared(name: str, origin: Origin = "file") -> SharedPicture:
    pixels_chw = np.full((1, 6, 6), 9, np.uint8)
    return SharedPicture(Picture(pixels_chw, name), origin)


def seen(window: QWidget, part: str) -> list[str]:
    return [place for place, text in texts(window) if part in text]


def test_that_the_window_says_nothing_that_qt_takes_for_html(session: Session) -> None:
    assert harm(session.window) == []
    assert labels_that_guess(session.window) == []


@pytest.mark.parametrize("origin", ["file", "sample", "dataset", "numbers"])
@pytest.mark.parametrize("name", NAMES)
def test_that_a_picture_of_any_name_does_nothing(
    session: Session, name: str, origin: Origin
) -> None:
    session.pictures.replace(shared(name, origin))
    assert harm(session.window) == []
    beginning = plain(name)[:12]
    assert {place.rpartition(" ")[2] for place in seen(session.window, beginning)} >= {
        "title",
        "tip",
        "status",
        "text",
    }


def test_that_a_file_of_any_name_does_nothing(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / f"{HOSTILE}.png"
    path.write_bytes(encode_png(np.zeros((1, 5, 5), np.uint8)))
    with qtbot.waitSignal(session.pictures.changed):
        session.picture.open_file(str(path))
    assert seen(session.window, "Undo: Open ‹b›")
    assert harm(session.window) == []


def test_that_a_lab_of_any_name_and_with_any_name_does_nothing(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    inside = f"<b><img src='file://{pipe}'>"
    lab = Lab(shared(inside), initial_settings(), LabView())
    path = tmp_path / f"{HOSTILE}.cnnlab"
    path.write_bytes(encode_lab(lab))
    with qtbot.waitSignal(session.lab.files.opened):
        session.lab.files.open(str(path))
    assert session.pictures.state.picture.name == inside
    assert harm(session.window) == []
    assert "‹img" in session.window.windowTitle()
    with qtbot.waitSignal(session.lab.files.saved):
        session.lab.files.save(str(tmp_path / f"again {HOSTILE}.cnnlab"))
    assert harm(session.window) == []


def test_that_a_data_folder_of_any_name_does_nothing(
    session: Session, tmp_path: Path
) -> None:
    folder = write_idx_folder(tmp_path / HOSTILE)
    session.train.use_data(str(folder))
    assert seen(session.window, "‹b›")
    assert harm(session.window) == []


def test_that_no_error_hands_html_on(session: Session) -> None:
    for code, template in SENTENCES.items():
        facts = dict.fromkeys(placeholders(template), HOSTILE + "x" * 10_000)
        said = sentence(CnnvizError(code, **facts))
        assert not Qt.mightBeRichText(said)
        assert escaped(said) == said
        assert len(said) < 5_000
    session.window.on_failed(CnnvizError("file_not_found", file=HOSTILE))
    assert "‹img" in session.window.message_bar.text
    assert harm(session.window) == []
