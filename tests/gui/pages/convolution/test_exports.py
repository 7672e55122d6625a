"""What can be taken away from the page: view, animation, output."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from cnnviz.engine.animation.frame_text import story
from cnnviz.engine.animation.settings import seconds
from cnnviz.engine.convolution.operations import Pooling
from cnnviz.engine.convolution.pooling import PoolSpec
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.presenters.export_presenter import ExportPresenter
from cnnviz.pages.convolution.views.export.animation_dialog import (
    AnimationDialog,
    animation_labels,
)
from cnnviz.pages.convolution.views.export.export_menu import ExportMenu
from cnnviz.ui.controls.file_dialogs import ask_what_to_open
from cnnviz.ui.i18n import Translation
from cnnviz.ui.theme.look import look
from cnnviz.ui.view_export import view_png, view_svg
from tests.gui.pages.convolution.conftest import Lab

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def presenter(lab: Lab) -> Iterator[ExportPresenter]:
    made = ExportPresenter(lab.walk)
    yield made
    made.shut_down()


@pytest.fixture
def menu(lab: Lab, presenter: ExportPresenter) -> ExportMenu:
    return ExportMenu(presenter, _view(lab), lab.page)


def _view(lab: Lab) -> list[QWidget]:
    """Return the stage and the sum: what the page gives away as a picture."""
    canvas, total = lab.canvas("input"), lab.find(QLabel, "sum_total")
    found = []
    for inner in (canvas, total):
        outer: QWidget = inner
        while outer.parentWidget() is not lab.page:
            outer = outer.parentWidget()
        found.append(outer)
    return found


def save(lab: Lab, menu: ExportMenu, dialog: str, action: str, path: Path) -> None:
    """Choose a file, as hands would, and wait until it is told of."""
    chosen = next(found for found in menu.actions() if found.objectName() == action)
    chosen.trigger()
    asked = lab.page.window().findChild(QFileDialog, dialog)
    assert asked is not None
    told: list[str] = []
    menu.notified.connect(told.append)
    menu.refused.connect(told.append)
    asked.fileSelected.emit(str(path))
    asked.reject()
    lab.bot.waitUntil(lambda: bool(told))


def test_that_the_view_is_saved_twice_as_fine_as_the_screen(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    path = tmp_path / "view.png"
    save(lab, menu, "save_png_dialog", "save_view_png_action", path)
    stage = _view(lab)[0]
    with Image.open(path) as image:
        assert image.width == 2 * (stage.width() + 24)
        colours = {pixel[:3] for pixel in image.convert("RGB").get_flattened_data()}
    outline = look(stage.palette()).ink
    assert (outline.red(), outline.green(), outline.blue()) in colours


def test_that_the_svg_holds_the_numbers_as_text(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    path = tmp_path / "view.svg"
    save(lab, menu, "save_svg_dialog", "save_view_svg_action", path)
    root = ElementTree.parse(path).getroot()
    texts = {"".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")}
    assert {"−2", "2"} <= texts  # weights of Sobel
    assert lab.find(QLabel, "sum_total").text().split()[-1] in texts


def test_that_what_can_only_be_pressed_is_no_part_of_the_view(lab: Lab) -> None:
    button = lab.find(QToolButton, "whole_output_button")
    place, policy = button.geometry(), button.sizePolicy()
    assert view_png(_view(lab)) != b""
    assert view_svg(_view(lab), "view") != b""
    assert button.isVisible()
    assert (button.geometry(), button.sizePolicy()) == (place, policy)


def test_that_numbers_are_saved_exactly(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    walk = lab.state.walk
    assert walk is not None
    expected = walk.operation.compute()
    array, table = tmp_path / "output.npy", tmp_path / "output.csv"
    save(lab, menu, "save_output_dialog", "save_output_action", array)
    assert np.load(array).dtype == np.float32
    assert (np.load(array) == expected).all()
    save(lab, menu, "save_output_dialog", "save_output_action", table)
    assert (np.loadtxt(table, delimiter=",") == expected[0]).all()


def test_that_the_output_is_saved_as_it_is_shown(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    path = tmp_path / "output.png"
    save(lab, menu, "save_output_dialog", "save_output_action", path)
    output = lab.state.output
    assert output is not None
    with Image.open(path) as image:
        assert (image.mode, image.size) == ("RGB", output.size_hw[::-1])
        zero = np.argwhere(output.values_hw == 0)[0]
        assert image.getpixel((int(zero[1]), int(zero[0]))) == (255, 255, 255)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="there all may be written"
)
def test_that_a_folder_without_permission_is_told(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    tmp_path.chmod(0o500)
    told: list[str] = []
    menu.refused.connect(told.append)
    save(lab, menu, "save_output_dialog", "save_output_action", tmp_path / "a.npy")
    assert "a.npy" in told[0]


def test_that_what_cannot_be_written_is_told_in_a_sentence(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    told: list[str] = []
    menu.refused.connect(told.append)
    gone = tmp_path / "gone" / "output.npy"
    save(lab, menu, "save_output_dialog", "save_output_action", gone)
    save(lab, menu, "save_output_dialog", "save_output_action", tmp_path / "a.txt")
    save(lab, menu, "save_png_dialog", "save_view_png_action", tmp_path / "a.jpg")
    assert str(gone) in told[0]
    assert told[1].startswith("The name a.txt does not say")
    assert told[2].startswith("a.jpg does not end in .png")
    assert not list(tmp_path.iterdir())


def test_that_every_action_has_a_name_and_a_tip(menu: ExportMenu) -> None:
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert len({action.objectName() for action in actions}) == 4
    assert all(action.text() and action.toolTip() for action in actions)


# the animation


@pytest.fixture
def dialog(lab: Lab, menu: ExportMenu) -> AnimationDialog:
    menu.save_animation.trigger()
    found = lab.page.window().findChild(AnimationDialog)
    assert found is not None
    lab.bot.waitExposed(found)
    return found


def part(dialog: AnimationDialog, kind: type, name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert isinstance(found, QWidget), name
    return found


def text(dialog: AnimationDialog, name: str) -> str:
    label = part(dialog, QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def press(lab: Lab, dialog: AnimationDialog, name: str) -> None:
    button = part(dialog, QPushButton, name)
    lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog: AnimationDialog, first: int, last: int) -> None:
    for name, value in (("animation_first", first), ("animation_last", last)):
        spin = part(dialog, QSpinBox, name)
        assert isinstance(spin, QSpinBox)
        spin.setValue(value)


def save_into(lab: Lab, dialog: AnimationDialog, path: Path) -> None:
    press(lab, dialog, "animation_save")
    asked = dialog.findChild(QFileDialog, "save_animation_dialog")
    assert asked is not None
    asked.fileSelected.emit(str(path))
    asked.reject()


@pytest.mark.parametrize(
    "name",
    [
        "animation_first",
        "animation_last",
        "animation_speed",
        "animation_width",
        "animation_format",
    ],
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_return_in_a_field_takes_its_value_and_saves_nothing(
    lab: Lab, dialog: AnimationDialog, name: str, key: Qt.Key
) -> None:
    field = part(dialog, QWidget, name)
    field.setFocus()
    if isinstance(field, QSpinBox):
        field.selectAll()
        lab.bot.keyClicks(field, "7")

    lab.bot.keyClick(field, key)

    assert dialog.isVisible()
    assert dialog.findChild(QFileDialog, "save_animation_dialog") is None
    assert not isinstance(field, QSpinBox) or field.value() == 7


def test_that_return_on_the_button_saves(lab: Lab, dialog: AnimationDialog) -> None:
    button = part(dialog, QPushButton, "animation_save")
    button.setFocus()

    lab.bot.keyClick(button, Qt.Key.Key_Return)

    asked = dialog.findChild(QFileDialog, "save_animation_dialog")
    assert asked is not None
    asked.reject()


def test_that_a_long_walk_offers_the_row_of_now_first(
    lab: Lab, dialog: AnimationDialog
) -> None:
    walk = lab.state.walk
    assert walk is not None
    settings = dialog.fields.settings(lab.state)
    row, columns = walk.cell[0], walk.output_hw[1]
    assert (settings.first, settings.last) == (row * columns, (row + 1) * columns - 1)
    said = text(dialog, "animation_estimate")
    assert said == f"{columns} frames, {seconds(columns, 2):g} s"


def test_that_buttons_choose_the_row_or_all(lab: Lab, dialog: AnimationDialog) -> None:
    press(lab, dialog, "animation_all")
    assert dialog.fields.settings(lab.state).positions(676) == range(676)
    lab.walk.go_first()
    press(lab, dialog, "animation_row")
    assert dialog.fields.settings(lab.state).positions(676) == range(26)


def test_that_a_frame_is_seen_beforehand(lab: Lab, dialog: AnimationDialog) -> None:
    preview = part(dialog, QLabel, "animation_preview")
    assert isinstance(preview, QLabel)
    lab.bot.waitUntil(lambda: not preview.pixmap().isNull())
    before = preview.pixmap().cacheKey()
    view = part(dialog, QComboBox, "animation_view")
    assert isinstance(view, QComboBox)
    view.setCurrentIndex(2)
    lab.bot.waitUntil(lambda: preview.pixmap().cacheKey() != before)


def test_that_an_impossible_range_is_told_and_cannot_be_saved(
    lab: Lab, dialog: AnimationDialog
) -> None:
    choose(dialog, 20, 10)
    assert "Steps 20 to 10 do not exist here" in text(dialog, "animation_estimate")
    assert not part(dialog, QPushButton, "animation_save").isEnabled()
    choose(dialog, 5, 10)
    assert part(dialog, QPushButton, "animation_save").isEnabled()


@pytest.mark.parametrize("index", [0, 1, 2])
def test_that_an_animation_is_made_and_told_of(
    lab: Lab, menu: ExportMenu, dialog: AnimationDialog, tmp_path: Path, index: int
) -> None:
    choose(dialog, 3, 7)
    kind = part(dialog, QComboBox, "animation_format")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(index)
    path = tmp_path / f"animation{dialog.fields.ending}"
    with lab.bot.waitSignal(menu.notified) as told:
        save_into(lab, dialog, path)
    assert told.args == [f"Saved: {path}"]
    lab.bot.waitUntil(lambda: str(path) in text(dialog, "animation_news"))
    with Image.open(path) as image:
        assert image.n_frames == 5  # type: ignore[attr-defined]
        assert image.width == 960
    lab.bot.waitUntil(part(dialog, QPushButton, "animation_save").isEnabled)


def test_that_the_page_is_used_while_an_animation_is_made_and_cancelled(
    lab: Lab, dialog: AnimationDialog, tmp_path: Path
) -> None:
    press(lab, dialog, "animation_all")
    bar = part(dialog, QProgressBar, "animation_progress")
    assert isinstance(bar, QProgressBar)
    save_into(lab, dialog, tmp_path / "animation.webp")
    lab.bot.waitUntil(lambda: bar.value() > 2)
    assert "left" in text(dialog, "animation_news")
    position = lab.position
    lab.walk.advance()
    assert lab.position == position + 1
    press(lab, dialog, "animation_cancel")
    lab.bot.waitUntil(lambda: "nothing was saved" in text(dialog, "animation_news"))
    assert not list(tmp_path.iterdir())
    lab.bot.waitUntil(part(dialog, QPushButton, "animation_save").isEnabled)


def test_that_an_animation_that_cannot_be_written_is_told(
    lab: Lab, dialog: AnimationDialog, tmp_path: Path
) -> None:
    choose(dialog, 1, 2)
    save_into(lab, dialog, tmp_path / "gone" / "animation.gif")
    lab.bot.waitUntil(lambda: "gone" in text(dialog, "animation_news"))


def test_that_an_error_is_said_once_where_it_belongs(
    lab: Lab, menu: ExportMenu, dialog: AnimationDialog, tmp_path: Path
) -> None:
    """An animation's in its dialog (or in the window, once that is closed), a file's there."""
    told: list[str] = []
    menu.refused.connect(told.append)
    choose(dialog, 1, 2)
    save_into(lab, dialog, tmp_path / "gone" / "animation.gif")
    lab.bot.waitUntil(lambda: "gone" in text(dialog, "animation_news"))
    assert not told
    lab.bot.waitUntil(part(dialog, QPushButton, "animation_save").isEnabled)
    said = text(dialog, "animation_news")
    save(lab, menu, "save_output_dialog", "save_output_action", tmp_path / "a.txt")
    assert (len(told), text(dialog, "animation_news")) == (1, said)

    save_into(lab, dialog, tmp_path / "gone" / "animation.gif")
    dialog.close()
    lab.bot.waitUntil(lambda: len(told) == 2)
    assert "gone" in told[1]


def test_that_closing_the_program_gives_an_animation_up(
    lab: Lab, presenter: ExportPresenter, dialog: AnimationDialog, tmp_path: Path
) -> None:
    press(lab, dialog, "animation_all")
    save_into(lab, dialog, tmp_path / "animation.gif")
    presenter.shut_down()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("language", "one", "many", "estimate"),
    [
        ("en", "max(1 number)", "max(2 numbers)", "1 frame, 1.5 s"),
        ("pt_BR", "máx(1 número)", "máx(2 números)", "1 quadro, 1,5 s"),
    ],
)
def test_that_an_animation_counts_in_the_language_of_the_window(
    lab: Lab,
    dialog: AnimationDialog,
    language: str,
    one: str,
    many: str,
    estimate: str,
) -> None:
    choose(dialog, 3, 3)
    translation = Translation()
    translation.apply(language)
    try:
        for columns, said in ((1, one), (2, many)):
            pool = PoolSpec(size=(101, 101), padding=(50, 50))
            walk = Walk(Pooling(np.zeros((1, 1, columns)), pool))
            assert story(walk, animation_labels()).sum_text == f"{said} = 0"
        lab.bot.waitUntil(lambda: text(dialog, "animation_estimate") == estimate)
    finally:
        translation.apply("en")


def test_that_a_table_can_be_had_for_a_spreadsheet(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    lab.walk.commands.set_bias(0.5)
    walk = lab.state.walk
    assert walk is not None
    path = tmp_path / "output.csv"
    menu.save_output.trigger()
    dialog = lab.page.window().findChild(QFileDialog, "save_output_dialog")
    assert dialog is not None
    kind = next(kind for kind in dialog.nameFilters() if "spreadsheet" in kind)
    dialog.filterSelected.emit(kind)
    with lab.bot.waitSignal(menu.notified):
        dialog.fileSelected.emit(str(path))
    dialog.reject()
    lines = path.read_text().splitlines()
    assert "." not in lines[0]
    first = [float(cell.replace(",", ".")) for cell in lines[0].split(";")]
    np.testing.assert_array_equal(np.float32(first), walk.operation.compute()[0, 0])


def test_that_a_file_that_takes_long_can_be_given_up(
    lab: Lab, presenter: ExportPresenter, tmp_path: Path
) -> None:
    def write(is_cancelled: Callable[[], bool]) -> None:
        while not is_cancelled():
            pass
        raise Cancelled

    presenter._files.write(tmp_path / "a.csv", write)
    assert presenter.is_writing
    with lab.bot.assertNotEmitted(presenter.saved):
        presenter.cancel_writing()
        lab.bot.waitUntil(lambda: not presenter.is_writing)


def test_that_every_dialog_begins_where_the_last_file_was(
    lab: Lab, menu: ExportMenu, tmp_path: Path
) -> None:
    save(lab, menu, "save_png_dialog", "save_view_png_action", tmp_path / "view.png")
    dialog = ask_what_to_open(lab.page, "Open")
    assert Path(dialog.directory().path()) == tmp_path
    dialog.reject()


def test_that_the_file_menu_offers_what_can_be_exported(lab: Lab) -> None:
    assert len(lab.page.export_actions()) == 4
