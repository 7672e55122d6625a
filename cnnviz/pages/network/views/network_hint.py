"""The sentence of the Network page: what to do, what is awaited, or what is wrong."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.blocks import Block
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.views.change.linear_words import linear_words
from cnnviz.pages.network.views.input_words import input_words
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.network_view.columns.block_words import (
    block_label,
    block_title,
    tile_label,
)
from cnnviz.ui.numbers import short, whole_percent
from cnnviz.ui.texts import sentence


def hint_of(state: NetworkState) -> str:
    """Return what the page says now."""
    translate = QCoreApplication.translate
    title = network_title(state.current)
    if state.network_error is not None:
        return sentence(state.network_error)
    if state.loading:
        return translate("NetworkHint", "Opening {network}…").format(network=title)
    if state.error is not None:
        return sentence(state.error)
    if state.is_as_while_training:
        return translate(
            "NetworkHint",
            "As while training: batch normalization uses the mean and variance of this "
            "picture.",
        )
    brought = ""
    if state.place is None and state.answer is not None:
        brought = input_words(state.answer)
    if state.answering.origin == "untrained":
        said = translate(
            "NetworkHint",
            "{network} has learned nothing: its weights are random. "
            "Click a map to open it.",
        ).format(network=title)
        return f"{said} {brought}".rstrip()
    if brought:
        return brought
    if state.answering.origin == "changed" and (said := linear_words(state.network)):
        return said
    if state.place is None:
        return translate(
            "NetworkHint", "Point at a map to see what feeds it. Click it to open it."
        )
    if state.place.cell is None:
        return translate("NetworkHint", "Click a number of the map to open its sum.")
    return translate("NetworkHint", "Click a number of a window to see how it is made.")


def map_reading(state: NetworkState, block: Block, tile: int) -> str:
    """Return what a map is, and its smallest and largest number, in one line."""
    label, title = tile_label(block, tile), block_title(block)
    picture = None if state.answer is None else state.answer.pictures.get(block.shown)
    if picture is None:
        return f"{label} · {title}"
    if (
        not block.layers
        and state.answer is not None
        and (brought := input_words(state.answer))
    ):
        return f"{label} · {brought}"
    if state.is_off(block.shown, tile):
        text = QCoreApplication.translate(
            "NetworkHint", "{label} · {title} · switched off"
        )
        return text.format(label=label, title=title)
    values = picture.values_of(tile)
    translate = QCoreApplication.translate
    if picture.is_vector:
        text = translate("NetworkHint", "{label} · {title} · {value}")
        return text.format(label=label, title=title, value=short(float(values[0, 0])))
    text = translate(
        "NetworkHint", "{label} · {title} · from {low} to {high}, {zeros} zeros"
    )
    return text.format(
        label=label,
        title=title,
        low=short(float(values.min())),
        high=short(float(values.max())),
        zeros=whole_percent(float((values == 0).mean())),
    )


def block_reading(state: NetworkState, block: Block) -> str:
    """Return what a block is, and the statistics of all its numbers, in one line."""
    named = f"{block_label(block)} · {block_title(block)}"
    if state.answer is None:
        return named
    values = state.answer.values(block.shown)
    text = QCoreApplication.translate(
        "NetworkHint",
        "{block} · from {low} to {high}, on average {mean}, {zeros} zeros",
    )
    return text.format(
        block=named,
        low=short(float(values.min())),
        high=short(float(values.max())),
        mean=short(float(values.mean())),
        zeros=whole_percent(float((values == 0).mean())),
    )
