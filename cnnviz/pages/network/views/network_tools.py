"""The tools beside the network: one at a time, opened by a button of its own."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from cnnviz.ui.controls.tool_switch import Tool
from cnnviz.ui.texts import keep_plain

_WIDTH = 320
"""Of a tool that says no width of its own, by its minimum."""


@runtime_checkable
class ShowsNewest(Protocol):
    """A tool that can show again what it shows, in other colours for example."""

    def show_newest(self) -> None:
        """Show it again."""


class NetworkTools(QStackedWidget):
    """Show the tool whose action is checked, made when it is first; hidden while none is."""

    def __init__(self, tools: Sequence[Tool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("network_tools")
        self._makers = {id(action): make for action, make in tools}
        self._made: dict[int, QWidget] = {}
        self._group = QActionGroup(self)
        optional = QActionGroup.ExclusionPolicy.ExclusiveOptional
        self._group.setExclusionPolicy(optional)
        for action, _ in tools:
            action.setCheckable(True)
            self._group.addAction(action)
            action.toggled.connect(self._render)
        self._render()

    @property
    def is_open(self) -> bool:
        """Whether a tool is shown."""
        return self._group.checkedAction() is not None

    def close_tool(self) -> None:
        """Show none."""
        action = self._group.checkedAction()
        if action is not None:
            action.setChecked(False)

    def show_newest(self) -> None:
        """Let every tool that has been made show again what it shows."""
        for tool in self._made.values():
            if isinstance(tool, ShowsNewest):
                tool.show_newest()

    @Slot()
    def _render(self) -> None:
        action = self._group.checkedAction()
        if action is not None:
            widget = self._tool(id(action))
            self.setFixedWidth(max(_WIDTH, widget.minimumWidth()))
            self.setCurrentWidget(widget)
        self.setVisible(action is not None)

    def _tool(self, key: int) -> QWidget:
        if key not in self._made:
            made = self._made[key] = self._makers[key]()
            keep_plain(made)
            self.addWidget(made)
        return self._made[key]

    @override
    def minimumSizeHint(self) -> QSize:
        # A tall tool must not keep the page from shrinking.
        return QSize(self.minimumWidth(), 0)
