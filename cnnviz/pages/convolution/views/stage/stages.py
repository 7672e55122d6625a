"""The stage of a picture and that of a signal, one of them in front."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.signal.signal_stage import SignalStage
from cnnviz.pages.convolution.views.source.source_tools import SourceTools
from cnnviz.pages.convolution.views.stage.lab_stage import LabStage
from cnnviz.pages.convolution.views.stage.output_tools import OutputTools
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.canvas_panel import CAPTION_HEIGHT
from cnnviz.ui.unit_view.unit import Unit


class Stages(QStackedWidget):
    """Shows the stage that the operation needs, and hands on what hands do on it.

    Signals
    -------
    touched()
        A hand is on a stage: autoplay must yield.
    notified(text)
        What the pointer is on, for the status line.
    """

    touched = Signal()
    notified = Signal(str)

    def __init__(
        self, actions: LabActions, lab: LabPresenters, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.picture = LabStage(actions, lab.walk, self)
        self.signal = SignalStage(self)
        self._head = QWidget(self)
        self._head.setFixedHeight(CAPTION_HEIGHT)
        self._row = in_row((None, 1), gap=tokens.SPACE_M, of=self._head)
        rows = QWidget(self)
        in_column(self._head, (self.signal, 1), gap=tokens.SPACE_XS, of=rows)
        self._tools: tuple[SourceTools, OutputTools] | None = None
        for front in (self.picture, rows):
            self.addWidget(front)
        for stage in (self.picture, self.signal):
            stage.output_cell_chosen.connect(lab.walk.go_to_cell)
            stage.input_cell_chosen.connect(lab.walk.go_to_input_cell)
            stage.touched.connect(self.touched)
            stage.notified.connect(self.notified)
        self.signal.value_dragged.connect(lab.signals.set_value)
        self.signal.weight_dragged.connect(lab.signals.set_weight)
        self.signal.edit_ended.connect(lab.signals.end_edit)

    @property
    def shows_signal(self) -> bool:
        """Whether the stage in front is that of a signal."""
        return self.currentWidget() is not self.picture

    def set_tools(self, source: SourceTools, output: OutputTools) -> None:
        """Take what lies in the titles of the stage in front."""
        self._tools = source, output
        self._place_tools()

    def _place_tools(self) -> None:
        """Lay the tools where they belong: beside two titles, or over the rows of bars."""
        if self._tools is None:
            return
        source, output = self._tools
        if self.shows_signal:
            self._row.insertWidget(0, source.name)
            for tools in self._tools:
                self._row.addWidget(tools)
        else:
            given, made = self.picture.input.caption, self.picture.output.caption
            given.insertWidget(1, source.name)
            given.addWidget(source)
            made.addWidget(output)

    def render_state(self, state: LabState, unit: Unit | None) -> None:
        """Bring the operation's stage to the front, and let it show the state."""
        if state.settings.operation == "signal":
            self.signal.render_state(state)
            self._bring(1)
        else:
            self.picture.render_state(state, unit)
            self._bring(0)

    def _bring(self, index: int) -> None:
        """Bring a stage to the front, with the tools in its titles."""
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self._place_tools()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Jump instead of gliding, or not."""
        self.picture.input.glide.reduced_motion = reduced
        self.signal.motion.reduced_motion = reduced

    def give_focus(self) -> None:
        """Let the arrow keys walk."""
        front = self.signal if self.shows_signal else self.picture.input.canvas
        front.setFocus()

    def mark_product(self, channel: int, i: int, j: int) -> None:
        """Mark a product of the step on the stage in front; below 0 none."""
        if self.shows_signal:
            self.signal.mark_product(j)
        else:
            self.picture.mark_product(channel, i, j)

    def fit(self) -> None:
        """Show everything."""
        self.touched.emit()
        self.picture.fit()
        self.signal.fit()

    @property
    def is_enlarged(self) -> bool:
        """Whether less than everything is seen on the stage in front."""
        if self.shows_signal:
            return self.signal.is_enlarged
        return any(panel.canvas.is_enlarged for panel in self.picture.panels)

    def zoom_in(self) -> None:
        """Enlarge what has the keyboard one notch."""
        self._touched().zoom_in()

    def zoom_out(self) -> None:
        """Make what has the keyboard one notch smaller."""
        self._touched().zoom_out()

    def _touched(self) -> GridCanvas | SignalStage:
        """Return what a hand zooms; autoplay yields."""
        self.touched.emit()
        return self.signal if self.shows_signal else self.picture.focused_canvas()

    def zoom_to_window(self) -> None:
        """Enlarge the window."""
        self.touched.emit()
        (self.signal if self.shows_signal else self.picture).zoom_to_window()
