"""From the page's state to what its columns show."""

from collections.abc import Mapping

from cnnviz.engine.networks.blocks import PICTURE_BLOCK, Block, block_of
from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.regions import feeding_maps, regions
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.ui.network_view.columns.column_marks import Region
from cnnviz.ui.network_view.columns.read_columns import ColumnsShown
from cnnviz.ui.network_view.feeding import fed_tiles

Feeding = Mapping[int, tuple[int, ...]]
"""By the place of a block: which of its maps."""


def columns_shown(state: NetworkState, picture: Block) -> ColumnsShown:
    """Return what the columns show now."""
    place, answer = state.place, state.answer
    opened = None
    if place is not None:
        opened = state.block(place.layer).place, place.channel
    if answer is None:
        return ColumnsShown(picture, state.shown, opened=opened)
    return ColumnsShown(
        picture=picture,
        blocks=state.shown,
        pixels=answer.given.pixels,
        pictures=answer.pictures,
        probabilities=answer.trace.probabilities,
        best=answer.trace.best,
        opened=opened,
        label=state.label,
        regions=_regions(state),
        off=_off(state),
    )


def _off(state: NetworkState) -> Mapping[int, frozenset[int]]:
    """Return the maps that are switched off, by their block."""
    off = state.answering.switched_off
    blocks = [(block.place, off.get(block.shown)) for block in state.shown]
    return {place: maps for place, maps in blocks if maps}


def feeding_of(
    network: Network, shown: tuple[Block, ...], block: Block, channel: int
) -> Feeding:
    """Return the maps, by their block, that a map is made of."""
    if not block.layers:
        return {}
    found = feeding_maps(network, block.name, channel)
    return {
        _place(shown, layer): tiles if layer != PICTURE else (0,)
        for layer, tiles in found.items()
    }


def fed_of(
    network: Network, shown: tuple[Block, ...], block: Block, channel: int
) -> Feeding:
    """Return the maps, by their block, that are made of a map."""
    places = {one.shown: one.place for one in shown}
    found = fed_tiles(network, places, block.shown, channel)
    return {places[layer]: tiles for layer, tiles in found.items()}


def _place(shown: tuple[Block, ...], layer: str) -> int:
    block = block_of(shown, layer)
    return PICTURE_BLOCK if block is None else block.place


def _regions(state: NetworkState) -> Mapping[int, tuple[Region, tuple[int, ...]]]:
    """Return the cells that the open number comes from, in the maps of every block."""
    place = state.place
    if place is None or place.cell is None or place.layer == PICTURE:
        return {}
    block = state.block(place.layer)
    found = regions(state.network, block.shown, place.at(len(block.shape)))
    direct = feeding_of(state.network, state.shown, block, place.channel)
    made: dict[int, tuple[Region, tuple[int, ...]]] = {}
    for each in (*state.shown, state.block(PICTURE)):
        region = found.get(each.shown)
        if region is None or each is block or each.map_hw == (1, 1):
            continue
        clipped = region.clipped(*each.map_hw)
        if not clipped.is_empty:
            count = each.count if each.layers else 1
            tiles = direct.get(each.place, tuple(range(count)))
            box = clipped.top, clipped.left, clipped.bottom, clipped.right
            made[each.place] = box, tiles
    return made
