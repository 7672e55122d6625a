"""What is said of the open number as a step of the lab."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.layers import PICTURE
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.unit_lab import lab_wish, planes_brought
from cnnviz.pages.network.model.unit_walk import NoWalk, UnitWalk
from cnnviz.state.lab_wish import LabWish
from cnnviz.ui.network_view.columns.block_words import (
    block_label,
    kind_word,
    tile_label,
)
from cnnviz.ui.numbers import short
from cnnviz.ui.texts import filled


def map_names(state: NetworkState, found: UnitWalk) -> tuple[str, ...]:
    """Return what the maps that are read are called."""
    block = state.block(found.source)
    return tuple(tile_label(block, channel) for channel in found.channels)


def why_no_walk(found: NoWalk | None) -> str:
    """Return why an open number cannot be stepped as on the Convolution page."""
    translate = QCoreApplication.translate
    match found:
        case None:
            return translate("WalkWords", "Open a number of a map first")
        case "windows":
            return translate(
                "WalkWords",
                "The last windows of this pooling reach beyond its maps, which those of "
                "the Convolution page never do",
            )
        case "kind":
            return translate(
                "WalkWords",
                "Only convolution and pooling move a window over maps: there are no "
                "steps to show here",
            )


def what_follows(state: NetworkState, found: UnitWalk) -> str:
    """Say that the block goes on after the walk's number; empty where it does not."""
    block = state.block(found.layer)
    names = [layer.name for layer in block.layers]
    after = block.layers[names.index(found.layer) + 1 :]
    if not after:
        return ""
    text = QCoreApplication.translate("WalkWords", "the number before {kind}")
    return text.format(kind=kind_word(after[0]))


def wish_of(state: NetworkState, found: UnitWalk, seen: int | None) -> LabWish:
    """Return the open number as the lab can show it, ``seen`` being the map in view."""
    planes = planes_brought(found, seen)
    name, said = _lab_name(state, found, planes), _lab_said(state, found, planes)
    text = QCoreApplication.translate(
        "WalkWords", "{said}. Undo brings your picture back."
    )
    return lab_wish(found, planes, name, text.format(said=said))


def _lab_name(state: NetworkState, found: UnitWalk, planes: tuple[int, ...]) -> str:
    """Return what the maps that are brought to the lab are called, as its picture."""
    names = map_names(state, found)
    block = state.block(found.source)
    return names[planes[0]] if len(planes) == 1 else block_label(block)


def _lab_said(state: NetworkState, found: UnitWalk, planes: tuple[int, ...]) -> str:
    """Return what was brought to the lab, and which number is seen there."""
    translate, names = QCoreApplication.translate, map_names(state, found)
    step = found.walk.step
    if len(planes) == len(names):
        text = translate("WalkWords", "Brought from the network: {maps}, and {value}")
        if len(names) > 1 and found.source != PICTURE:
            text = translate(
                "WalkWords",
                "Brought as red, green and blue: {maps}, and {value}",
            )
        value = short(found.walk.outcome_of(step).output)
        return text.format(maps=", ".join(names), value=value)
    text = translate(
        "WalkWords",
        "One of {count} {count|map|maps}, {map}, and its kernel: their sum is the partial "
        "sum {value}",
    )
    value = short(float(step.channel_sums_c[planes[0]]))
    return filled(text, count=len(names), map=names[planes[0]], value=value)
