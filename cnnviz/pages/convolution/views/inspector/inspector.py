"""What can be set on the Convolution page."""

from typing import Final, TypeAlias

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.convolution.model.fields import FIELDS
from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.inspector.after.after_tab import AfterTab
from cnnviz.pages.convolution.views.inspector.fields.field_form import (
    FieldForm,
    editor_of,
)
from cnnviz.pages.convolution.views.inspector.kernel.kernel_tab import KernelTab
from cnnviz.pages.convolution.views.inspector.picture.input_tab import InputTab
from cnnviz.pages.convolution.views.inspector.signal_tab import SignalTab
from cnnviz.pages.convolution.views.inspector.size.size_card import SizeCard
from cnnviz.state.level import set_level
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

WIDTH: Final = 300
_EDGE: Final = tokens.SPACE_L

TABS: Final[dict[OperationKind, tuple[str, ...]]] = {
    "convolution": ("input", "kernel", "window", "after"),
    "transposed": ("input", "kernel", "window", "after"),
    "pooling": ("input", "window", "after"),
    "signal": ("signal", "after"),
}


_Tab: TypeAlias = InputTab | KernelTab | FieldForm | AfterTab | SignalTab


class _TabBar(QTabBar):
    """A bar whose tabs have room for descenders: Fusion lowers those behind."""

    @override
    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index) + QSize(0, 4)


class Inspector(Retranslated):
    """The operation, its settings in tabs, and the size of what comes out.

    Attributes
    ----------
    picture, kernels
        The tabs that tell the page something.
    """

    def __init__(self, lab: LabPresenters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        presenter = lab.walk
        self._state: LabState | None = None
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH)
        self._operation = editor_of(FIELDS["operation"], presenter.commands, self)
        self._operation.setMinimumHeight(tokens.HIT_LARGE)
        self._bar = _TabBar(self)
        set_level(self._bar, "first")
        self._bar.setExpanding(True)
        self._bar.setDrawBase(False)
        self._stack = QStackedWidget(self)
        self.picture = InputTab(presenter, lab.pictures)
        self.kernels = KernelTab(presenter, lab.learned)
        self._after = AfterTab(presenter)
        self._tabs: dict[str, _Tab] = {
            "input": self.picture,
            "kernel": self.kernels,
            "window": FieldForm(FIELDS, "window", presenter.commands, self),
            "after": self._after,
            "signal": SignalTab(presenter),
        }
        self._card = SizeCard(self)
        self._lay_out()
        self._bar.currentChanged.connect(self._on_tab_chosen)
        self._card.fix_chosen.connect(presenter.commands.apply)
        self._render_tabs("convolution")
        self._retranslate()

    def _lay_out(self) -> None:
        for tab in self._tabs.values():
            area = QScrollArea(self)  # scrolls only where a screen is very low
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            # The bar comes where the edge of the inspector is, and takes no room.
            bar = area.verticalScrollBar().sizeHint().width()
            tab.setFixedWidth(WIDTH - _EDGE - max(bar, _EDGE))
            area.setWidget(tab)
            self._stack.addWidget(area)
        top, tabs, card = map(in_row, (self._operation, self._bar, self._card))
        for line in (top, tabs, card):
            line.setContentsMargins(0, 0, _EDGE, 0)
        gap = tokens.SPACE_M
        parts = in_column(top, tabs, (self._stack, 1), card, gap=gap, of=self)
        parts.setContentsMargins(_EDGE, tokens.SPACE_M, 0, tokens.SPACE_M)

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front, where the operation has it."""
        for index in range(self._bar.count()):
            if self._bar.tabData(index) == key:
                self._bar.setCurrentIndex(index)

    def give_focus(self, name: str) -> None:
        """Put the keyboard into one of the fields, its text selected."""
        field = self.findChild(QAbstractSpinBox, name)
        if field is not None:
            field.setFocus()
            field.selectAll()

    @Slot(int)
    def _on_tab_chosen(self, index: int) -> None:
        key = self._bar.tabData(index)
        if key is not None:
            self._stack.setCurrentIndex(list(self._tabs).index(key))

    def render_state(self, state: LabState) -> None:
        """Show the settings; cheap when only the position differs."""
        old, self._state = self._state, state
        if old is not None and _same_settings(old, state):
            if old.outcome is not state.outcome or old.output is not state.output:
                self._after.render_step(state)
            return
        operation = state.settings.operation
        self._operation.render_state(state)
        if old is None or old.settings.operation != operation:
            self._render_tabs(operation)
        for key in TABS[operation]:
            self._tabs[key].render_state(state)
        self._card.render_state(state)

    def _render_tabs(self, operation: OperationKind) -> None:
        keys = TABS[operation]
        if [self._bar.tabData(index) for index in range(self._bar.count())] == [*keys]:
            return
        now = self._bar.tabData(self._bar.currentIndex()) or "kernel"
        with QSignalBlocker(self._bar):
            while self._bar.count():
                self._bar.removeTab(0)
            for key in keys:
                self._bar.setTabData(self._bar.addTab(self._tab_name(key)), key)
            self._bar.setCurrentIndex(keys.index(now) if now in keys else 0)
        self._on_tab_chosen(self._bar.currentIndex())

    def _tab_name(self, key: str) -> str:
        return {
            "input": self.tr("Picture"),
            "kernel": self.tr("Kernel"),
            "window": self.tr("Window"),
            "after": self.tr("After"),
            "signal": self.tr("Signal"),
        }[key]

    @override
    def _retranslate(self) -> None:
        self._operation.retranslate()
        tip = self.tr("Which settings are shown")
        set_names(self._bar, "inspector_tabs", self.tr("Settings"), tip)
        for index in range(self._bar.count()):
            self._bar.setTabText(index, self._tab_name(self._bar.tabData(index)))
        for part in (*self._tabs.values(), self._card):
            part.retranslate()
        if self._state is not None:
            state, self._state = self._state, None
            self.render_state(state)


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
