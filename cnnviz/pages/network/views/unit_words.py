"""A number of a network as the rows that show it, named in the window's language."""

from collections.abc import Iterable, Mapping

import numpy as np

from cnnviz.engine.images.colour_maps import signed_range
from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.layers import PICTURE, RadialBasis
from cnnviz.engine.networks.units.parts import Window
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.pages.network.views.chain_words import row_heads
from cnnviz.state.picture.layer_pictures import Look, layer_picture
from cnnviz.ui.network_view.columns.block_words import block_label, tile_label
from cnnviz.ui.unit_view.unit_rows import Sign, UnitRow, UnitRows, largest_first

MOST_WINDOWS = 8
"""Input maps that are shown with window and kernel."""

MOST_NUMBERS = 14
"""Single numbers that are shown."""


def unit_rows(
    opened: OpenedUnit, answer: NetworkAnswer, sources: Mapping[str, Block]
) -> UnitRows:
    """Return the rows of a number; ``sources`` are the blocks of the layers it reads."""
    is_number = opened.windows[0].cells_hw.size == 1
    most = MOST_NUMBERS if is_number else MOST_WINDOWS
    shown, folded, folded_total = largest_first(opened.totals, most)
    windows = {index: opened.windows[index] for index in shown}
    kernel_look = _kernel_look(windows.values())
    looks = {window.layer: _cells_look(answer, window) for window in windows.values()}
    rows = tuple(
        UnitRow(
            index=index,
            name=_name(sources[window.layer], window),
            cells_hw=window.cells_hw,
            cells_look=looks[window.layer],
            total=window.total,
            rows=window.rows,
            columns=window.columns,
            kernel_hw=window.kernel_hw,
            kernel_look=kernel_look,
            chosen=window.chosen,
        )
        for index, window in windows.items()
    )
    first = next(iter(sources.values()))
    heads = row_heads(opened, block_label(first))
    return UnitRows(rows, folded, folded_total, _sign(opened), heads)


def _sign(opened: OpenedUnit) -> Sign:
    if isinstance(opened.unit.layer, RadialBasis):
        return "compared"
    return "none" if opened.windows[0].kernel_hw is None else "times"


def _name(block: Block, window: Window) -> str:
    return tile_label(block, window.channel)


def _kernel_look(windows: Iterable[Window]) -> Look:
    kernels = [window.kernel_hw for window in windows if window.kernel_hw is not None]
    if not kernels:
        return -1.0, 1.0, "diverging"
    return *signed_range(np.stack(kernels)), "diverging"


def _cells_look(answer: NetworkAnswer, window: Window) -> Look:
    """Return how the maps of a layer are coloured in their column."""
    picture = answer.pictures.get(window.layer)
    if picture is not None:
        tile = min(window.channel, picture.count - 1)
        return *picture.range_of(tile), picture.palette
    values = answer.values(window.layer)
    if window.layer == PICTURE:
        return float(values.min()), float(values.max() or 1.0), "grey"
    for output in answer.trace.layers:
        if output.name == window.layer:
            made = layer_picture(output)
            return made.low, made.high, made.palette
    return *signed_range(values), "diverging"
