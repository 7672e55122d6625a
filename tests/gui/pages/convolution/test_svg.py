"""The view as an SVG drawing shows what the screen shows, at every size."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.colour_maps import GREY
from cnnviz.state.picture.layer_pictures import LayerPicture, PaletteName, shown_picture
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.theme.look import look
from cnnviz.ui.tiles.layer_tiles import LayerTiles


def as_svg(widget: LayerTiles | GridCanvas) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    painter = QPainter(generator)
    painter.fillRect(widget.rect(), Qt.GlobalColor.red)
    flags = QWidget.RenderFlag.DrawChildren
    QWidget.render(widget, painter, QPoint(0, 0), renderFlags=flags)
    painter.end()
    return bytes(buffer.data().data())


def drawn(svg: bytes, size: QSize) -> NDArray[np.uint8]:
    """Return an SVG drawing as another program shows it, ``H x W x 3``."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return rgb(image)


def rgb(image: QImage) -> NDArray[np.uint8]:
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(flat.constBits(), np.uint8)
    return pixels.reshape(flat.height(), flat.width(), 4)[:, :, 2::-1].copy()


def test_that_each_map_of_a_strip_is_its_own(qtbot: QtBot) -> None:
    atlas = np.hstack([np.full((8, 8), level, np.uint8) for level in (0, 120, 255)])
    tiles = LayerTiles()
    qtbot.addWidget(tiles)
    tiles.resize(200, 60)
    values = np.zeros((3, 8, 8), np.float32)
    tiles.render_state(
        LayerPicture(
            "output", "conv2d", (3, 8, 8), atlas, 3, (8, 8), 3, "grey", 0, 255, values
        )
    )
    tiles.set_exporting(True)
    pixels = drawn(as_svg(tiles), tiles.size())
    for tile, level in enumerate((0, 120, 255)):
        x, y = tiles.tile_rect(tile).center().toPoint().toTuple()
        assert np.abs(pixels[y, x].astype(int) - level).max() <= 1


def test_that_no_ground_shines_through_between_cells(qtbot: QtBot) -> None:
    canvas = GridCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(101, 101)
    levels = np.arange(400, dtype=np.uint8).reshape(20, 20) % 50 + 20
    canvas.set_grid(levels.astype(np.uint8), GREY)
    canvas.show()
    canvas.set_exporting(True)
    pixels = drawn(as_svg(canvas), canvas.size() * 1.37).astype(int)
    x, y, width, height = canvas.view.rect(0, 0, 20, 20)
    top, left = int(y * 1.37) + 2, int(x * 1.37) + 2
    inside = pixels[
        top : int((y + height) * 1.37) - 2, left : int((x + width) * 1.37) - 2
    ]
    assert np.ptp(inside, axis=2).max() <= 2  # grey: nothing red, nothing white
    assert inside.max() <= 72


def test_that_maps_have_palettes_of_their_own(qtbot: QtBot) -> None:
    maps_nhw = np.zeros((2, 8, 8), np.float32)
    maps_nhw[1] = -9
    tiles = LayerTiles()
    qtbot.addWidget(tiles)
    tiles.resize(200, 60)
    looks: list[tuple[float, float, PaletteName]]
    looks = [(0.0, 255.0, "grey"), (-9.0, 9.0, "diverging")]
    tiles.render_state(shown_picture("output", maps_nhw, looks))
    pixels = rgb(tiles.grab().toImage())
    tables = look(tiles.palette()).tables
    expected = (tables["grey"][0], tables["diverging"][0])
    for tile in range(2):
        x, y = tiles.tile_rect(tile).center().toPoint().toTuple()
        assert (pixels[y, x] == expected[tile]).all()
