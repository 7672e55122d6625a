"""The tools of the Train page that show more than the run of now."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cnnviz.pages.train.presenters.lanes.beside import BesideTraining
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.ui.controls.tool_switch import Tool

if TYPE_CHECKING:
    from cnnviz.pages.train.views.train_page import TrainPage


def tools_beside(
    actions: TrainActions, beside: BesideTraining, page: "TrainPage"
) -> tuple[Tool, ...]:
    """Return data, mistakes, races and comparison, none of them made yet."""
    beside.compare_wanted.connect(partial(actions.compare.setChecked, True))

    def mistakes() -> QWidget:
        from cnnviz.pages.train.views.mistakes.mistakes_tool import MistakesTool

        tool = MistakesTool(beside.held_out, page)
        tool.picture_wanted.connect(page.picture_wanted)
        return tool

    def races() -> QWidget:
        from cnnviz.pages.train.views.lanes.races_tool import RacesTool

        return RacesTool(beside.races, page)

    def compare() -> QWidget:
        from cnnviz.pages.train.views.lanes.kept_tool import KeptTool

        tool = KeptTool(beside.kept, beside.sweep, page)
        tool.races_wanted.connect(actions.races.trigger)
        return tool

    def data() -> QWidget:
        from cnnviz.pages.train.views.data.data_tool import DataTool

        tool = DataTool(beside.data, page)
        tool.picture_wanted.connect(page.picture_wanted)
        tool.data_wanted.connect(page.data_wanted)
        tool.recipe_changed.connect(page.recipe_wanted)
        tool.notified.connect(page.status_message)
        return tool

    return (
        (actions.data, data),
        (actions.mistakes, mistakes),
        (actions.races, races),
        (actions.compare, compare),
    )
