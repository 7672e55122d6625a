"""The timeline under the pages: for all of them one, moved by hand, by keys, by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from cnnviz.state.level import set_level
from cnnviz.state.run.kernel_seen import KernelsSeen
from cnnviz.state.run.moment_networks import MomentNetworks
from cnnviz.state.run.probe_scores import ProbeScores
from cnnviz.state.run.run_timeline import RunTimeline
from cnnviz.ui.keys import EVERYWHERE, give_keys
from cnnviz.ui.page import name_action
from cnnviz.ui.theme.icons import icon
from cnnviz.ui.timeline.timeline_bar import TimelineBar, TimelineShown

_KERNELS = "convolution"
"""The page that shows single kernels, learned or not; the others show networks."""

_LOW = 780
"""Pixels of a window in which a page needs the room of a line of words."""


@dataclass(frozen=True, slots=True)
class Moments:
    """What the timeline steers.

    Attributes
    ----------
    timeline, scores, networks
        The run, how sure it was of the picture, and the networks of the pages.
    kernels, take_kernel
        The learned kernels at work, and what takes one of the network that classifies.
    """

    timeline: RunTimeline
    scores: ProbeScores
    networks: MomentNetworks
    kernels: KernelsSeen
    take_kernel: Callable[[], None]


class TimelineFoot(QObject):
    """Show the bar on every page, once there is a run to go back in."""

    def __init__(self, moments: Moments, window: QMainWindow) -> None:
        super().__init__(window)
        self._moments, self._window = moments, window
        self._page = ""
        self.play = self._action("timeline_play")
        self.live = self._action("timeline_live")
        self.earlier = self._action("timeline_earlier")
        self.later = self._action("timeline_later")
        self.bar = TimelineBar(self.play, self.live, window)
        self._connect()
        self._render_play()
        self._render()

    def actions(self) -> tuple[QAction, ...]:
        """Return every action, in the order of a menu."""
        return self.play, self.earlier, self.later, self.live

    def show_page(self, page: str) -> None:
        """Learn which page is in front."""
        self._page = page
        self._moments.networks.set_page(page)
        self._render()

    def _action(self, name: str) -> QAction:
        action = QAction(self._window)
        give_keys(action, EVERYWHERE, name)
        if name == "timeline_live":
            action.setIcon(icon("live"))
        set_level(action, "first")
        self._window.addAction(action)
        return action

    def _connect(self) -> None:
        timeline, networks = self._moments.timeline, self._moments.networks
        self.play.triggered.connect(self._on_play_triggered)
        self.live.triggered.connect(timeline.follow_newest)
        self.earlier.triggered.connect(self._on_earlier_triggered)
        self.later.triggered.connect(self._on_later_triggered)
        self.bar.slider.step_chosen.connect(timeline.look_at)
        self.bar.give_back.clicked.connect(self._on_give_back_clicked)
        self.bar.take_kernel.clicked.connect(self._on_take_kernel_clicked)
        timeline.run.changed.connect(self._render)
        timeline.playing.changed.connect(self._render_play)
        networks.before.changed.connect(self._render)
        for store in (self._moments.scores.store, self._moments.kernels):
            store.changed.connect(self._render)
        self._window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.bar.set_low(self._window.height() < _LOW)
        return False

    @Slot()
    def _render(self) -> None:
        moments = self._moments
        run = moments.timeline.run.state
        is_on = run.timeline.newest is not None
        if is_on:
            before, scores = moments.networks.before.state, moments.scores.store.state
            kernels = moments.kernels.state if self._page == _KERNELS else None
            self.bar.render_shown(TimelineShown(run, scores, before, kernels))
        if is_on != self.bar.isVisibleTo(self._window):
            self.bar.setVisible(is_on)
            moments.scores.set_watched(is_on)
        for action in self.actions():
            action.setEnabled(is_on)

    @Slot()
    def _render_play(self) -> None:
        is_playing = self._moments.timeline.playing.state
        self.play.setIcon(icon("pause" if is_playing else "play"))
        self.retranslate()

    @Slot()
    def _on_play_triggered(self) -> None:
        timeline = self._moments.timeline
        if timeline.playing.state:
            timeline.pause()
        else:
            timeline.play()

    @Slot()
    def _on_earlier_triggered(self) -> None:
        self._moments.timeline.move(-1)

    @Slot()
    def _on_later_triggered(self) -> None:
        self._moments.timeline.move(1)

    @Slot()
    def _on_give_back_clicked(self) -> None:
        self._moments.networks.give_back()

    @Slot()
    def _on_take_kernel_clicked(self) -> None:
        self._moments.networks.show_here()
        self._moments.take_kernel()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        is_playing = self._moments.timeline.playing.state
        name_action(
            self.play,
            self.tr("Pause the timeline")
            if is_playing
            else self.tr("Play the timeline"),
            self.tr("Play the whole training in ten seconds"),
        )
        name_action(
            self.live, self.tr("Live"), self.tr("Show the current network again")
        )
        name_action(
            self.earlier,
            self.tr("Earlier snapshot"),
            self.tr("Go one state back in the training"),
        )
        name_action(
            self.later,
            self.tr("Later snapshot"),
            self.tr("Go one state forward in the training"),
        )
