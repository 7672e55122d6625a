"""The pictures of the guides to the Draw page and to own classes."""

from dataclasses import replace
from typing import Final

from guide_draw_strokes import DRAWN, MOODS, Strokes
from guide_network_hand import NetworkReader
from guide_pictures import GuidePictures, followed
from guide_steps import Deed, lessons
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from cnnviz.pages.draw.views.classes.class_list import ClassList
from cnnviz.tour.robot import Script, at_once, settled
from cnnviz.tour.script import spots
from cnnviz.ui.canvas.draw_pad import DrawPad

_TOOL: Final = Deed("press", ("M",))
_OWN: Final = Deed("press", ("K",))


class DrawGuide(GuidePictures):
    """A drawing for each lesson; then a network for drawings of three kinds."""

    @override
    def script(self) -> Script:
        """Make every picture; yield what to wait for."""
        self.hand.find(QAction, "page_draw").trigger()
        yield self._ready
        reader = NetworkReader(self.hand.window, self._ready, session=self.session)
        for lesson in lessons(self.language, "draw"):
            while self.hand.window.page.go_back():
                yield at_once
            yield from reader.follow((_TOOL,))
            clear, *deeds = lesson.deeds
            yield from reader.follow((clear,))
            yield from self._draw(DRAWN[lesson.picture])
            yield self._ready
            yield from followed(reader, replace(lesson, deeds=tuple(deeds)))
            yield from self._take(lesson.picture)
            if lesson.picture == "stages":
                self.hand.find(QAbstractButton, "stages_all_on").click()
        yield from self._teach(reader)

    def _teach(self, reader: NetworkReader) -> Script:
        """Draw examples of three moods, train on them, and draw one more."""
        yield from reader.follow((_OWN,))
        self.hand.find(QAbstractButton, "own_moods").click()
        yield self._ready
        classes = self.hand.find(ClassList, "own_list")
        for place, examples in enumerate(MOODS):
            classes.choose(place)
            for strokes in examples:
                self.hand.find(QAction, "clear_drawing").trigger()
                yield from self._draw(strokes)
                yield self._ready
                self.hand.find(QAction, "add_example").trigger()
                yield self._ready
        yield from self._take("own-examples")
        self.hand.find(QAbstractButton, "own_train").click()
        yield lambda: self.session.own.store.state.learned is not None
        yield self._ready
        yield from self._draw(DRAWN["own-answer"])
        yield from self._take("own-answer")

    def _draw(self, strokes: Strokes) -> Script:
        pad = self.hand.find(DrawPad, "draw_pad")
        yield settled()
        for stroke in strokes:
            yield from self.hand.stroke(pad, spots(pad, list(stroke)))

    def _take(self, name: str) -> Script:
        QTest.mouseMove(self.hand.window, QPoint(4, 4))
        yield settled()
        yield self._ready
        if self.save is not None:
            yield settled()
            self.save(name)
        self.numbers[name] = self._shown()

    def _shown(self) -> dict[str, object]:
        """Return what is answered, and whether it is taken for a digit."""
        answer = self.session.draw.store.state.answer
        if answer is None or answer.trace is None:
            return {"label": None}
        said: dict[str, object] = {"label": answer.trace.best}
        if (judged := answer.judgement) is not None:
            said |= {"digit": judged.digit, "several": list(judged.several)}
        return said

    def _ready(self) -> bool:
        """Whether everything that was asked for is answered."""
        draw, own = self.session.draw, self.session.own.store.state
        if not self.has_read() or own.is_training or own.is_reading:
            return False
        parts = draw.why, draw.what_if, draw.stages
        return not any(part.is_waiting for part in parts)
