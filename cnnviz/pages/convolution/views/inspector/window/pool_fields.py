"""What a pooling does, and how its window moves."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from cnnviz.engine.convolution.pooling import PoolKind
from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.lab_limits import (
    LimitedField,
    Limits,
    slider_limits,
)
from cnnviz.pages.convolution.model.lab_settings import PoolSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.field_rows import FieldRows, reason
from cnnviz.pages.convolution.views.inspector.window.sliding_pair import SlidingPair
from cnnviz.ui.page import named


class PoolFields(FieldRows):
    """Kind, size, stride and padding of a pooling, or the whole picture at once.

    Signals
    -------
    pooling_requested(settings, field)
        Something was changed by hand; what.
    edit_ended()
        A field was left.
    """

    pooling_requested = Signal(object, str)
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = PoolSettings()
        self._kind = QComboBox(self)
        self._kind.setMinimumHeight(32)
        for kind in get_args(PoolKind):
            self._kind.addItem("", kind)
        self._global = QCheckBox(self)
        self._size = SlidingPair(0, 9999, self)
        self._stride = SlidingPair(0, 9999, self)
        self._follows = QCheckBox(self)
        self._padding = SlidingPair(-1, 9999, self)
        self._counts = QCheckBox(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.add_row("pool_kind", self._kind)
        self.add_check(self._global)
        self.add_row("pool_size", self._size)
        self.add_row("pool_stride", self._stride)
        self.add_check(self._follows)
        self.add_row("pool_padding", self._padding)
        self.add_check(self._counts)

    def _connect(self) -> None:
        self._kind.activated.connect(self._on_kind_chosen)
        self._global.toggled.connect(self._on_global_toggled)
        self._follows.toggled.connect(self._on_follows_toggled)
        self._counts.toggled.connect(self._on_counts_toggled)
        self._size.pair_changed.connect(self._on_size_changed)
        self._stride.pair_changed.connect(self._on_stride_changed)
        self._padding.pair_changed.connect(self._on_padding_changed)
        for pair in (self._size, self._stride, self._padding):
            pair.edit_ended.connect(self.edit_ended)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, the refused field in the colour of a refusal."""
        asked = self._asked = state.settings.pooling
        checks = (
            (self._global, asked.is_global),
            (self._follows, asked.stride is None),
            (self._counts, asked.counts_padding),
        )
        for check, checked in checks:
            with QSignalBlocker(check):
                check.setChecked(checked)
        with QSignalBlocker(self._kind):
            self._kind.setCurrentIndex(self._kind.findData(asked.kind))
        self._render_pairs(state)
        self._counts.setVisible(asked.kind == "average" and not asked.is_global)
        for widget in (self._size, self._stride, self._follows, self._padding):
            widget.setEnabled(not asked.is_global)
        self._stride.setEnabled(not asked.is_global and asked.stride is not None)
        self.render_refusal(state)

    def _render_pairs(self, state: LabState) -> None:
        """Show the numbers in force: of a global pooling those of the whole picture."""
        asked, size, padding = self._asked, self._asked.size, self._asked.padding
        stride = asked.stride or size
        if asked.is_global and state.given is not None:
            size = stride = state.given.size_hw
            padding = (0, 0)

        def found(field: LimitedField) -> Limits | None:
            if state.given is None:
                return None
            return slider_limits(state.settings, state.given, field)

        self._size.render_pair(size, found("pool_size"), reason(state, "pool_size"))
        self._stride.render_pair(
            stride, found("pool_stride"), reason(state, "pool_stride")
        )
        self._padding.render_pair(
            padding, found("pool_padding"), reason(state, "pool_padding")
        )

    @Slot(int)
    def _on_kind_chosen(self, index: int) -> None:
        self._ask(replace(self._asked, kind=self._kind.itemData(index)), "kind")
        self.edit_ended.emit()

    @Slot(bool)
    def _on_global_toggled(self, checked: bool) -> None:
        self._ask(replace(self._asked, is_global=checked), "global")
        self.edit_ended.emit()

    @Slot(bool)
    def _on_follows_toggled(self, checked: bool) -> None:
        stride = None if checked else self._asked.size
        self._ask(replace(self._asked, stride=stride), "stride")
        self.edit_ended.emit()

    @Slot(bool)
    def _on_counts_toggled(self, checked: bool) -> None:
        self._ask(replace(self._asked, counts_padding=checked), "counts_padding")
        self.edit_ended.emit()

    @Slot(object)
    def _on_size_changed(self, size: Pair) -> None:
        self._ask(replace(self._asked, size=size), "size")

    @Slot(object)
    def _on_stride_changed(self, stride: Pair) -> None:
        self._ask(replace(self._asked, stride=stride), "stride")

    @Slot(object)
    def _on_padding_changed(self, padding: Pair) -> None:
        self._ask(replace(self._asked, padding=padding), "padding")

    def _ask(self, asked: PoolSettings, field: str) -> None:
        self.pooling_requested.emit(asked, field)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._name_kinds()
        self._name_checks()
        size = self.tr("How many cells the window has")
        stride = self.tr("How many cells the window moves at each step")
        padding = self.tr(
            "Cells added around the picture, at most half the window. They are never "
            "the largest or the smallest, and count as 0 in a sum"
        )
        self.set_label("pool_size", self.tr("Size"), size)
        self.set_label("pool_stride", self.tr("Stride"), stride)
        self.set_label("pool_padding", self.tr("Padding"), padding)
        self._size.name(
            "pool_size",
            (
                self.tr("Window height"),
                self.tr("Window width"),
                self.tr("Window height and width"),
            ),
            size,
        )
        self._stride.name(
            "pool_stride",
            (
                self.tr("Stride downwards"),
                self.tr("Stride to the right"),
                self.tr("Stride in both directions"),
            ),
            stride,
        )
        self._padding.name(
            "pool_padding",
            (
                self.tr("Rows added above and below"),
                self.tr("Columns added left and right"),
                self.tr("Padding on all sides"),
            ),
            padding,
        )

    def _name_kinds(self) -> None:
        meaning = self.tr("What remains of each window")
        self.set_label("pool_kind", self.tr("Kind"), meaning)
        named(self._kind, "pool_kind_combo", self.tr("Kind of pooling"), meaning)
        kinds = (
            (self.tr("Maximum"), self.tr("The largest number of the window")),
            (self.tr("Average"), self.tr("The mean of the window’s numbers")),
            (self.tr("Sum"), self.tr("The window’s numbers, added")),
            (self.tr("Minimum"), self.tr("The smallest number of the window")),
        )
        for index, (text, tip) in enumerate(kinds):
            self._kind.setItemText(index, text)
            self._kind.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)

    def _name_checks(self) -> None:
        named(
            self._global,
            "pool_global_check",
            self.tr("Global pooling"),
            self.tr("One window as large as the picture: one number a channel"),
        )
        named(
            self._follows,
            "pool_follows_check",
            self.tr("Stride as large as the window"),
            self.tr("The windows then touch and never overlap"),
        )
        named(
            self._counts,
            "pool_counts_check",
            self.tr("The mean counts the padding"),
            self.tr(
                "Divide by all cells of the window, as frameworks do, or only by those "
                "of the picture"
            ),
        )
        self._global.setText(self.tr("Whole picture"))
        self._follows.setText(self.tr("Same as size"))
        self._counts.setText(self.tr("Mean counts padding"))
