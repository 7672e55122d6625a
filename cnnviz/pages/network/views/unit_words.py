"""A number of a network as the rows that show it, named in the window's language."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from cnnviz.engine.images.colour_maps import signed_range
from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.layers import RadialBasis
from cnnviz.engine.networks.units.parts import Window
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.pages.network.model.whole_map import WholeMap
from cnnviz.pages.network.views.chain_words import map_heads, row_heads
from cnnviz.state.picture.layer_pictures import Look, layer_picture
from cnnviz.ui.network_view.columns.block_words import block_label, tile_label
from cnnviz.ui.unit_view.rows.unit_rows import Sign, UnitRow, UnitRows, largest_first

BlockOf = Callable[[str], Block]
"""Finds the block that a layer is in."""

MOST_WINDOWS = 10
"""Input maps that are shown with window and kernel."""

MOST_NUMBERS = 14
"""Single numbers that are shown."""


def unit_rows(
    opened: OpenedUnit, answer: NetworkAnswer, sources: Mapping[str, Block]
) -> UnitRows:
    """Return the rows of a number; ``sources`` are the blocks of the layers it reads."""
    is_number = len(opened.windows) > 0 and opened.windows[0].cells_hw.size == 1
    most = MOST_NUMBERS if is_number else MOST_WINDOWS
    shown, folded, folded_total = largest_first(opened.totals, most)
    windows = [opened.windows[index] for index in shown]
    kernel_look = _kernel_look(windows)
    made = _made_of_one(opened)
    rows = tuple(
        UnitRow(
            index=index,
            name=_name(sources[window.layer], window),
            cells_hw=window.cells_hw,
            cells_look=_map_look(answer, window.layer, window.channel),
            total=window.total if made is None else made,
            rows=window.rows,
            columns=window.columns,
            kernel_hw=window.kernel_hw,
            kernel_look=kernel_look,
            chosen=window.chosen,
        )
        for index, window in zip(shown, windows, strict=True)
    )
    first = next(iter(sources.values()))
    heads = row_heads(opened, block_label(first))
    return UnitRows(rows, folded, folded_total, _sign(opened), heads)


def _made_of_one(opened: OpenedUnit) -> float | None:
    """Return what a layer makes of a number that it reads alone; else ``None``."""
    parts = opened.unit.parts
    reads_one = not parts.windows and len(opened.windows) == 1
    return parts.value if reads_one and opened.windows[0].kernel_hw is None else None


def _sign(opened: OpenedUnit) -> Sign:
    if isinstance(opened.unit.layer, RadialBasis):
        return "compared"
    return "none" if opened.windows[0].kernel_hw is None else "times"


def _name(block: Block, window: Window) -> str:
    return tile_label(block, window.channel)


def _kernel_look(windows: Sequence[Window]) -> Look:
    kernels = [window.kernel_hw for window in windows if window.kernel_hw is not None]
    if not kernels:
        return -1.0, 1.0, "diverging"
    return *signed_range(np.stack(kernels)), "diverging"


def _map_look(answer: NetworkAnswer, layer: str, channel: int) -> Look:
    """Return how a map of a layer is coloured in its column."""
    picture = answer.pictures.get(layer)
    if picture is not None:
        tile = min(channel, picture.count - 1)
        return *picture.range_of(tile), picture.palette
    values = answer.values(layer)
    for output in answer.trace.layers:
        if output.name == layer:
            made = layer_picture(output)
            return made.low, made.high, made.palette
    return *signed_range(values), "diverging"


def map_rows(whole: WholeMap, answer: NetworkAnswer, state_block: BlockOf) -> UnitRows:
    """Return the rows of a whole map: those it is made of, and what each adds."""
    shown, folded, _ = largest_first(whole.weight_of, MOST_WINDOWS)
    parts = [whole.parts[index] for index in shown]
    kernels = [part.kernel_hw for part in parts if part.kernel_hw is not None]
    partials = [part.partial_hw for part in parts if part.partial_hw is not None]
    kernel_range = signed_range(np.stack(kernels)) if kernels else (-1.0, 1.0)
    partial_range = signed_range(np.stack(partials)) if partials else (-1.0, 1.0)
    rows = tuple(
        UnitRow(
            index=index,
            name=tile_label(state_block(part.layer), part.channel),
            cells_hw=part.map_hw,
            cells_look=_map_look(answer, part.layer, part.channel),
            total=np.nan if part.partial_hw is None else float(whole.weight_of[index]),
            rows=(),
            columns=(),
            kernel_hw=part.kernel_hw,
            kernel_look=(*kernel_range, "diverging"),
            result_hw=part.partial_hw,
            result_look=(*partial_range, "diverging"),
        )
        for index, part in zip(shown, parts, strict=True)
    )
    return UnitRows(rows, folded, 0.0, "times" if kernels else "none", map_heads(whole))
