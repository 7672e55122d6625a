"""Why the network answers what it answers, as a tool of the Draw page."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.why.explaining import Explanation, Method
from cnnviz.pages.draw.presenters.why.why_presenter import WhyPresenter, WhyState
from cnnviz.pages.draw.views.answer_tool import AnswerTool
from cnnviz.pages.draw.views.why.change_view import ChangeView
from cnnviz.pages.draw.views.why.explained_digit import (
    ExplainedDigit,
    in_plane,
    range_of,
)
from cnnviz.pages.draw.views.why.method_choice import MethodChoice
from cnnviz.pages.draw.views.why.neighbours_view import NeighboursView
from cnnviz.pages.draw.views.why.why_settings import WhySettings
from cnnviz.pages.draw.views.why.why_words import method_words
from cnnviz.state.picture.layer_pictures import PaletteName
from cnnviz.ui.class_text import class_word
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.page import set_names
from cnnviz.ui.plots.probability_columns import ProbabilityColumns
from cnnviz.ui.texts import plain, sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look
from cnnviz.ui.tiles.look_legend import LookLegend

_PALETTES: Final[dict[Method, PaletteName]] = {
    "occlusion": "diverging",
    "gradient": "sequential",
    "ink": "diverging",
    "grad_cam": "sequential",
    "change": "diverging",
}
_COLUMNS_HEIGHT: Final = (84, 140)
_ANY_HEIGHT: Final = 16_777_215  # Qt's largest


class WhyTool(AnswerTool):
    """Show one explanation of the answer, large, beside the ways to explain it."""

    def __init__(self, presenter: WhyPresenter, parent: QWidget) -> None:
        super().__init__(presenter, "why_tool", "first", parent)
        self._presenter = presenter
        self._title, self._hint = QLabel(self), QLabel(self)
        self._pictures = QStackedWidget(self)
        self.digit = ExplainedDigit(self)
        self.neighbours, self.change = NeighboursView(self), ChangeView(self)
        self._ends = FittingLabel(self), FittingLabel(self)
        self._legend = LookLegend(self)
        self._patch_words = FittingLabel(self)
        self.columns = ProbabilityColumns(self)
        self._side = ToolScroll(self)
        self._methods = MethodChoice(self._side.body)
        self._settings = WhySettings(presenter, self._side.body)
        self._does = QLabel(self._side.body)
        self._limits = QLabel(self._side.body)
        self._lay_out()
        self._methods.chosen.connect(presenter.choose_method)
        self.digit.patch_moved.connect(self._on_patch_moved)
        presenter.store.changed.connect(self._render)
        self._retranslate()

    def go(self, by: int) -> None:
        """Explain in the next way, or in the one before."""
        self._methods.go(by)

    def go_back(self) -> bool:
        """Take the patch away; whether there was one."""
        lies = self._presenter.store.state.at is not None
        self._presenter.move_patch(None)
        return lies

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        for label in (self._title, self._hint, self._does, self._limits):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        policy = QSizePolicy.Policy
        self._title.setSizePolicy(policy.Preferred, policy.Maximum)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._ends[1].setAlignment(Qt.AlignmentFlag.AlignRight)
        for picture in (self.digit, self.neighbours, self.change, self._hint):
            self._pictures.addWidget(picture)
        self.columns.setMinimumHeight(_COLUMNS_HEIGHT[0])
        self.columns.setMaximumHeight(_COLUMNS_HEIGHT[1])
        self._rest = QWidget(self)
        ends = in_row((self._ends[0], 1), (self._ends[1], 1), gap=tokens.SPACE_M)
        # The picture has all the room that it can use, then the columns.
        left = in_column(
            self._title,
            (self._pictures, 1000),
            ends,
            self._legend,
            self._patch_words,
            (self.columns, 20),
            (self._rest, 1),
            gap=tokens.SPACE_S,
        )
        self._side.fill(self._methods, self._settings, self._does, self._limits)
        in_row((left, 1), self._side, gap=tokens.SPACE_XL, of=self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(max(196, min(340, int(self.width() * 0.36))))
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        """Let the colours stand right below a digit, which is a square."""
        room = self.width() - self._side.width() - tokens.SPACE_XL
        is_square = self._pictures.currentWidget() is self.digit
        self._pictures.setMaximumHeight(room if is_square else _ANY_HEIGHT)
        self._rest.setVisible(is_square)

    @Slot(int, int)
    def _on_patch_moved(self, row: int, column: int) -> None:
        self._presenter.move_patch((row, column))

    @Slot()
    def _render(self) -> None:
        state = self._presenter.store.state
        self._methods.render_method(state.method)
        self._settings.render_state(state)
        names = self._names(state)
        words = method_words(state.method)
        self._does.setText(words.does.format(**names) if names else "")
        self._limits.setText(words.limits)
        self._title.setText(self._question(state))
        shown = state.explanation
        if shown is not None and shown.question.method != state.method:
            shown = None
        self._render_picture(state, shown)
        self._render_colours(state, shown, names)
        self._render_patch(state, shown)

    def _names(self, state: WhyState) -> dict[str, str]:
        """Return what the classes, and the layer, are called."""
        answer, label, other = state.answer, state.label, state.other
        if answer is None or answer.network is None or label is None or other is None:
            return {}
        labels = answer.network.current.network.labels
        layer = state.cam_layer
        return {
            "answer": class_word(labels, label),
            "other": class_word(labels, other),
            "layer": "" if layer is None else plain(layer_label(layer[0])),
        }

    def _question(self, state: WhyState) -> str:
        names = self._names(state)
        if not names:
            return " "
        asks = self.tr("Why {answer}, and not {other}?")
        judgement = None if state.answer is None else state.answer.judgement
        if judgement is not None and not judgement.digit:
            asks = self.tr(
                "If the network had to choose: why {answer}, and not {other}?"
            )
        return asks.format(**names)

    def _render_picture(self, state: WhyState, shown: Explanation | None) -> None:
        place: QWidget = self.digit
        if state.answer is None or state.error is not None:
            place = self._hint
            self._hint.setText(
                self.tr("Draw a digit to see here why the network reads it that way.")
                if state.error is None
                else sentence(state.error)
            )
        elif state.method == "grad_cam" and not state.layers:
            place = self._hint
            self._hint.setText(self.tr("This network has no maps to look at."))
        elif state.method == "nearest":
            place = self.neighbours
        elif state.method == "change":
            place = self.change
        self._pictures.setCurrentWidget(place)
        self._fit_pictures()
        self.neighbours.render_state(
            shown if place is self.neighbours else None, state.comparing
        )
        self.change.render_state(shown if place is self.change else None)
        if place is self.digit and state.answer is not None:
            if shown is None:
                self.digit.render_digit(state.answer.seen)
            else:
                pixels, palette = shown.pixels_hw, _PALETTES[state.method]
                self.digit.render_digit(shown.question.seen, pixels, palette)

    def _render_colours(
        self, state: WhyState, shown: Explanation | None, names: dict[str, str]
    ) -> None:
        pixels = _coloured(shown)
        words = method_words(state.method)
        has_colours = state.method in _PALETTES
        for part in (*self._ends, self._legend):
            part.setVisible(has_colours)
        for label, text in zip(self._ends, (words.low, words.high), strict=True):
            label.setText(text.format(**names) if names and text else "")
        if shown is None and names and has_colours:
            self._ends[0].setText(self.tr("Computing…"))
        self._colour_ends(signed=bool(words.low))
        if pixels is not None and has_colours:
            palette = _PALETTES[state.method]
            low, high = range_of(pixels, is_signed=palette == "diverging")
            self._legend.render_range(palette, low, high)

    def _colour_ends(self, *, signed: bool) -> None:
        colours = look(self.palette())
        inks = (colours.negative, colours.positive)
        for label, ink in zip(self._ends, inks, strict=True):
            palette = QPalette(self.palette())
            role = QPalette.ColorRole.WindowText
            palette.setColor(role, ink if signed else colours.ink_2)
            label.setPalette(palette)

    def _render_patch(self, state: WhyState, shown: Explanation | None) -> None:
        occlusion = None if shown is None else shown.occlusion
        is_occlusion = state.method == "occlusion" and occlusion is not None
        self.columns.setVisible(state.method == "occlusion")
        self._patch_words.setVisible(state.method == "occlusion")
        if not is_occlusion or occlusion is None or shown is None:
            self.digit.render_patch(0, 0, None)
            return
        # The patch that was computed: of the one just chosen nothing is known yet.
        is_known = shown.question.patch == state.patch
        at = state.at if is_known else None
        self.digit.render_patch(shown.question.patch, shown.question.fill, at)
        shares = occlusion.probabilities(at)
        labels = shown.question.network.current.network.labels
        self.columns.render_state(labels, shares)
        if at is None:
            self._patch_words.setText(
                self.tr("Drag a patch over the digit: the answer follows.")
            )
        elif shares is not None:
            best = int(shares.argmax())
            text = self.tr("With the patch here: {label} ({share})")
            share = sure_percent(float(shares[best]))
            self._patch_words.setText(
                text.format(label=class_word(labels, best), share=share)
            )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_limits"):
            self._render()

    @override
    def _retranslate(self) -> None:
        set_names(
            self.digit,
            "why_digit",
            self.tr("The digit with its explanation"),
            self.tr(
                "The outline is the digit. With Occlusion, drag a patch over it, or "
                "move it with Shift and the arrow keys; Esc takes it away."
            ),
        )
        set_names(
            self.columns,
            "why_columns",
            self.tr("Probability of each class with the patch"),
        )
        set_names(
            self._legend,
            "why_legend",
            self.tr("Scale of the colours"),
            self.tr(
                "The lead of one class over the other: the difference of their logits, "
                "which softmax turns into probabilities. 2.3 is ten times as probable."
            ),
        )
        self._render()


def _coloured(shown: Explanation | None) -> NDArray[np.floating] | None:
    if shown is None:
        return None
    if shown.change is not None:
        return in_plane(shown.change.change)
    return shown.pixels_hw
