"""What layers are called and what they do, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.layers import Activation, Conv2d, Flatten, Linear, Pool2d
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.network_view.network_stages import ShownLayer
from cnnviz.ui.numbers import whole


def layer_title(shown: ShownLayer) -> str:
    """Return name and operation, e.g. ``C1 · convolution 5 × 5``."""
    layer = shown.layer
    label = layer_label(layer.name)
    match layer:
        case Conv2d(kernel=(height, width)):
            text = QCoreApplication.translate(
                "LayerWords", "{label} · convolution {height} × {width}"
            )
            return text.format(label=label, height=height, width=width)
        case Pool2d(kernel=(height, width)):
            text = QCoreApplication.translate(
                "LayerWords", "{label} · max pooling {height} × {width}"
            )
            return text.format(label=label, height=height, width=width)
        case Activation():
            return QCoreApplication.translate("LayerWords", "{label} · ReLU").format(
                label=layer_label(shown.source)
            )
        case Linear() if layer.name == "output":
            return QCoreApplication.translate("LayerWords", "Output · weighted sums")
        case Linear():
            return QCoreApplication.translate(
                "LayerWords", "{label} · weighted sums"
            ).format(label=label)
        case Flatten():
            return QCoreApplication.translate(
                "LayerWords", "{label} · laid out in one row"
            ).format(label=label)


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as figures write it: ``6 × 28 × 28``."""
    return " × ".join(map(whole, shape))


def layer_meaning(shown: ShownLayer) -> str:
    """Return a sentence or two on what the layer does, with its numbers."""
    layer, count = shown.layer, whole(shown.tiles[0])
    weights = whole(shown.summary.parameters)
    match layer:
        case Conv2d(kernel=(height, width)):
            text = QCoreApplication.translate(
                "LayerWords",
                "Each of the {count} maps: a kernel of {height} × {width} slides over "
                "every input map ({inputs}), the products are summed and a bias is "
                "added. {weights} trained numbers.",
            )
            return text.format(
                count=count,
                height=height,
                width=width,
                inputs=whole(shown.inputs[0]),
                weights=weights,
            )
        case Pool2d(kernel=(height, width)):
            text = QCoreApplication.translate(
                "LayerWords",
                "The largest number of each {height} × {width} window is kept: smaller "
                "maps, and small shifts of the drawing matter less.",
            )
            return text.format(height=height, width=width)
        case Activation():
            return QCoreApplication.translate(
                "LayerWords", "Numbers below 0 become 0; the others stay as they are."
            )
        case Linear():
            text = QCoreApplication.translate(
                "LayerWords",
                "Each of the {count} numbers is a weighted sum of all numbers before, "
                "plus a bias. {weights} trained numbers.",
            )
            return text.format(count=count, weights=weights)
        case Flatten():
            return QCoreApplication.translate(
                "LayerWords", "The same numbers, laid out in one row."
            )


def map_title(shown: ShownLayer, index: int) -> str:
    """Return what an enlarged map is called: ``C3 · convolution 5 × 5 · map 5 of 16``."""
    count, tile_hw = shown.tiles
    if tile_hw == (1, 1):
        text = QCoreApplication.translate("LayerWords", "{layer} · all {count} numbers")
        return text.format(layer=layer_title(shown), count=whole(count))
    return QCoreApplication.translate(
        "LayerWords", "{layer} · map {number} of {count}"
    ).format(layer=layer_title(shown), number=whole(index + 1), count=whole(count))
