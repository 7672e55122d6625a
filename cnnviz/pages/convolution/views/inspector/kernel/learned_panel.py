"""The kernels of the current network, to be taken over into the lab."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_settings import MOST_KERNELS
from cnnviz.pages.convolution.model.learned_kernels import LearnedLayer
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import LearnedState
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.keyboard.key_guard import keep_key
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.icons import icon
from cnnviz.ui.tiles.layer_tiles import LayerTiles


class LearnedPanel(QWidget):
    """Every kernel of a layer as a tile; a click takes it over, Esc goes back.

    Arrow keys go from kernel to kernel, Return takes one over.

    Signals
    -------
    closed()
        Back to the lab's own kernels.
    taken(layer, plane, kernel)
        A kernel of a layer is to be taken over, or with ``None`` all of them; of those
        that read more maps than the picture has channels, one plane.
    """

    closed = Signal()
    taken = Signal(object, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: LearnedState | None = None
        self._back = QToolButton(self)
        self._title, self._reading, self._note = (QLabel(self) for _ in range(3))
        self._layers = QComboBox(self)
        self._plane_label, self._of = QLabel(self), QLabel(self)
        self._plane = WholeSpin(self)
        self._tiles = LayerTiles(self)
        self._all = QPushButton(self)
        self._lay_out()
        self._back.clicked.connect(self.closed)
        self._layers.currentIndexChanged.connect(self._on_layer_chosen)
        self._plane.valueChanged.connect(self._show_plane)
        self._tiles.map_clicked.connect(self._on_tile_clicked)
        self._tiles.map_hovered.connect(self._read)
        self._all.clicked.connect(self._on_all_clicked)

    def _lay_out(self) -> None:
        self._back.setIcon(icon("step_back"))
        self._back.setFixedSize(tokens.HIT_LARGE, tokens.HIT)
        self._back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title.setFont(half_bold(self.font()))
        for field in (self._layers, self._plane, self._all):
            field.setMinimumHeight(tokens.HIT)
        for label in (self._note, self._reading):
            label.setWordWrap(True)
        self._note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._reading.setMinimumHeight(tokens.HIT_LARGE)
        gap = tokens.SPACE_M
        head = in_row(self._back, self._title, (None, 1), gap=gap)
        plane = self._plane_label, self._plane, self._of
        planes = in_row(*plane, (None, 1), gap=gap)
        below = (self._tiles, 1), self._reading, self._all, self._note
        in_column(head, self._layers, planes, *below, gap=tokens.SPACE_S, of=self)

    @Slot(object)
    def render_state(self, state: LearnedState) -> None:
        """Show a network's kernels, that they are being read, or why there are none."""
        if state is not self._state:
            self._state = state
            self._title.setText(network_title(state.current))
            self._show_layers()

    def _show_layers(self) -> None:
        chosen = max(0, self._layers.currentIndex())
        with QSignalBlocker(self._layers):
            self._layers.clear()
            self._layers.addItems([self._layer_text(layer) for layer in self._known()])
            self._layers.setCurrentIndex(min(chosen, self._layers.count() - 1))
        self._show_layer()

    def _known(self) -> tuple[LearnedLayer, ...]:
        state = self._state
        return () if state is None or state.kernels is None else state.kernels

    def _layer(self) -> LearnedLayer | None:
        index, known = self._layers.currentIndex(), self._known()
        return known[index] if 0 <= index < len(known) else None

    def _layer_text(self, layer: LearnedLayer) -> str:
        text = self.tr("{layer} · {count} kernels {height} × {width}")
        height, width = layer.bank.size
        return text.format(
            layer=layer_label(layer.name),
            count=whole(layer.bank.outputs),
            height=height,
            width=width,
        )

    def _show_layer(self) -> None:
        layer = self._layer()
        planes, count = 1, 0
        if layer is not None:
            planes, count = layer.bank.planes, layer.bank.outputs
        with QSignalBlocker(self._plane):
            self._plane.setRange(1, planes)
        self._layers.setEnabled(layer is not None)
        self._plane.setEnabled(planes > 1)
        self._of.setText(self.tr("of {count}").format(count=whole(planes)))
        self._all.setText(self.tr("Use all {count}").format(count=whole(count)))
        self._all.setEnabled(0 < count <= MOST_KERNELS)
        self._show_plane()

    @Slot()
    def _show_plane(self) -> None:
        layer = self._layer()
        self._tiles.choose(-1)
        if layer is None:
            self._tiles.reserve(0, (1, 1))
            self._tiles.render_state(None)
        else:
            self._tiles.render_state(layer.picture(self._plane.value() - 1))
        self._read(-1)

    @Slot(int)
    def _read(self, tile: int) -> None:
        """Say what lies under the pointer, or what a click does."""
        layer, error = self._layer(), None if self._state is None else self._state.error
        if error is not None:
            text = sentence(error)
        elif layer is None:
            text = self.tr("Reading the weights…")
        elif tile < 0:
            text = self.tr(
                "Click a kernel to use it with its bias. Press Esc to go back."
            )
        else:
            text = self.tr("Kernel {number} of {layer}, bias {bias}").format(
                number=whole(tile + 1),
                layer=layer_label(layer.name),
                bias=short(float(layer.bias_o[tile])),
            )
        self._reading.setText(text)

    @Slot()
    def _on_layer_chosen(self) -> None:
        with QSignalBlocker(self._plane):
            self._plane.setValue(1)
        self._show_layer()

    @Slot(int)
    def _on_tile_clicked(self, tile: int) -> None:
        if (layer := self._layer()) is not None:
            self._tiles.choose(tile)
            self.taken.emit(layer, self._plane.value() - 1, tile)

    @Slot()
    def _on_all_clicked(self) -> None:
        if (layer := self._layer()) is not None:
            self.taken.emit(layer, self._plane.value() - 1, None)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from shortcuts: it closes the panel."""
        return keep_key(event, _is_escape) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if _is_escape(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tiles.setFocus()  # so that arrow keys and Esc are its own at once

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._plane_label.setText(self.tr("Input map"))
        self._note.setText(
            self.tr(
                "These kernels were learned on numbers from about 0 to 1. Choose the "
                "range 0 … 1 (Picture tab) to get sums close to the network’s."
            )
        )
        tip = self.tr("Back to the kernel (Esc)")
        set_names(self._back, "learned_back", self.tr("Back to the kernel"), tip)
        tip = self.tr("Which convolution of the network is shown")
        set_names(self._layers, "learned_layers", self.tr("Layer"), tip)
        tip = self.tr("The input map that these weights multiply")
        set_names(self._plane, "learned_plane", self.tr("Input map"), tip)
        tip = self.tr("The layer’s kernels; click one to use it")
        set_names(self._tiles, "learned_tiles", self.tr("Learned kernels"), tip)
        tip = self.tr("Take every kernel of this layer: an output channel each")
        set_names(self._all, "learned_all", self.tr("Take all kernels"), tip)
        if self._state is not None:
            self._title.setText(network_title(self._state.current))
        self._show_layers()


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
