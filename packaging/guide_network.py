"""The pictures of the guide to the Network page, each made by doing what it tells."""

from typing import Final

from guide_network_hand import NetworkReader
from guide_network_numbers import shown_numbers
from guide_pictures import GuidePictures, followed
from guide_steps import Lesson, lessons
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from typing_extensions import override

from cnnviz.tour.robot import Script, at_once, settled
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns

PICTURE: Final = "seven"
_POINTED: Final = "ribbons"
_CORNER: Final = QPoint(3, 3)


class NetworkGuide(GuidePictures):
    """The pictures of the guide to the Network page."""

    @override
    def script(self) -> Script:
        """Make every picture; yield what to wait for."""
        pictures = self.session.pictures
        self.session.picture.open_sample(PICTURE)
        yield lambda: pictures.state.picture.name == PICTURE
        taken = pictures.state
        first = self.session.looking.choices.current.state
        for lesson in lessons(self.language, "network"):
            pictures.replace(taken)  # the lab has another
            self.hand.find(QAction, "page_network").trigger()
            self._put_tools_away()
            self.session.looking.choices.choose(first)
            yield self._ready
            while self.hand.window.page.go_back():
                yield at_once
            yield from self._follow(lesson)
            yield self._ready
            if self.save is not None:
                yield settled()
                yield self._ready
                self.save(lesson.picture)
            self.numbers[lesson.picture] = shown_numbers(self.session, lesson.picture)
            QTest.mouseMove(self.hand.window, QPoint(4, 4))

    def _follow(self, lesson: Lesson) -> Script:
        reader = NetworkReader(self.hand.window, self._ready, session=self.session)
        reader.points = lesson.picture == _POINTED
        if reader.points:  # first in, where the tip of the whole is shown
            QTest.mouseMove(self.hand.find(NetworkColumns, "network_columns"), _CORNER)
            yield settled()
        yield from followed(reader, lesson)

    def _ready(self) -> bool:
        """Whether everything that was asked for is answered."""
        looking, state = self.session.looking, self.session.network.store.state
        answer, compared = state.answer, looking.comparison.store.state
        closer = looking.closer.store.state
        if answer is None or answer.question.picture is not state.picture:
            return False
        if state.picture is not self.session.pictures.state:
            return self.hand.window.page.key != "network"
        if answer.question.opened.current is not looking.choices.current.state:
            return False
        if compared.is_on and (compared.answer is None or compared.curve is None):
            return False
        return not closer.is_on or closer.closer is None or closer.field is not None

    def _put_tools_away(self) -> None:
        names = "network_summary", "change_network", "build_network", "compare"
        for name in (*names, "look_closer"):
            action = self.hand.find(QAction, name)
            if action.isChecked():
                action.trigger()
