"""The kernels of the current network, to be taken over into the lab."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_settings import MOST_KERNELS
from cnnviz.pages.convolution.model.learned_kernels import LearnedLayer
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import LearnedState
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_TARGET: Final = QSize(tokens.HIT_LARGE, tokens.HIT)


class LearnedPanel(QWidget):
    """Every kernel of a layer as a tile; a click takes it over, Esc goes back.

    Arrow keys go from kernel to kernel, Return takes one over.

    Signals
    -------
    closed()
        Back to the lab's own kernels.
    kernel_taken(layer, index, plane)
        A kernel is to be taken over; of one that reads more maps than the picture has
        channels, one plane.
    layer_taken(layer, plane)
        All kernels of a layer are to be taken over.
    """

    closed = Signal()
    kernel_taken = Signal(object, int, int)
    layer_taken = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: LearnedState | None = None
        self._back = QToolButton(self)
        self._title = QLabel(self)
        self._layers = QComboBox(self)
        self._plane_label = QLabel(self)
        self._plane = WholeSpin(self)
        self._of = QLabel(self)
        self._tiles = LayerTiles(self)
        self._reading = QLabel(self)
        self._all = QPushButton(self)
        self._note = QLabel(self)
        self._lay_out()
        self._back.clicked.connect(self.closed)
        self._layers.currentIndexChanged.connect(self._on_layer_chosen)
        self._plane.valueChanged.connect(self._on_plane_changed)
        self._tiles.map_clicked.connect(self._on_tile_clicked)
        self._tiles.map_hovered.connect(self._on_tile_hovered)
        self._all.clicked.connect(self._on_all_clicked)

    def _lay_out(self) -> None:
        self._back.setIcon(icon("step_back"))
        self._back.setFixedSize(_TARGET)
        self._back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(bold)
        for field in (self._layers, self._plane, self._all):
            field.setMinimumHeight(tokens.HIT)
        self._note.setWordWrap(True)
        self._note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._reading.setWordWrap(True)
        self._reading.setMinimumHeight(tokens.HIT_LARGE)
        head, planes = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (head, (self._back, self._title)),
            (planes, (self._plane_label, self._plane, self._of)),
        ):
            row.setSpacing(tokens.SPACE_M)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_S)
        column.addLayout(head)
        column.addWidget(self._layers)
        column.addLayout(planes)
        column.addWidget(self._tiles, 1)
        column.addWidget(self._reading)
        column.addWidget(self._all)
        column.addWidget(self._note)

    def render_state(self, state: LearnedState) -> None:
        """Show a network's kernels, that they are being read, or why there are none."""
        if state is self._state:
            return
        self._state = state
        self._title.setText(state.current.network.title)
        chosen = max(0, self._layers.currentIndex())
        with QSignalBlocker(self._layers):
            self._layers.clear()
            for layer in self._known():
                self._layers.addItem(self._layer_text(layer))
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
        for part in (self._layers, self._plane, self._all):
            part.setEnabled(layer is not None)
        planes = 1 if layer is None else layer.bank.planes
        with QSignalBlocker(self._plane):
            self._plane.setRange(1, planes)
        self._plane.setEnabled(planes > 1)
        self._of.setText(self.tr("of {count}").format(count=whole(planes)))
        count = 0 if layer is None else layer.bank.outputs
        self._all.setText(self.tr("Take all {count}").format(count=whole(count)))
        self._all.setEnabled(0 < count <= MOST_KERNELS)
        self._show_plane()

    def _show_plane(self) -> None:
        layer = self._layer()
        self._tiles.choose(-1)
        if layer is None:
            self._tiles.reserve(0, (1, 1))
            self._tiles.render_state(None)
        else:
            self._tiles.render_state(layer.picture(self._plane.value() - 1))
        self._read(-1)

    def _read(self, tile: int) -> None:
        """Say what lies under the pointer, or what a click does."""
        state, layer = self._state, self._layer()
        if layer is None:
            waiting = state is None or state.error is None
            self._reading.setText(
                self.tr("Reading the weights…") if waiting else sentence(state.error)  # type: ignore[union-attr, arg-type]
            )
        elif tile < 0:
            self._reading.setText(
                self.tr("A click takes a kernel over, with its bias. Esc goes back.")
            )
        else:
            text = self.tr("Kernel {number} of {layer}, bias {bias}")
            self._reading.setText(
                text.format(
                    number=whole(tile + 1),
                    layer=layer_label(layer.name),
                    bias=short(float(layer.bias_o[tile])),
                )
            )

    @Slot(int)
    def _on_layer_chosen(self, _index: int) -> None:
        with QSignalBlocker(self._plane):
            self._plane.setValue(1)
        self._show_layer()

    @Slot(int)
    def _on_plane_changed(self, _number: int) -> None:
        self._show_plane()

    @Slot(int)
    def _on_tile_clicked(self, tile: int) -> None:
        if (layer := self._layer()) is not None:
            self._tiles.choose(tile)
            self.kernel_taken.emit(layer, tile, self._plane.value() - 1)

    @Slot(int)
    def _on_tile_hovered(self, tile: int) -> None:
        self._read(tile)

    @Slot()
    def _on_all_clicked(self) -> None:
        if (layer := self._layer()) is not None:
            self.layer_taken.emit(layer, self._plane.value() - 1)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from shortcuts: it closes the panel."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

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
                "Learned on numbers near 0 to 1: with that range (Picture tab) the sums "
                "come near the network’s own."
            )
        )
        set_names(
            self._back,
            "learned_back",
            self.tr("Back to the kernel"),
            self.tr("Back to the kernel (Esc)"),
        )
        set_names(
            self._layers,
            "learned_layers",
            self.tr("Layer"),
            self.tr("Which convolution of the network is shown"),
        )
        set_names(
            self._plane,
            "learned_plane",
            self.tr("Input map"),
            self.tr("Which of the maps that the layer reads these numbers meet"),
        )
        set_names(
            self._tiles,
            "learned_tiles",
            self.tr("Learned kernels"),
            self.tr("The layer’s kernels; click one to take it over"),
        )
        set_names(
            self._all,
            "learned_all",
            self.tr("Take all kernels"),
            self.tr("Take every kernel of this layer: an output channel each"),
        )
        if self._state is not None:
            state, self._state = self._state, None
            self.render_state(state)


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
