"""How the window of a convolution moves: stride, dilation, padding."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cnnviz.pages.convolution.model.lab_limits import Limits, slider_limits
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.padding_shown import padding_shown
from cnnviz.pages.convolution.views.inspector.field_rows import FieldRows, reason
from cnnviz.pages.convolution.views.inspector.window.padding_field import PaddingField
from cnnviz.pages.convolution.views.inspector.window.sliding_pair import SlidingPair


class GeometryFields(FieldRows):
    """Stride, dilation and padding, each direction and side by itself.

    Signals
    -------
    stride_requested(pair), dilation_requested(pair)
        A number was changed by hand.
    padding_requested(padding), mode_requested(mode)
        A name, amounts or what they hold were chosen by hand.
    edit_ended()
        A field was left.
    """

    stride_requested = Signal(object)
    dilation_requested = Signal(object)
    padding_requested = Signal(object)
    mode_requested = Signal(str)
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stride = SlidingPair(0, 99, self)
        self._dilation = SlidingPair(0, 99, self)
        self._padding = PaddingField(self)
        self.add_row("stride", self._stride)
        self.add_row("dilation", self._dilation)
        self.add_row("padding", self._padding)
        self._stride.pair_changed.connect(self.stride_requested)
        self._dilation.pair_changed.connect(self.dilation_requested)
        self._padding.padding_requested.connect(self.padding_requested)
        self._padding.mode_requested.connect(self.mode_requested)
        for field in (self._stride, self._dilation, self._padding):
            field.edit_ended.connect(self.edit_ended)
        self.retranslate()

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, the refused field in the colour of a refusal."""
        settings, given = state.settings, state.given
        amounts = padding_shown(settings, given)
        stride = dilation = padding = None
        if given is not None:
            stride = slider_limits(settings, given, "stride")
            dilation = slider_limits(settings, given, "dilation")
            padding = _padding_limits(state)
        self._stride.render_pair(settings.stride, stride, reason(state, "stride"))
        self._dilation.render_pair(
            settings.dilation, dilation, reason(state, "dilation")
        )
        self._padding.render_padding(
            settings,
            amounts,
            padding,
            (reason(state, "padding"), reason(state, "padding_mode")),
        )
        self.render_refusal(state)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        stride = self.tr("How many cells the window moves at each step")
        dilation = self.tr(
            "How far apart the kernel’s numbers lie on the picture; 1 is side by side"
        )
        self.set_label("stride", self.tr("Stride"), stride)
        self.set_label("dilation", self.tr("Dilation"), dilation)
        self.set_label(
            "padding",
            self.tr("Padding"),
            self.tr(
                "Cells put around the picture, so that the kernel reaches its edge"
            ),
        )
        self._stride.name(
            "stride",
            (
                self.tr("Stride downwards"),
                self.tr("Stride to the right"),
                self.tr("Stride in both directions"),
            ),
            stride,
        )
        self._dilation.name(
            "dilation",
            (
                self.tr("Dilation downwards"),
                self.tr("Dilation to the right"),
                self.tr("Dilation in both directions"),
            ),
            dilation,
        )
        self._padding.retranslate()


def _padding_limits(state: LabState) -> Limits | None:
    """Return how far the slider goes, which sets all sides to the same amount."""
    settings, given = state.settings, state.given
    if given is None:
        return None
    amounts = padding_shown(settings, given)
    return slider_limits(
        replace(settings, padding=amounts), given, "padding", (0, 1, 2, 3)
    )
