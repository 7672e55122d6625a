"""What the actions of the page do: walk, zoom, copy."""

from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.stage.stages import Stages
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
