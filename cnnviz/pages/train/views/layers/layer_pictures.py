"""One layer at one moment: its weights, its maps, and how the loss changes with both."""

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import Conv2d
from cnnviz.pages.train.model.layer_look import MOST_UNITS, LayerLook
from cnnviz.pages.train.views.layers.scaled_tiles import ScaledTiles
from cnnviz.ui.class_text import class_word
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens


class LayerPictures(Retranslated):
    """Show the weights of a layer, their change and gradient; below, those of its maps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: LayerLook | None = None
        self.kernels = ScaledTiles("layer_kernels", self)
        self.changes = ScaledTiles("layer_changes", self)
        self.gradients = ScaledTiles("layer_kernel_gradients", self)
        self.maps = ScaledTiles("layer_maps", self)
        self.map_gradients = ScaledTiles("layer_map_gradients", self)
        self.loss = QLabel(self)
        self.loss.setObjectName("layer_loss")
        self.loss.setWordWrap(True)
        of_weights = self.kernels, self.changes, self.gradients
        of_maps = self.maps, self.map_gradients
        above = in_row(*((one, 1) for one in of_weights), gap=tokens.SPACE_XL)
        below = in_row(*((one, 1) for one in of_maps), gap=tokens.SPACE_XL)
        parts = (above, 1), self.loss, (below, 1)
        in_column(*parts, gap=tokens.SPACE_M, of=self)
        self._retranslate()

    def render_look(self, look: LayerLook | None) -> None:
        """Show a layer; the same again changes nothing."""
        if look is self._look:
            return
        self._look = look
        found = None if look is None else look.gradients
        self.kernels.render_picture(None if look is None else look.weights)
        self.changes.render_picture(None if look is None else look.change)
        self.gradients.render_picture(None if found is None else found.of_weights)
        self.maps.render_picture(None if found is None else found.maps)
        self.map_gradients.render_picture(None if found is None else found.of_maps)
        self._write()

    def _write(self) -> None:
        look = self._look
        if look is not None:
            self._name_weights(look)
            self._name_maps(look)
            self.loss.setText(self._loss_words(look))

    def _name_weights(self, look: LayerLook) -> None:
        asked = look.question
        tip = self.tr("Blue below 0, orange above")
        is_kernel = isinstance(asked.spec, Conv2d)
        text = self.tr("Kernels of {layer}") if is_kernel else self._weight_words(look)
        self.kernels.set_words(tip, text.format(layer=layer_label(asked.layer)))
        text = self.tr("Changed since batch {batch}")
        text = text.format(batch=whole(asked.first_step))
        self.changes.set_words(tip, text, self.tr("Change"))
        text = self.tr("Gradient of the weights")
        if is_kernel:
            text = self.tr("Gradient of the kernels")
        tip = self.tr("How the loss of your picture changes with each weight")
        self.gradients.set_words(tip, text, self.tr("Gradient"))

    def _name_maps(self, look: LayerLook) -> None:
        asked = look.question
        text, of = self.tr("Outputs of the layer"), self.tr("Gradient of the outputs")
        if isinstance(asked.spec, Conv2d):
            text = self.tr("Maps of {layer}, before its function")
            text = text.format(layer=layer_label(asked.layer))
            of = self.tr("Gradient of the maps")
        self.maps.set_words(self.tr("Blue below 0, orange above"), text)
        tip = self.tr("How the loss of your picture changes with each output")
        self.map_gradients.set_words(tip, of)

    def _weight_words(self, look: LayerLook) -> str:
        units = len(look.question.weights[f"{look.question.layer}.weight"])
        if units <= MOST_UNITS:
            return self.tr("Weights of {layer}")
        text = self.tr("Weights of {layer}, the first {most} units of {count}")
        counts = {"most": whole(MOST_UNITS), "count": whole(units)}
        return text.format(layer="{layer}", **counts)

    def _loss_words(self, look: LayerLook) -> str:
        if look.problem is not None:
            return sentence(look.problem)
        asked, found = look.question, look.gradients
        if found is None:
            return self.tr(
                "Draw a digit on the Draw page: the gradients are those of the loss of "
                "your picture."
            )
        label = class_word(asked.network.labels, found.label)
        text = self.tr(
            "Gradients at batch {batch}: how the loss of your picture changes with each "
            "number. The right answer is {label}, as you said in One step; the loss is "
            "{loss}. Orange: a larger number makes the loss larger; blue: smaller."
        )
        if asked.label is None:
            text = self.tr(
                "Gradients at batch {batch}: how the loss of your picture changes with "
                "each number. The answer of the network, {label}, counts as right; the "
                "loss is {loss}. Orange: a larger number makes the loss larger; blue: "
                "smaller."
            )
        return text.format(
            batch=whole(asked.step), label=label, loss=short(found.loss, 2)
        )

    @override
    def _retranslate(self) -> None:
        self._write()
