"""The tool that shows what a run learns from."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.drawings import add_drawing
from cnnviz.engine.datasets.progress import tell
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.data.augmentation import PRESETS, UNCHANGED
from cnnviz.pages.train.views.data.data_tool import DataTool
from tests.helpers.opened_training import Open, Opened, click
from tests.helpers.training_fakes import FakeEngine, tiny_dataset

if TYPE_CHECKING:
    from cnnviz.state.picture.shared_picture import SharedPicture


class Reading(FakeEngine):
    """Reads what it is told to."""

    read: Callable[[str, Network], Dataset] | None = None

    def load_dataset(self, data: str, network: Network) -> Dataset:
        if self.read is None:
            return super().load_dataset(data, network)
        return self.read(data, network)


def opened_tool(
    qtbot: QtBot, open_page: Open, fake: FakeEngine | None = None, *, wait: bool = True
) -> tuple[Opened, DataTool]:
    opened = open_page(fake or FakeEngine())
    click(qtbot, opened, "train_data_button")
    tool = opened.page.findChild(DataTool)
    assert tool is not None
    if wait:
        looks = opened.presenter.beside.data.looks
        qtbot.waitUntil(lambda: looks.store.state.seen is not None)
    return opened, tool


def text(tool: DataTool, name: str) -> str:
    label = tool.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_that_classes_are_counted_and_one_is_shown_alone(
    qtbot: QtBot, open_page: Open
) -> None:
    opened, tool = opened_tool(qtbot, open_page)
    said = "Built-in digits: 40 training, 20 for validation; 28 × 28 pixels, grey."
    assert text(tool, "data_said") == said
    assert tool.bars.reading_of(0, 0) == "All classes: 40 training, 20 for validation"
    assert tool.bars.reading_of(4, 0) == "3: 4 training, 2 for validation"
    place = tool.bars.box_of(4, 0).center().toPoint()
    qtbot.mouseClick(tool.bars, Qt.MouseButton.LeftButton, pos=place)
    assert list(tool.pictures.tiles.shown) == [3, 13, 23, 33]
    assert tool.pictures.tiles.reading_of(0, 1) == "picture 14: 3, 14"

    train = tiny_dataset().train
    mean = train.images_nhw[3::10].mean(axis=0)
    qtbot.waitUntil(lambda: tool.pictures.mean.numbers() is not None)
    found = tool.pictures.mean.numbers()
    np.testing.assert_allclose(np.asarray(found, np.float64), mean)

    wanted: list[SharedPicture] = []
    opened.page.picture_wanted.connect(wanted.append)
    tiles = tool.pictures.tiles
    place = tiles.place_of(1).topLeft().toPoint() + QPoint(9, 9)
    qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=place)
    np.testing.assert_array_equal(wanted[0].picture.pixels_chw[0], train.images_nhw[13])
    assert opened.page.go_back()
    assert len(tiles.shown) == 40
    assert not tool.go_back()


def test_that_pictures_are_turned_page_by_page(qtbot: QtBot, open_page: Open) -> None:
    fake = Reading()
    fake.read = lambda _data, _network: tiny_dataset(230)
    _, tool = opened_tool(qtbot, open_page, fake)
    assert text(tool, "data_pages") == "of 3 pages"
    qtbot.mouseClick(tool.pictures.forward, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tool.pictures.forward, Qt.MouseButton.LeftButton)
    assert list(tool.pictures.tiles.shown) == list(range(200, 230))
    assert not tool.pictures.forward.isEnabled()
    tool.pictures.part.setCurrentIndex(1)
    assert len(tool.pictures.tiles.shown) == 20


def test_that_a_number_and_its_pixel_are_read_together(
    qtbot: QtBot, open_page: Open
) -> None:
    opened, tool = opened_tool(qtbot, open_page)
    click(qtbot, opened, "data_show_numbers")
    numbers, picture = tool.numbers, tiny_dataset().train.images_nhw[0]
    level = int(picture[2, 5])
    numbers.grid.setFocus()
    place = numbers.grid.box_of(2, 5).center().toPoint()
    qtbot.mouseMove(numbers.grid, place)
    assert numbers.row.hovered_cell == (0, 61)
    share = level / 255
    said = text(tool, "numbers_said")
    assert said.startswith(
        f"Number 62 of 784 is the pixel in row 3, column 6: {level}."
    )
    assert f"= {(share - 0.1307) / 0.3081:.3f}"[:6] in said
    numbers.row.read((0, 783))
    assert numbers.grid.hovered_cell == (27, 27)

    row = np.asarray(numbers.row.numbers())[0]
    np.testing.assert_array_equal(row, picture.ravel())
    numbers.how.setCurrentIndex(1)
    row = np.asarray(numbers.row.numbers())[0]
    np.testing.assert_allclose(row, picture.ravel() / 255)
    numbers.how.setCurrentIndex(2)
    row = np.asarray(numbers.row.numbers())[0]
    np.testing.assert_allclose(row, (picture.ravel() / 255 - 0.1307) / 0.3081)
    hot = np.asarray(numbers.hot.numbers())[0]
    assert hot.tolist() == [1] + 9 * [0]


def test_that_changes_go_into_the_recipe_and_are_previewed(
    qtbot: QtBot, open_page: Open
) -> None:
    opened, tool = opened_tool(qtbot, open_page)
    click(qtbot, opened, "data_show_changes")
    recipe, copies = opened.presenter.recipe, tool.changes.copies
    qtbot.waitUntil(lambda: len(copies.shown) == 12, timeout=20_000)
    first = np.asarray(copies.numbers())
    np.testing.assert_array_equal(first, tiny_dataset().train.images_nhw[0])
    click(qtbot, opened, "augmentation_digits")
    assert recipe.state.augmentation == PRESETS["digits"]
    assert tool.changes.presets["digits"].isChecked()
    qtbot.waitUntil(lambda: not np.array_equal(np.asarray(copies.numbers()), first))
    tool.changes.fields["noise"].setValue(20)
    wanted = replace(PRESETS["digits"], noise=0.2)
    assert recipe.state.augmentation == wanted
    assert opened.presenter.recipes.config().augmentation == wanted
    click(qtbot, opened, "augmentation_none")
    assert recipe.state.augmentation == UNCHANGED


def test_that_reading_is_told_and_called_off(qtbot: QtBot, open_page: Open) -> None:
    def endless(_data: str, _network: Network) -> Dataset:
        done = 0
        while True:
            tell(done % 1000, 1000)
            done += 1

    fake = Reading()
    fake.read = endless
    opened, tool = opened_tool(qtbot, open_page, fake, wait=False)
    qtbot.waitUntil(lambda: "%" in text(tool, "data_said"))
    assert tool.head.bar.isVisible()
    click(qtbot, opened, "data_cancel")
    assert not tool.head.bar.isVisible()
    assert text(tool, "data_notes")
    fake.read = None
    click(qtbot, opened, "data_again")
    qtbot.waitUntil(lambda: "40 training" in text(tool, "data_said"))


def test_that_what_does_not_fit_is_said_with_networks_that_do(
    qtbot: QtBot, open_page: Open
) -> None:
    def colour(_data: str, _network: Network) -> Dataset:
        split = Split(np.zeros((4, 3, 32, 32), np.uint8), np.arange(4))
        return Dataset("few", split, split, ("a", "b", "c", "d"))

    fake = Reading()
    fake.read = colour
    opened, tool = opened_tool(qtbot, open_page, fake)
    said = text(tool, "data_notes")
    assert "3 × 32 × 32" in said
    assert "CIFAR" in said
    wanted = tool.findChild(QLineEdit, "data_mixture")
    assert wanted is not None
    wanted.setText("mnist:2+builtin")
    qtbot.keyClick(wanted, Qt.Key.Key_Return)
    assert opened.presenter.recipe.state.data == "mnist:2+builtin"


def test_that_the_collection_is_counted_and_learned_from(
    qtbot: QtBot, open_page: Open
) -> None:
    opened, tool = opened_tool(qtbot, open_page)
    click(qtbot, opened, "data_show_drawings")
    drawings = opened.presenter.beside.data.drawings
    assert text(tool, "drawings_head") == "No drawing in the collection yet."
    assert not opened.button("drawings_use").isEnabled()
    for label in ("7", "7", "smile"):
        add_drawing(drawings.folder, label, np.full((28, 28), 9, np.uint8))
    click(qtbot, opened, "data_show_pictures")
    click(qtbot, opened, "data_show_drawings")  # they are counted whenever it is shown
    qtbot.waitUntil(lambda: text(tool, "drawings_counts") == "7: 2, smile: 1")
    assert text(tool, "drawings_head") == "3 drawings in the collection."
    with qtbot.waitSignal(drawings.more_wanted):
        click(qtbot, opened, "drawings_more")
    click(qtbot, opened, "drawings_use")
    assert opened.presenter.recipe.state.data == str(drawings.folder)


def test_that_a_dropped_folder_or_file_of_data_is_learned_from(
    qtbot: QtBot, open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(FakeEngine())
    table = tmp_path / "train.csv"
    table.write_text("label,pixel0\n")
    assert opened.page.take_path(str(table))
    assert opened.presenter.recipe.state.data == str(table)
    assert opened.page.take_path(str(tmp_path))
    assert opened.presenter.recipe.state.data == str(tmp_path)
    assert not opened.page.take_path(str(tmp_path / "cat.png"))
    (tmp_path / "settings.json").write_text("{}")
    assert not opened.page.take_path(str(tmp_path))  # the folder of a run


def test_that_mnist_is_downloaded_where_it_is_missing(
    qtbot: QtBot, open_page: Open
) -> None:
    fake = FakeEngine(missing=("mnist",))
    opened, tool = opened_tool(qtbot, open_page, fake)
    opened.presenter.use_data("mnist")
    qtbot.waitUntil(tool.head.download.isVisible)
    assert "MNIST is not on this computer" in text(tool, "data_notes")
    fake.missing = ()
    click(qtbot, opened, "data_download")
    qtbot.waitUntil(lambda: "MNIST: 40 training" in text(tool, "data_said"))
    assert not tool.head.download.isVisible()
