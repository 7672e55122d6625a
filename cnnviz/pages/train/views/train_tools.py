"""The tools of the Train page: one at a time in the place of the curves."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.tool_stack import ToolStack
from cnnviz.ui.controls.tool_switch import Tool


@runtime_checkable
class ShowsRun(Protocol):
    """A tool that shows the run of now; it is told while it is in front."""

    def render_run(self, run: Run) -> None:
        """Show the run; the same one again changes nothing."""


class TrainTools(ToolStack):
    """Show one tool, and the run of now in it."""

    def __init__(self, tools: Sequence[Tool], run: Run, parent: QWidget) -> None:
        self._run = run
        super().__init__(tools, "train_tools", parent)

    def render_run(self, run: Run) -> None:
        """Let the tool in front show the run."""
        self._run = run
        self.render_tool(self.currentWidget())

    @override
    def render_tool(self, tool: QWidget | None) -> None:
        shows: object = tool
        if isinstance(shows, ShowsRun):
            shows.render_run(self._run)
