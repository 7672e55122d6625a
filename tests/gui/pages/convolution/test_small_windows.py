"""What a student sees in a window of 1280 or 1024 pixels: nothing cut, cells to read."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QPushButton

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import with_plane
from cnnviz.pages.convolution.views.inspector.inspector import WIDTH, Inspector
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.i18n import Translation
from cnnviz.ui.texts import sentence
from cnnviz.ui.unit_view.stage import Stage

Lab = Any

SMALL, SMALLEST = (1192, 762), (936, 730)
"""What windows of 1280 x 800 and 1024 x 768 leave to the page."""

TIGHTEST = (960, 730)
"""Where settings lie beside the stage as yet: narrower, they lie over it."""


@pytest.fixture
def translation(lab: Lab) -> Iterator[Translation]:
    translation = Translation()
    yield translation
    translation.apply("en")


def resize(lab: Lab, width: int, height: int) -> None:
    lab.page.resize(width, height)
    stage, settings = lab.page.findChild(Stage), lab.find(Inspector, "inspector")

    def is_laid_out() -> bool:
        room: int = width - (WIDTH if settings.isVisible() else 0)
        return bool(room - 40 < stage.width() < room)

    lab.bot.waitUntil(is_laid_out)


def show_colour(lab: Lab) -> None:
    pixels = np.full((3, 128, 128), 130, np.uint8)
    lab.walk.picture_store.replace(SharedPicture(Picture(pixels, "typed"), "file"))
    lab.walk.commands.set("colour", "rgb")
    lab.bot.waitUntil(lambda: lab.state.input_channels == 3)


def cut(lab: Lab) -> list[str]:
    """Return the texts that end in an ellipsis."""
    found = []
    for label in lab.page.findChildren(FittingLabel):
        shown = QFontMetrics(label.fitted_font()).elidedText(
            label.text(), Qt.TextElideMode.ElideRight, label.width()
        )
        if label.isVisible() and shown != label.text():
            found.append(label.text())
    return found


@pytest.mark.parametrize("language", ["en", "pt_BR"])
@pytest.mark.parametrize("size", [SMALL, SMALLEST])
@pytest.mark.parametrize("operation", ["convolution", "transposed", "pooling"])
def test_that_no_line_of_the_page_is_cut(
    lab: Lab, translation: Translation, operation: str, size: Any, language: Any
) -> None:
    translation.apply(language)
    resize(lab, *size)
    show_colour(lab)
    lab.walk.commands.set("kernels", 8)
    lab.walk.commands.set("operation", operation)
    lab.bot.waitUntil(lambda: lab.state.output is not None)

    lab.bot.waitUntil(lambda: cut(lab) == [])

    lab.find(QAction, "algorithm_action").trigger()

    lab.bot.waitUntil(lambda: lab.find(QPushButton, "copy_program").isVisible())
    lab.bot.waitUntil(lambda: cut(lab) == [])


def test_that_the_kernel_of_now_is_told_where_the_size_has_no_room(lab: Lab) -> None:
    show_colour(lab)
    lab.walk.commands.set("kernels", 8)
    lab.walk.show_output_channel(2)
    detail = lab.page._stages.picture.output._detail
    resize(lab, 1800, 900)
    lab.bot.waitUntil(lambda: detail.text() == "126 × 126, kernel 3 of 8")

    resize(lab, *TIGHTEST)

    lab.bot.waitUntil(lambda: detail.text() == "3 of 8")


@pytest.mark.parametrize("size", [7, 9, 11, 15])
def test_that_of_a_large_kernel_one_grid_at_a_time_is_large(
    lab: Lab, size: int
) -> None:
    """In a window of 1280 x 800; what is pressed becomes the large one."""
    resize(lab, *SMALL)
    rng = np.random.default_rng(size)
    plane_hw = rng.normal(size=(size, size)).astype(np.float32)

    lab.walk.commands.apply(with_plane(lab.walk.commands.settings, plane_hw), "large")

    window, kernel, products = map(lab.canvas, ("window", "kernel", "products"))
    lab.bot.waitUntil(lambda: products.view.scale >= 24)
    assert max(window.width(), kernel.width()) < 80
    assert lab.canvas("input").width() >= 200 <= lab.canvas("output").width()

    lab.bot.mouseClick(kernel, Qt.MouseButton.LeftButton, pos=kernel.rect().center())
    lab.bot.waitUntil(lambda: kernel.view.scale >= 24)
    assert max(window.width(), products.width()) < 80

    window.setFocus()
    lab.key(Qt.Key.Key_Right)
    lab.bot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    lab.bot.keyClick(window, Qt.Key.Key_Return)
    lab.bot.waitUntil(lambda: window.view.scale >= 24)

    lab.walk.commands.choose_kernel("sobel_x")
    lab.bot.waitUntil(lambda: min(c.width() for c in (window, kernel, products)) > 100)


def test_that_a_picture_of_28_cells_keeps_twelve_pixels_a_cell(lab: Lab) -> None:
    resize(lab, *SMALL)

    assert lab.canvas("input").view.scale == 12


def test_that_one_of_something_is_told_as_one() -> None:
    error = CnnvizError("groups_do_not_divide", groups=2, channels=3, outputs=1)

    assert "3 input channels and 1 kernel " in sentence(error)
