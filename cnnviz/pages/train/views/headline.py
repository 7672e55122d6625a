"""The run speaks: what it says of itself at the top of the Train page, and ways out."""

from typing import Final

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cnnviz.pages.train.views.headline_words import headline, way_words
from cnnviz.state.level import set_level
from cnnviz.state.run.run_findings import RunFindings, WayOut, ways_out
from cnnviz.state.run.run_state import Run
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, in_pixels

_WAYS: Final[tuple[WayOut, ...]] = (
    "go_on",
    "go_back",
    "adam",
    "smaller_rate",
    "larger_rate",
    "more_pictures",
    "dropout",
    "augmentation",
    "weight_decay",
    "compare",
    "stop",
)
"""In the order in which they stand."""

_MOST: Final = 3
"""Beside stopping and going on: more buttons in a row are too many to choose from, and too wide."""

_ALWAYS: Final = ("go_on", "stop")


class Headline(Retranslated):
    """Say in one sentence how the run goes, with its numbers below, and offer ways out.

    Signals
    -------
    way_chosen(way)
        One of the ways out: a ``WayOut``.
    """

    way_chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, beside: QWidget | None = None
    ) -> None:
        """Stand at the left of ``beside``; the ways out have the whole width below."""
        super().__init__(parent)
        set_level(self, "first")
        self._run, self._beside = Run(), beside
        self._findings = RunFindings()
        self._sentence, self._numbers = FittingLabel(self), FittingLabel(self)
        self._clicked = QSignalMapper(self)
        self._buttons = {way: self._button(way) for way in _WAYS}
        self._more, self._menu = QToolButton(self), QMenu(self)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMinimumHeight(tokens.HIT)
        self._more.hide()
        self._rest: tuple[WayOut, ...] = ()
        self._lay_out()
        self._clicked.mappedString.connect(self.way_chosen)
        self._retranslate()

    def _button(self, way: WayOut) -> QPushButton:
        button = QPushButton(self)
        button.setMinimumHeight(tokens.HIT)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.hide()
        self._clicked.setMapping(button, way)
        button.clicked.connect(self._clicked.map)
        return button

    def _lay_out(self) -> None:
        self.set_flat(False)
        self._sentence.setObjectName("run_sentence")
        self._numbers.setObjectName("run_numbers")
        for label in (self._sentence, self._numbers):
            label.setTextFormat(Qt.TextFormat.PlainText)
        said = in_column(self._sentence, self._numbers, gap=tokens.SPACE_XXS)
        head = in_row((said, 1), gap=tokens.SPACE_XL)
        head.setAlignment(said, Qt.AlignmentFlag.AlignTop)
        if self._beside is not None:
            head.addWidget(self._beside)
        # A row that takes no room while it is empty.
        *ways, stop = self._buttons.values()
        row = in_row(*ways, self._more, stop, (None, 1), gap=tokens.SPACE_M)
        in_column(head, row, gap=tokens.SPACE_S, of=self)

    def set_flat(self, flat: bool) -> None:
        """Take less height, in low windows."""
        sizes = tokens.TITLE_PX, tokens.TEXT_PX
        if not flat:
            sizes = tokens.SAY_PX, tokens.VALUE_PX
        self._sentence.setFont(bold(in_pixels(self.font(), sizes[0])))
        self._numbers.setFont(in_pixels(self.font(), sizes[1]))

    def render_run(self, run: Run) -> None:
        """Say how a run goes; the same one again changes nothing."""
        if run is not self._run:
            self._run = run
            self._render()

    def _render(self) -> None:
        run = self._run
        found = self._findings.of(run)
        first = found[0] if found else None
        sentence, numbers = headline(run, first)
        if self._sentence.text() != sentence:
            self._sentence.setText(sentence)
        self._numbers.set_forms(_forms(numbers))
        # Where the line is cut, the pointer reads it; what else was found is there, too.
        more = (" ".join(headline(run, finding)) for finding in found[1:])
        set_tip(self._numbers, "\n".join((numbers, *more)))
        offered = () if first is None else ways_out(run, first)
        between = [way for way in offered if way not in _ALWAYS]
        self._offer_rest(tuple(between[_MOST:]))
        for way, button in self._buttons.items():
            is_shown = way in offered and way not in self._rest
            if is_shown:
                self._name(way, button)
            button.setVisible(is_shown)

    def _offer_rest(self, rest: tuple[WayOut, ...]) -> None:
        """Put ways out that have no room in the row into a menu at its end."""
        self._more.setVisible(bool(rest))
        if rest == self._rest:
            return
        self._rest = rest
        self._menu.clear()
        for way in rest:
            text, tip = way_words(way, self._run)
            action = self._menu.addAction("")
            set_names(action, f"more_way_{way}", text.replace("&", "&&"), tip)
            self._clicked.setMapping(action, way)
            action.triggered.connect(self._clicked.map)

    def _name(self, way: WayOut, button: QPushButton) -> None:
        text, tip = way_words(way, self._run)
        if button.text() != text:
            button.setText(text)
            set_names(button, f"way_{way}", text, tip)

    @override
    def _retranslate(self) -> None:
        self._rest = ()
        self._more.setText(self.tr("More ways out"))
        set_names(
            self._more,
            "more_ways",
            self.tr("More ways out"),
            self.tr("What else can be done about it"),
        )
        for way, button in self._buttons.items():
            button.setText("")
            self._name(way, button)
        self._render()


def _forms(numbers: str) -> tuple[str, ...]:
    """Return a line at several lengths: what is in its middle goes first, then its end."""
    joint = " · " if " · " in numbers else ". "
    parts = numbers.split(joint)
    shorter = (parts[0], parts[-1]), (parts[0],)
    ended = [joint.join(each) for each in shorter[: len(parts) - 1]]
    if joint == ". ":
        ended = [text.rstrip(".") + "." for text in ended]
    return (numbers, *ended)
