"""What the actions and the pad of the page do: walk, zoom, copy, draw."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.stage.stages import Stages
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.unit_view.sum.sum_row import SumRow


def connect_walk(actions: LabActions, walk: WalkPresenter) -> None:
    """Let the actions move the window, and begin anew."""
    actions.forward.triggered.connect(walk.advance)
    actions.back.triggered.connect(walk.go_back)
    actions.next_row.triggered.connect(walk.next_row)
    actions.previous_row.triggered.connect(walk.previous_row)
    actions.next_page.triggered.connect(walk.next_page)
    actions.previous_page.triggered.connect(walk.previous_page)
    actions.first.triggered.connect(walk.go_first)
    actions.last.triggered.connect(walk.go_last)
    actions.largest.triggered.connect(walk.go_to_largest)
    actions.smallest.triggered.connect(walk.go_to_smallest)
    actions.play.triggered.connect(walk.toggle_play)
    actions.whole.toggled.connect(walk.show_whole_output)
    actions.reset.triggered.connect(walk.commands.reset)


def connect_views(actions: LabActions, stages: Stages, row: SumRow) -> None:
    """Let the actions enlarge what is seen, and copy the sum."""
    actions.zoom_in.triggered.connect(stages.zoom_in)
    actions.zoom_out.triggered.connect(stages.zoom_out)
    actions.zoom_fit.triggered.connect(stages.fit)
    actions.zoom_window.triggered.connect(stages.zoom_to_window)
    actions.copy_sum.triggered.connect(row.copy_text)
    actions.copy_latex.triggered.connect(row.copy_latex)


class PadStrokes(QObject):
    """What is drawn on the pad becomes the picture.

    Signals
    -------
    started()
        A stroke was begun.
    drawn(stroke, ink_hw)
        A stroke was drawn, before its ink is the picture.
    """

    started = Signal()
    drawn = Signal(object, object)

    def __init__(
        self, pad: DrawPad, pictures: PicturePresenter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pad, self._pictures = pad, pictures
        # First, so that whoever shows the new ink knows what made it.
        pad.stroke_started.connect(self.started)
        pad.stroke_started.connect(pictures.begin_stroke)
        pad.ink_changed.connect(pictures.draw)
        pad.stroke_finished.connect(self._on_finished)

    @Slot(object)
    def _on_finished(self, ink_hw: NDArray[np.uint8] | None) -> None:
        self.drawn.emit(self._pad.newest_stroke, ink_hw)
        self._pictures.finish_stroke(ink_hw)
