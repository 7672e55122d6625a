"""The cell that a pooling keeps is marked, and the mark is painted."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_settings import PoolSettings
from cnnviz.pages.convolution.views.stage.stages import Stages
from cnnviz.ui.canvas.grid_canvas import GridCanvas

Lab = Any


class Painted(QObject):
    """Counts how often a canvas is painted."""

    def __init__(self, canvas: GridCanvas) -> None:
        super().__init__(canvas)
        self.count = 0
        canvas.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_that_the_mark_of_a_pooling_follows_what_is_looked_for(lab: Lab) -> None:
    settings, commands = lab.state.settings, lab.walk.commands
    least_of_four = PoolSettings(kind="min", size=(2, 2))
    commands.apply(replace(settings, operation="pooling", pooling=least_of_four))
    stages = lab.page.findChild(Stages)
    assert stages is not None
    window = stages.picture.window_panel
    painted = Painted(window.canvas)
    least, painted.count = window.hues.winner, 0

    commands.set("pool_kind", "max")

    assert window.hues.winner != least
    lab.bot.waitUntil(lambda: painted.count > 0)
