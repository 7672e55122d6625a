"""The training pictures that a network takes a digit to be like."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.explain.nearest_pictures import Neighbour
from cnnviz.pages.draw.presenters.why.explaining import NEAREST, Comparing, Explanation
from cnnviz.pages.draw.views.why.explained_digit import ExplainedDigit
from cnnviz.ui.class_text import class_word
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.picture_text import dataset_title
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.picture_tiles import PictureTiles

_SIDE: Final = 56
_DIGIT: Final = 4 * 28


class NeighbourTiles(PictureTiles):
    """Show training pictures, the nearest first."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._side = max(
            _SIDE, min(2 * _SIDE, self.width() // NEAREST - tokens.SPACE_M)
        )
        super().resizeEvent(event)

    @override
    def place_words(self, row: int, column: int) -> str:
        return self.tr("training picture")


class NeighboursView(Retranslated):
    """Show the digit, and the nearest pictures of the answer and of the other class."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Explanation | None = None
        self._digit = ExplainedDigit(self)
        self._digit.setFixedSize(_DIGIT, _DIGIT)
        self._digit_title = QLabel(self)
        self._heads = QLabel(self), QLabel(self)
        self.tiles = (
            NeighbourTiles(self, side=_SIDE, lines=1),
            NeighbourTiles(self, side=_SIDE, lines=1),
        )
        self._note = QLabel(self)
        for label in (*self._heads, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        first, second = zip(self._heads, self.tiles, strict=True)
        parts = self._digit_title, self._digit, *first, *second, self._note, (None, 1)
        in_column(*parts, gap=tokens.SPACE_S, of=self)
        self._retranslate()

    def render_state(
        self, explanation: Explanation | None, comparing: Comparing | None = None
    ) -> None:
        """Show what was found; ``None`` leaves the places empty, and says how far it is."""
        self._shown = explanation
        found = None if explanation is None else explanation.neighbours
        digit = None if explanation is None else explanation.question.seen
        self._digit.render_digit(digit)
        if explanation is None or found is None:
            for head, tiles in zip(self._heads, self.tiles, strict=True):
                head.setText("")
                tiles.render_pictures(None, (), _Distances(()))
            nothing = (
                self._progress(comparing) if explanation is None else self._unknown()
            )
            self._note.setText(nothing)
            return
        labels = explanation.question.network.current.network.labels
        rows = (
            (explanation.question.label, found.of_answer),
            (explanation.question.other, found.of_other),
        )
        pairs = zip(self._heads, self.tiles, rows, strict=True)
        for head, tiles, (label, near) in pairs:
            text = self.tr("Most similar training pictures of {label} (distance)")
            head.setText(text.format(label=class_word(labels, label)))
            numbers = [one.index for one in near]
            tiles.render_pictures(found.images_nhw, numbers, _Distances(near))
        note = self.tr("Compared: {count} training pictures ({data}).")
        self._note.setText(
            note.format(count=whole(found.looked_at), data=dataset_title(found.source))
        )

    def _progress(self, comparing: Comparing | None) -> str:
        if comparing is None:
            return ""
        if not comparing.total:
            return self.tr("Reading the training pictures…")
        text = self.tr("Compared so far: {done} of {total} training pictures.")
        return text.format(done=whole(comparing.done), total=whole(comparing.total))

    def _unknown(self) -> str:
        return self.tr(
            "This network has classes of its own: there are no training pictures here "
            "to compare with."
        )

    @override
    def _retranslate(self) -> None:
        self._digit_title.setText(self.tr("Your digit"))
        set_names(self._digit, "why_neighbour_digit", self.tr("Your digit"))
        answer, other = self.tiles
        set_names(
            answer,
            "why_neighbours",
            self.tr("Nearest training pictures of the class answered"),
            self.tr("Under each picture: how far it is, in the last hidden layer"),
        )
        set_names(
            other,
            "why_neighbours_other",
            self.tr("Nearest training pictures of the other class"),
            self.tr("Under each picture: how far it is, in the last hidden layer"),
        )
        self.render_state(self._shown)


class _Distances:
    """Say how far each picture is."""

    def __init__(self, near: tuple[Neighbour, ...]) -> None:
        self._away = {one.index: one.distance for one in near}

    def __call__(self, number: int) -> tuple[str, str]:
        return short(self._away[number], 3), ""
