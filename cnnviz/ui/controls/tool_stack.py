"""The tools of a page: one at a time in the same place."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from cnnviz.ui.controls.tool_switch import Tool
from cnnviz.ui.texts import keep_plain


@runtime_checkable
class GoesBack(Protocol):
    """A tool in which something can be opened that Esc closes."""

    def go_back(self) -> bool:
        """Close what is open; whether there was any."""


class ToolStack(QStackedWidget):
    """Show the tool whose action is checked; the first is the one to begin with.

    A tool is made when it is first shown: what it needs is not loaded at every start.
    One whose class says ``IS_WIDE = True`` wants the place of what is beside it, too;
    ``IS_TALL = True`` that of what is above it.

    Signals
    -------
    opened()
        Another tool is in front.
    """

    opened = Signal()

    def __init__(self, tools: Sequence[Tool], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._makers = {id(action): make for action, make in tools}
        self._made: dict[int, QWidget] = {}
        self._is_shown = False
        self._group = QActionGroup(self)
        for action, _ in tools:
            action.setCheckable(True)
            self._group.addAction(action)
            action.toggled.connect(self._open)
        tools[0][0].setChecked(True)

    @property
    def is_tall(self) -> bool:
        """Whether the tool in front wants the place of what is above it, too."""
        return bool(getattr(self.currentWidget(), "IS_TALL", False))

    @property
    def is_wide(self) -> bool:
        """Whether the tool in front wants the place of what is beside it."""
        return bool(getattr(self.currentWidget(), "IS_WIDE", False))

    def show_tool(self) -> None:
        """Make and show what is chosen, from now on: the page is being looked at."""
        self._is_shown = True
        self._open()

    def render_tool(self, tool: QWidget | None) -> None:
        """Let the tool that has come to the front show what there is to show now."""

    def go_back(self) -> bool:
        """Close what is open in the tool in front; whether there was any."""
        tool: object = self.currentWidget()
        return isinstance(tool, GoesBack) and tool.go_back()

    @Slot()
    def _open(self) -> None:
        action = self._group.checkedAction()
        if action is None or not self._is_shown:
            return
        key = id(action)
        if key not in self._made:
            made = self._made[key] = self._makers[key]()
            keep_plain(made)
            for part in made.findChildren(QWidget):
                part.setAcceptDrops(False)  # a drop belongs to the window
            self.addWidget(made)
        if self.currentWidget() is not self._made[key] or self.count() == 1:
            self.setCurrentWidget(self._made[key])
            self.updateGeometry()
            self.render_tool(self._made[key])
            self.opened.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        # A tall tool must not keep the page from shrinking, nor one that is not in front.
        shown = self.currentWidget()
        return QSize(0 if shown is None else shown.minimumSizeHint().width(), 0)
