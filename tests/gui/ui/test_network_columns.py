"""The columns of a network, given numbers and nothing else."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.blocks import blocks, picture_block
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.state.picture.layer_pictures import layer_picture
from cnnviz.ui.network_view.columns.column_images import MOST_PIXELS, BlockImages
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.network_view.columns.read_columns import ColumnsShown
from cnnviz.ui.theme.look import look

LENET = network("lenet5")
PICTURE, BLOCKS = picture_block(LENET), blocks(LENET)


def shown(seed: int) -> ColumnsShown:
    random = np.random.default_rng(seed)
    outputs = [
        LayerOutput(
            layer.name,
            layer.kind,
            random.normal(0, 1, layer.output_shape).astype(np.float32),
        )
        for layer in summarize(LENET).layers
    ]
    pictures = {output.name: layer_picture(output) for output in outputs}
    pixels = random.integers(0, 256, LENET.picture_shape, dtype=np.uint8)
    return ColumnsShown(PICTURE, BLOCKS, pixels, pictures)


@pytest.fixture
def columns(qtbot: QtBot) -> NetworkColumns:
    made = NetworkColumns()
    qtbot.addWidget(made)
    made.resize(1400, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.render_state(shown(0))
    return made


def test_that_a_new_picture_is_painted_at_a_large_zoom(columns: NetworkColumns) -> None:
    columns.place.zoom(12.0, QPointF(700, 450))
    before = columns.grab().toImage()
    columns.render_state(shown(1))
    assert columns.grab().toImage() != before


def test_that_no_image_has_more_pixels_than_a_frame_has_time_for(
    columns: NetworkColumns,
) -> None:
    columns.place.zoom(12.0, QPointF(700, 450))
    images, placed = BlockImages(), columns.place.layout.placed
    for seed in (0, 1):
        newer = shown(seed)
        for block in BLOCKS:
            numbers, place = newer.pictures[block.shown], placed[block.place]
            images.render(block.place, numbers, place, look(columns.palette()))
            made = images.images[block.place]
            assert made.numbers is numbers
            # The margin and whole pixels come to a little more.
            assert made.image.width() * made.image.height() < 1.01 * MOST_PIXELS
    assert not all(
        images.images[each.place].fits(placed[each.place]) for each in BLOCKS
    )
