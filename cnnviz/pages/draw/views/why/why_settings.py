"""With which class the answer is compared, and what a method can be told."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.why.why_presenter import (
    PATCHES,
    WhyPresenter,
    WhyState,
)
from cnnviz.state.level import set_level
from cnnviz.ui.class_text import class_words
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens

FILLS: Final = (0, 128, 255)
"""Levels of a patch: paper, grey, ink."""


class WhySettings(Retranslated):
    """Fields below each other; those of another method are hidden."""

    def __init__(self, presenter: WhyPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._presenter = presenter
        self.other = FittingChoice(self)
        self.patch = JumpingSlider(Qt.Orientation.Horizontal, self)
        self.patch.setRange(*PATCHES)
        self.fill = FittingChoice(self)
        self.layer = FittingChoice(self)
        self._rows: dict[QWidget, QLabel] = {}
        self._labels: tuple[str, ...] = ()
        self._layers: tuple[str, ...] = ()
        self._lay_out()
        self.other.activated.connect(self._on_other)
        self.patch.valueChanged.connect(presenter.choose_patch)
        self.fill.activated.connect(self._on_fill)
        self.layer.activated.connect(self._on_layer)
        self._retranslate()

    def render_state(self, state: WhyState) -> None:
        """Show what is set, and what the method in use can be told."""
        self._fill_classes(state)
        self._fill_layers(state)
        with QSignalBlocker(self.patch):
            self.patch.setValue(state.patch)
        self.fill.setCurrentIndex(FILLS.index(state.fill))
        self._name_patch(state.patch)
        shown = {
            self.other: True,
            self.patch: state.method == "occlusion",
            self.fill: state.method == "occlusion",
            self.layer: state.method == "grad_cam",
        }
        for field, is_shown in shown.items():
            field.setVisible(is_shown)
            self._rows[field].setVisible(is_shown)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(tokens.SPACE_XS)
        fields = (self.other, self.patch, self.fill, self.layer)
        for row, field in enumerate(fields):
            label = self._rows[field] = QLabel(self)
            label.setBuddy(field)
            field.setMinimumSize(60, tokens.HIT)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)

    def _fill_classes(self, state: WhyState) -> None:
        answer = state.answer
        if answer is not None and answer.network is not None:
            labels = answer.network.current.network.labels
            if labels != self._labels:
                self._labels = labels
                self._name_classes()
        chosen = state.chosen_other
        is_there = chosen is not None and chosen < len(self._labels)
        self.other.setCurrentIndex(chosen + 1 if is_there and chosen is not None else 0)

    def _name_classes(self) -> None:
        index = max(0, self.other.currentIndex())
        self.other.clear()
        self.other.addItems([self.tr("Runner-up"), *class_words(self._labels)])
        self.other.setCurrentIndex(min(index, self.other.count() - 1))

    def _fill_layers(self, state: WhyState) -> None:
        layers = tuple(name for name, _ in state.layers)
        if layers != self._layers:
            self._layers = layers
            self.layer.clear()
            self.layer.addItems([plain(layer_label(name)) for name in layers])
        if state.cam_layer is not None:
            self.layer.setCurrentIndex(layers.index(state.cam_layer[0]))

    @Slot(int)
    def _on_other(self, index: int) -> None:
        self._presenter.choose_other(index - 1 if index > 0 else None)

    @Slot(int)
    def _on_fill(self, index: int) -> None:
        self._presenter.choose_fill(FILLS[index])

    @Slot(int)
    def _on_layer(self, index: int) -> None:
        self._presenter.choose_layer(self._layers[index])

    def _name_patch(self, side: int) -> None:
        text = self.tr("Patch {side} × {side}").format(side=side)
        self._rows[self.patch].setText(text)

    @override
    def _retranslate(self) -> None:
        with QSignalBlocker(self.fill):
            index = max(0, self.fill.currentIndex())
            self.fill.clear()
            self.fill.addItems([self.tr("paper"), self.tr("grey"), self.tr("ink")])
            self.fill.setCurrentIndex(index)
        self._name_classes()
        self._rows[self.other].setText(self.tr("Compare with"))
        self._rows[self.fill].setText(self.tr("Patch of"))
        self._rows[self.layer].setText(self.tr("Maps of"))
        set_names(
            self.other,
            "why_other",
            self.tr("Class to compare with"),
            self.tr("What decides between the answer and this class"),
        )
        set_names(
            self.patch,
            "why_patch",
            self.tr("Size of the patch"),
            self.tr("Rows and columns of the patch, in pixels of the digit"),
        )
        set_names(
            self.fill,
            "why_fill",
            self.tr("Level of the patch"),
            self.tr("What hides the digit: paper, grey, or ink"),
        )
        set_names(
            self.layer,
            "why_layer",
            self.tr("Layer whose maps are taken"),
            self.tr("A later layer sees more of the digit, and shows it coarser"),
        )
        self._name_patch(self.patch.value())
