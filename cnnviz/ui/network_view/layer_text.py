"""What layers are called and what they do, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.layers import LayerText
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.network_view.network_stages import ShownLayer
from cnnviz.ui.numbers import whole
from cnnviz.ui.texts import filled


def layer_title(shown: ShownLayer) -> str:
    """Return name and operation, e.g. ``C1 · convolution 5 × 5``."""
    name, title = shown.source or shown.layer.name, shown.layer.title()
    return filled(_translated(title), label=layer_label(name), **title.facts)


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as figures write it: ``6 × 28 × 28``."""
    return " × ".join(map(whole, shape))


def layer_meaning(shown: ShownLayer) -> str:
    """Return a sentence or two on what the layer does, with its numbers."""
    meaning = shown.layer.meaning()
    return filled(
        _translated(meaning),
        count=shown.tiles[0],
        inputs=shown.inputs[0],
        weights=shown.summary.learned,
        **meaning.facts,
    )


def _translated(text: LayerText) -> str:
    return QCoreApplication.translate("LayerWords", text.text)


def map_title(shown: ShownLayer, index: int) -> str:
    """Return what an enlarged map is called: ``C3 · convolution 5 × 5 · map 5 of 16``."""
    translate, (count, tile_hw) = QCoreApplication.translate, shown.tiles
    text = translate("LayerWords", "{layer} · map {number} of {count}")
    if tile_hw == (1, 1):
        text = translate("LayerWords", "{layer} · {count} {count|number|numbers}")
    return filled(text, layer=layer_title(shown), count=count, number=index + 1)
