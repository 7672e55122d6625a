"""The tools of the Draw page: one at a time between the drawing and the answer."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.ui.controls.tool_stack import ToolStack
from cnnviz.ui.controls.tool_switch import Tool


@runtime_checkable
class ShowsDrawing(Protocol):
    """A tool that shows what became of a drawing; it is told while it is in front."""

    def render_state(self, state: DrawState) -> None:
        """Show the state; the same one again changes nothing."""


@runtime_checkable
class GoesOn(Protocol):
    """A tool in which things are shown one after the other."""

    def go(self, by: int) -> None:
        """Show the next one (1), or the one before (-1)."""


class DrawTools(ToolStack):
    """Show one tool, and the drawing of now in it."""

    def __init__(
        self, tools: Sequence[Tool], state: DrawState, parent: QWidget
    ) -> None:
        self._state = state
        super().__init__(tools, "draw_tools", parent)

    def render_state(self, state: DrawState) -> None:
        """Let the tool in front show the state."""
        self._state = state
        self.render_tool(self.currentWidget())

    @override
    def render_tool(self, tool: QWidget | None) -> None:
        shows: object = tool
        if isinstance(shows, ShowsDrawing):
            shows.render_state(self._state)
