"""What blocks and their maps are called, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.images.picture import COLOUR_LETTERS
from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.layers import LayerSpec
from cnnviz.ui.class_text import class_word
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.numbers import whole
from cnnviz.ui.texts import filled, plain


def block_label(block: Block) -> str:
    """Return the short name over a column: ``C3``, Input, Output."""
    translate = QCoreApplication.translate
    if not block.layers:
        return translate("BlockWords", "Input")
    if block.name == "output":
        return translate("BlockWords", "Output")
    return plain(layer_label(block.name))


def block_shape(block: Block) -> str:
    """Return the shape of its output as figures write it: ``6 × 28 × 28``."""
    shape = block.shape[1:] if block.shape[0] == 1 and not block.layers else block.shape
    if shape[1:] == (1, 1):
        shape = shape[:1]
    return " × ".join(map(whole, shape))


def block_title(block: Block) -> str:
    """Return what a block is in words: ``convolution 2: 16 maps of 10 × 10``."""
    translate = QCoreApplication.translate
    if not block.layers:
        return translate("BlockWords", "what the network sees")
    kind = kind_word(block.layers[0])
    text = translate(
        "BlockWords", "{kind} {ordinal}: {count} {count|map|maps} of {size}"
    )
    if block.is_vector or block.map_hw == (1, 1):
        text = translate(
            "BlockWords", "{kind} {ordinal}: {count} {count|number|numbers}"
        )
    height, width = map(whole, block.map_hw)
    size = f"{height} × {width}"
    return filled(text, kind=kind, ordinal=block.ordinal, count=block.count, size=size)


def kind_word(layer: LayerSpec) -> str:
    """Return the word for a kind of layer: convolution, pooling."""
    return QCoreApplication.translate("LayerWords", layer.word)


def layer_word(layer: LayerSpec) -> str:
    """Return what a layer does, without its name: ReLU, batch normalization."""
    title = layer.title()
    text = QCoreApplication.translate("LayerWords", title.text)
    return filled(text, label="", **title.facts).strip(" ·")


def tile_label(block: Block, tile: int) -> str:
    """Return what a map or number is called: ``C3 · map 14``, ``Output for 7``."""
    translate, label = QCoreApplication.translate, block_label(block)
    if not block.layers:
        if block.count != len(COLOUR_LETTERS):
            return label
        text = translate("BlockWords", "{block} · {colour}")
        return text.format(block=label, colour=COLOUR_LETTERS[tile])
    if block.labels:
        text = translate("BlockWords", "{block} · {label}")
        return text.format(block=label, label=class_word(block.labels, tile))
    text = translate("BlockWords", "{block} · map {number}")
    if block.is_vector or block.map_hw == (1, 1):
        text = translate("BlockWords", "{block} · number {number}")
    return text.format(block=label, number=whole(tile + 1))
