"""The pictures of the guide, each made by doing what its lesson tells the reader."""

from typing import Final

from guide_hand import Reader
from guide_numbers import numbers_of
from guide_pictures import GuidePictures, followed
from guide_steps import RESET, Lesson, lessons
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.inspector import Inspector
from cnnviz.tour.robot import Script, TourFailure, at_once, settled
from cnnviz.ui.canvas.grid_canvas import GridCanvas

_POINTED: Final = (1, 2)  # the weight 2 of Sobel x


class Guide(GuidePictures):
    """The pictures of the guide to the Convolution page."""

    level = "everything"  # dilation is there only

    @property
    def state(self) -> LabState:
        """What the page shows."""
        return self.session.walk.store.state

    @override
    def script(self) -> Script:
        """Make every picture; yield what to wait for."""
        for lesson in lessons(self.language):
            yield from self._begin_anew()
            yield from self._follow(lesson)
            if lesson.picture == "refusal" and self.state.invalid is None:
                raise TourFailure("the refusal: nothing was refused")
            if lesson.picture == "sharing":
                self._point_at_weight()
            yield from self._take(lesson.picture)
            QTest.mouseMove(self.hand.window, QPoint(4, 4))
        self._put_algorithm_away()

    def _begin_anew(self) -> Script:
        """Begin as the guide says, with the view of the first start."""
        self._put_algorithm_away()
        self.session.walk.show_input_channel(0)
        self._do("zoom_fit_action")
        action = self._do("reset_action")
        if action.text().replace("&", "") != RESET[self.language][-1]:
            raise TourFailure(f"{action.text()!r} has another name in the guide")
        self.hand.find(Inspector, "inspector").open_section("kernel")
        yield at_once

    def _follow(self, lesson: Lesson) -> Script:
        reader = Reader(self.hand.window, self._ready, lesson.pasted)
        yield from followed(reader, lesson)

    def _take(self, name: str) -> Script:
        """Wait until nothing moves, and take the picture."""
        yield settled()
        yield self._ready
        if self.save is not None:
            yield settled()
            self.save(name)
        self.numbers[name] = numbers_of(self.state)

    def _ready(self) -> bool:
        """Whether the whole output has been computed."""
        walk, output = self.state.walk, self.state.output
        if walk is None or output is None or output.every > 1:
            return False
        same = (output.size_hw, output.channel) == (walk.output_hw, walk.output_channel)
        return same and not self.session.picture.is_loading

    def _do(self, name: str) -> QAction:
        action = self.hand.find(QAction, name)
        action.trigger()
        return action

    def _put_algorithm_away(self) -> None:
        action = self.hand.find(QAction, "algorithm_action")
        if action.isChecked():
            action.trigger()

    def _point_at_weight(self) -> None:
        found = self.hand.window.findChildren(GridCanvas, "kernel_canvas")
        (canvas,) = [one for one in found if one.isVisible()]  # another page has one
        x, y, width, height = canvas.view.rect(*_POINTED)
        QTest.mouseMove(canvas, QPoint(x + width // 2, y + height // 2))
