"""What can be set of the window: its size and how it moves."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.kernel.kernel_fields import KernelFields
from cnnviz.pages.convolution.views.inspector.window.geometry_fields import (
    GeometryFields,
)
from cnnviz.pages.convolution.views.inspector.window.pool_fields import PoolFields
from cnnviz.pages.convolution.views.inspector.window.transposed_fields import (
    TransposedFields,
)

# What of the settings this tab shows or is bounded by.
_SHOWN: Final = (
    "operation",
    "kernel_size",
    "stride",
    "dilation",
    "padding",
    "padding_mode",
    "flip",
    "groups",
    "transposed",
    "pooling",
)


class WindowTab(QWidget):
    """How large the window is and how it moves, for the operation of now."""

    def __init__(self, presenter: WalkPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = presenter.wishes
        self._state: LabState | None = None
        self._kernel = KernelFields(self)
        self._geometry = GeometryFields(self)
        self._transposed = TransposedFields(self)
        self._pool = PoolFields(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._kernel, self._geometry, self._transposed, self._pool):
            column.addWidget(part)
        column.addStretch(1)
        self._connect()
        self._show("convolution")

    def _connect(self) -> None:
        wishes = self._wishes
        self._kernel.size_requested.connect(wishes.set_kernel_size)
        self._kernel.flip_requested.connect(wishes.set_flip)
        self._geometry.stride_requested.connect(wishes.set_stride)
        self._geometry.dilation_requested.connect(wishes.set_dilation)
        self._geometry.padding_requested.connect(wishes.set_padding)
        self._geometry.mode_requested.connect(wishes.set_padding_mode)
        self._transposed.transposed_requested.connect(wishes.set_transposed)
        self._pool.pooling_requested.connect(wishes.set_pooling)
        for part in (self._kernel, self._geometry, self._transposed, self._pool):
            part.edit_ended.connect(wishes.end_edit)

    def _show(self, operation: str) -> None:
        self._kernel.setVisible(operation in ("convolution", "transposed"))
        self._geometry.setVisible(operation == "convolution")
        self._transposed.setVisible(operation == "transposed")
        self._pool.setVisible(operation == "pooling")

    def render_state(self, state: LabState) -> None:
        """Show what was asked for; cheap when only the kernel's numbers differ."""
        old, self._state = self._state, state
        if old is None or not _same_window(old, state):
            self._render(state)

    def _render(self, state: LabState) -> None:
        operation = state.settings.operation
        self._show(operation)
        match operation:
            case "convolution":
                self._kernel.render_state(state)
                self._geometry.render_state(state)
            case "transposed":
                self._kernel.render_state(state)
                self._transposed.render_state(state)
            case "pooling":
                self._pool.render_state(state)
            case "signal":
                pass

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._state is not None:
            self._render(self._state)  # a refused number is written in its own colour
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        for part in (self._kernel, self._geometry, self._transposed, self._pool):
            part.retranslate()
        if self._state is not None:
            self._render(self._state)


def _same_window(old: LabState, new: LabState) -> bool:
    """Whether two states show the same numbers here, with the same room to move."""
    if old.refusal is not new.refusal or (old.given is None) != (new.given is None):
        return False
    if old.given is not None and new.given is not None:
        size = old.given.size_hw, old.given.channels
        if size != (new.given.size_hw, new.given.channels):
            return False
    before, after = old.settings, new.settings
    return before.bank.outputs == after.bank.outputs and all(
        getattr(before, name) == getattr(after, name) for name in _SHOWN
    )
