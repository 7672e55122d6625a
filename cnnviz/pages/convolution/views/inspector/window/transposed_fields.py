"""How the window of a transposed convolution moves."""

from dataclasses import replace
from typing import Final, Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.lab_limits import slider_limits
from cnnviz.pages.convolution.model.lab_settings import TransposedSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.field_rows import FieldRows, reason
from cnnviz.pages.convolution.views.inspector.window.sliding_pair import SlidingPair

_Key = Literal["stride", "padding", "output_padding", "dilation"]
_KEYS: Final[tuple[_Key, ...]] = ("stride", "padding", "output_padding", "dilation")


class TransposedFields(FieldRows):
    """Stride, padding, output padding and dilation of a transposed convolution.

    Signals
    -------
    transposed_requested(settings, field)
        A number was changed by hand; which.
    edit_ended()
        A field was left.
    """

    transposed_requested = Signal(object, str)
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = TransposedSettings()
        self._pairs: dict[_Key, SlidingPair] = {}
        for key in _KEYS:
            least = -1 if key in ("padding", "output_padding") else 0
            pair = self._pairs[key] = SlidingPair(least, 999, self)
            self.add_row(key, pair)
            pair.edit_ended.connect(self.edit_ended)
        self._pairs["stride"].pair_changed.connect(self._on_stride_changed)
        self._pairs["padding"].pair_changed.connect(self._on_padding_changed)
        self._pairs["output_padding"].pair_changed.connect(self._on_added_changed)
        self._pairs["dilation"].pair_changed.connect(self._on_dilation_changed)
        self.retranslate()

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, the refused field in the colour of a refusal."""
        settings, given = state.settings, state.given
        self._asked = settings.transposed
        for key, pair in self._pairs.items():
            found = None if given is None else slider_limits(settings, given, key)
            asked: Pair = getattr(settings.transposed, key)
            pair.render_pair(asked, found, reason(state, key))
        self.render_refusal(state)

    @Slot(object)
    def _on_stride_changed(self, pair: Pair) -> None:
        self._ask(replace(self._asked, stride=pair), "stride")

    @Slot(object)
    def _on_padding_changed(self, pair: Pair) -> None:
        self._ask(replace(self._asked, padding=pair), "padding")

    @Slot(object)
    def _on_added_changed(self, pair: Pair) -> None:
        self._ask(replace(self._asked, output_padding=pair), "output_padding")

    @Slot(object)
    def _on_dilation_changed(self, pair: Pair) -> None:
        self._ask(replace(self._asked, dilation=pair), "dilation")

    def _ask(self, asked: TransposedSettings, field: _Key) -> None:
        self.transposed_requested.emit(asked, field)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        labels = {
            "stride": self.tr("Stride"),
            "padding": self.tr("Padding"),
            "output_padding": self.tr("Output padding"),
            "dilation": self.tr("Dilation"),
        }
        meanings = {
            "stride": self.tr(
                "How far apart the cells of the picture are put; zeros lie between them"
            ),
            "padding": self.tr(
                "How much is cut off the output on each side: what a convolution with "
                "this padding would have added"
            ),
            "output_padding": self.tr(
                "Rows and columns added at the end of the output: several sizes shrink "
                "to the same one, and this says which was meant"
            ),
            "dilation": self.tr(
                "How far apart the kernel’s numbers lie on the output; 1 is side by side"
            ),
        }
        for key in _KEYS:
            self.set_label(key, labels[key], meanings[key])
        names = self._names()
        for key, pair in self._pairs.items():
            name = key if key == "output_padding" else f"transposed_{key}"
            pair.name(name, names[key], meanings[key])

    def _names(self) -> dict[_Key, tuple[str, str, str]]:
        """Return what each field is called: vertical, horizontal, both."""
        return {
            "stride": (
                self.tr("Stride downwards"),
                self.tr("Stride to the right"),
                self.tr("Stride in both directions"),
            ),
            "padding": (
                self.tr("Rows cut off above and below"),
                self.tr("Columns cut off left and right"),
                self.tr("Padding on all sides"),
            ),
            "output_padding": (
                self.tr("Rows added at the end"),
                self.tr("Columns added at the end"),
                self.tr("Output padding in both directions"),
            ),
            "dilation": (
                self.tr("Dilation downwards"),
                self.tr("Dilation to the right"),
                self.tr("Dilation in both directions"),
            ),
        }
