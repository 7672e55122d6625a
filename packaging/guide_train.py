"""The pictures of the guide to the Train page, each made by doing what it tells."""

from typing import Final

from guide_pictures import GuidePictures, followed
from guide_steps import Lesson, lessons
from guide_train_hand import TrainReader
from guide_train_numbers import shown_numbers
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from cnnviz.pages.train.views.lanes.lane_maps_view import LaneMapsView
from cnnviz.tour.robot import Script, settled
from cnnviz.tour.script import SEVEN, spots
from cnnviz.ui.canvas.draw_pad import DrawPad

_DRAWN: Final = "draw"
"""The picture of the lesson in which the reader draws a seven."""

_COMPARED: Final = "compare"
"""That of the lesson in which the two newest runs are chosen from all."""

_LIVE: Final = "race"
"""That of the lesson in which something still learns: it is taken on the way."""

_RACED: Final = 150
"""Batches of each network of the race, until its picture is taken."""


class TrainGuide(GuidePictures):
    """The pictures of the guide to the Train page."""

    level = "everything"  # the number of threads is there only

    @override
    def script(self) -> Script:
        """Make every picture; yield what to wait for."""
        taken = self.session.pictures.state
        for lesson in lessons(self.language, "train"):
            self.session.pictures.replace(taken)
            self.hand.find(QAction, "page_train").trigger()
            self.session.train.timeline.follow_newest()
            self._put_rate_away()
            yield self._ready
            yield from self._follow(lesson)
            QTest.mouseMove(self.hand.window, QPoint(4, 4))
            yield settled()
            yield self._ready
            if self.save is not None:
                self.save(lesson.picture)
            self.numbers[lesson.picture] = shown_numbers(self.session, lesson.picture)
            self.hand.window.page.go_back()  # the list of runs lies over the page
        self.session.train.beside.races.stop()
        yield lambda: not self.session.train.beside.races.is_running

    def _follow(self, lesson: Lesson) -> Script:
        reader = TrainReader(self.hand.window, self._ready)
        yield from followed(reader, lesson)
        if lesson.picture == _COMPARED:
            kept = self.session.train.beside.kept
            yield lambda: len(kept.store.state.listed) > 1
            for one in reversed(kept.store.state.listed[:2]):
                kept.choose(one.folder, wanted=True)
            yield self._has_maps
        if lesson.picture == _DRAWN:
            pad = self.hand.find(DrawPad, "draw_pad")
            yield settled()
            for stroke in SEVEN:
                yield from self.hand.stroke(pad, spots(pad, stroke))

    def _ready(self) -> bool:
        """Whether what goes has come to its end, and what was asked for is answered."""
        train = self.session.train
        run, race = train.run.state, train.beside.races.store.state
        if run.phase in ("preparing", "running", "stopping"):
            return False
        if train.is_running and run.phase != "paused":
            return False
        if race.phase in ("preparing", "stopping"):
            return False
        if race.phase == "running" and self._raced() < _RACED:
            return False
        compared = train.beside.kept.store.state
        if len(compared.lanes) != len(compared.chosen):
            return False
        return not train.steps.is_waiting and self.has_read()

    def _has_maps(self) -> bool:
        """Whether both runs that are compared show what they make of the picture."""
        columns = self.hand.window.page.findChildren(LaneMapsView)
        return sum(column.tiles[0].isVisible() for column in columns) > 1

    def _put_rate_away(self) -> None:
        box = self.hand.window.page.findChild(QCheckBox, "curve_rate")
        if box is not None and box.isChecked():
            box.click()

    def _raced(self) -> int:
        lanes = self.session.train.beside.races.store.state.lanes
        return min((lane.run.curves.batches for lane in lanes), default=0)
