"""What can be set on the Convolution page."""

from typing import Final, TypeAlias

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.fields import FIELDS
from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.inspector.after.after_tab import AfterTab
from cnnviz.pages.convolution.views.inspector.fields.field_form import FieldForm
from cnnviz.pages.convolution.views.inspector.kernel.kernel_tab import KernelTab
from cnnviz.pages.convolution.views.inspector.picture.input_tab import InputTab
from cnnviz.pages.convolution.views.inspector.sections.operation_chooser import (
    OperationChooser,
)
from cnnviz.pages.convolution.views.inspector.sections.section_area import SectionArea
from cnnviz.pages.convolution.views.inspector.sections.section_words import (
    section_values,
)
from cnnviz.pages.convolution.views.inspector.signal_tab import SignalTab
from cnnviz.pages.convolution.views.inspector.size.size_card import SizeCard
from cnnviz.pages.convolution.views.sum.cost_line import CostLine
from cnnviz.state.level import declared_level, set_level
from cnnviz.ui.controls.section_head import SectionHead
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

WIDTH: Final = 300
_EDGE: Final = tokens.SPACE_XL
_SHORT: Final = 720
"""Pixels of height below which a closed section takes one line only."""

SECTIONS: Final[dict[OperationKind, tuple[str, ...]]] = {
    "convolution": ("input", "kernel", "window", "after"),
    "transposed": ("input", "kernel", "window", "after"),
    "pooling": ("input", "window", "after"),
    "signal": ("signal", "after"),
}
_FIRST: Final[dict[OperationKind, str]] = {
    "convolution": "kernel",
    "transposed": "kernel",
    "pooling": "window",
    "signal": "signal",
}
"""What is open where that of the operation before is not there."""


_Part: TypeAlias = InputTab | KernelTab | FieldForm | AfterTab | SignalTab

_LOWEST = 504
"""Pixels in which the heads, the size, and some of the open section are seen."""


class Inspector(Retranslated):
    """The operation, its settings in sections, and the size of what comes out.

    Attributes
    ----------
    picture, kernels
        The sections that tell the page something.
    """

    def __init__(self, lab: LabPresenters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        presenter = lab.walk
        self._state: LabState | None = None
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH)
        self._operation = OperationChooser(presenter.commands, self)
        self._cost = CostLine(self)
        self.picture = InputTab(presenter, lab.pictures)
        self.kernels = KernelTab(presenter, lab.learned)
        self._after = AfterTab(presenter)
        self._parts: dict[str, _Part] = {
            "input": self.picture,
            "kernel": self.kernels,
            "window": FieldForm(FIELDS, "window", presenter.commands, self),
            "signal": SignalTab(presenter),
            "after": self._after,
        }
        self._heads = {k: SectionHead(f"section_{k}", self) for k in self._parts}
        self._areas = {key: SectionArea(self) for key in self._parts}
        self._open, self._shown = "kernel", SECTIONS["convolution"]
        self._card = SizeCard(self)
        self._lay_out()
        for head in self._heads.values():
            head.clicked.connect(self._on_head_clicked)
        self._card.fix_chosen.connect(presenter.commands.apply)
        self._render_sections("convolution")
        self._retranslate()

    def _lay_out(self) -> None:
        top = map(_inset, (self._operation, self._cost))
        self._box = in_column(*top, gap=0, of=self)
        for key, part in self._parts.items():
            head, area = self._heads[key], self._areas[key]
            set_level(head, declared_level(part) or "first")
            # The bar comes where the edge of the inspector is, and takes no room.
            bar = area.verticalScrollBar().sizeHint().width()
            part.setFixedWidth(WIDTH - _EDGE - max(bar, _EDGE))
            area.setWidget(part)
            self._box.addLayout(_inset(head))
            self._box.addWidget(area)
        self._box.addStretch(1)
        self._box.addLayout(_inset(self._card))
        self._box.setContentsMargins(_EDGE, tokens.SPACE_M, 0, tokens.SPACE_M)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for no more height than a low window has, before it is laid out too."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), _LOWEST))

    def open_section(self, key: str) -> None:
        """Open a section, where the operation has it; another one closes."""
        if key in self._shown:
            self._open = key
            self._show_open()

    def give_focus(self, name: str) -> None:
        """Put the keyboard into one of the fields, its text selected."""
        field = self.findChild(QAbstractSpinBox, name)
        if field is not None:
            field.setFocus()
            field.selectAll()

    @Slot()
    def _on_head_clicked(self) -> None:
        key = next(k for k, head in self._heads.items() if head is self.sender())
        self._open = "" if key == self._open else key
        self._show_open()

    def _show_open(self) -> None:
        for key, head in self._heads.items():
            is_shown = key in self._shown
            head.setVisible(is_shown)
            head.setChecked(key == self._open)
            self._areas[key].setVisible(is_shown and key == self._open)

    def render_state(self, state: LabState) -> None:
        """Show the settings; cheap when only the position differs."""
        old, self._state = self._state, state
        if old is not None and _same_settings(old, state):
            if old.outcome is not state.outcome or old.output is not state.output:
                self._after.render_step(state)
            return
        operation = state.settings.operation
        self._operation.render_state(state)
        self._cost.render_state(state)
        if old is None or old.settings.operation != operation:
            self._render_sections(operation)
        for key in self._shown:
            self._parts[key].render_state(state)
            self._heads[key].set_values(section_values(key, state))
        self._card.render_state(state)

    def _render_sections(self, operation: OperationKind) -> None:
        self._shown = SECTIONS[operation]
        if self._open and self._open not in self._shown:
            self._open = _FIRST[operation]
        self._show_open()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for head in self._heads.values():
            head.set_short(self.height() < _SHORT)

    @override
    def _retranslate(self) -> None:
        self._operation.retranslate()
        names = {
            "input": self.tr("Picture"),
            "kernel": self.tr("Kernel"),
            "window": self.tr("Window"),
            "after": self.tr("Activation"),
            "signal": self.tr("Signal"),
        }
        tip = self.tr("Show these settings, or close them")
        for key, head in self._heads.items():
            head.setText(names[key])
            set_names(head, f"section_{key}", names[key], tip)
        for part in (*self._parts.values(), self._card):
            part.retranslate()
        if self._state is not None:
            state, self._state = self._state, None
            self.render_state(state)


def _inset(part: QWidget) -> QHBoxLayout:
    """Keep a part from the edge, to which only the areas that scroll reach."""
    row = in_row((part, 1))
    row.setContentsMargins(0, 0, _EDGE, 0)
    return row


def _same_settings(old: LabState, new: LabState) -> bool:
    """Whether two states differ in what the settings do not show: position, playing."""
    if old.settings is not new.settings or old.invalid is not new.invalid:
        return False
    return (
        old.given is new.given
        and old.shown_channel == new.shown_channel
        and old.output_channel == new.output_channel
        and (old.walk is None) == (new.walk is None)
    )
