"""Going back through the snapshots of a run."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cnnviz.state.level import set_level
from cnnviz.state.run.run_snapshots import Timeline
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class TimelineBar(Retranslated):
    """Choose which of the kept snapshots is shown.

    Attributes
    ----------
    slider
        Its value is the index of the kept snapshot that is looked at.
    newest
        The button with which the run is followed again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._timeline = Timeline()
        self._label = FittingLabel(self)
        self._label.setObjectName("timeline_label")
        self.slider = JumpingSlider(Qt.Orientation.Horizontal, self)
        self.slider.setMinimumHeight(tokens.HIT)
        self.newest = QPushButton(self)
        self.newest.setMinimumHeight(tokens.HIT)
        row = in_row((self.slider, 1), self.newest, gap=tokens.SPACE_M)
        in_column(self._label, row, gap=tokens.SPACE_XXS, of=self)
        self._retranslate()

    def render_timeline(self, timeline: Timeline) -> None:
        """Show how many snapshots there are, and which is looked at."""
        if timeline is not self._timeline:
            self._timeline = timeline
            self._render()

    def _render(self) -> None:
        timeline = self._timeline
        last = max(0, len(timeline.kept) - 1)
        chosen = last if timeline.chosen is None else timeline.chosen
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setValue(chosen)
        self.slider.setEnabled(last > 0)
        self.newest.setEnabled(timeline.chosen is not None)
        self._label.setText(self._words())

    def _words(self) -> str:
        shown = self._timeline.shown
        if shown is None:
            return self.tr("Timeline: go back to any moment of the run")
        if shown.step == 0:
            return self.tr("Before the first batch: random weights")
        batch = whole(shown.step)
        if self._timeline.chosen is None:
            return self.tr("After batch {batch}, the newest").format(batch=batch)
        return self.tr("Back at batch {batch}").format(batch=batch)

    @override
    def _retranslate(self) -> None:
        set_names(
            self.slider,
            "timeline_slider",
            self.tr("Timeline of the run"),
            self.tr("Look at the network at an earlier batch"),
        )
        self.newest.setText(self.tr("Ne&west"))
        set_names(
            self.newest,
            "timeline_newest",
            self.tr("Newest snapshot"),
            self.tr("Follow the run again"),
        )
        self._render()
