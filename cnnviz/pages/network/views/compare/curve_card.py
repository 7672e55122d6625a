"""How the answer changes while the picture is moved: a curve with its words."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.pages.network.model.comparison import AnswerCurve
from cnnviz.pages.network.presenters.comparison import (
    ComparisonPresenter,
    ComparisonState,
)
from cnnviz.pages.network.views.compare.compare_words import axis_words
from cnnviz.pages.network.views.compare.placement_sliders import AXES
from cnnviz.ui.class_text import class_word
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.plots.answer_plot import AnswerPlot, PlottedAnswers, strongest_two
from cnnviz.ui.plots.curve_swatch import CurveSwatch
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import theme_of


class CurveCard(Retranslated):
    """Plot the probabilities over shift, turn or scale, and name the two strongest."""

    def __init__(self, presenter: ComparisonPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._drawn: AnswerCurve | None = None
        self._title = QLabel(self)
        self.axes = FittingChoice(self)
        self.axes.setMinimumContentsLength(1)
        self._title.setBuddy(self.axes)
        self.plot = AnswerPlot(self)
        self._swatches = [
            CurveSwatch(tokens.LINE_STRONG, dot=False, parent=self) for _ in range(2)
        ]
        self._names = [QLabel(self) for _ in range(2)]
        self._dashed = QLabel(self)
        self._dashed.setWordWrap(True)
        pairs = zip(self._swatches, self._names, strict=True)
        parts = [part for pair in pairs for part in pair]
        legend = in_row(*parts, (None, 1), gap=tokens.SPACE_S)
        in_column(
            self._title, self.axes, self.plot, legend, self._dashed,
            gap=tokens.SPACE_S, of=self,
        )  # fmt: skip
        self.axes.activated.connect(self._on_axis_chosen)
        self._retranslate()

    def render_state(self, state: ComparisonState) -> None:
        """Draw the newest curve, and mark where the picture lies."""
        with QSignalBlocker(self.axes):
            self.axes.setCurrentIndex(AXES.index(state.axis))
        self.plot.set_marked(getattr(state.placement, state.axis))
        if state.curve is not self._drawn:
            self._drawn = state.curve
            self._draw(state.curve)
        self._say()

    def _draw(self, curve: AnswerCurve | None) -> None:
        if curve is None:
            self.plot.draw(None)
            return
        labels = curve.question.opened[0].network.labels
        shares = tuple(
            each
            for each, opened in zip(curve.answers, curve.question.opened, strict=True)
            if each is not None and opened.network.labels == labels
        )
        strong = strongest_two(shares) if shares else ()
        made = PlottedAnswers(curve.places, shares, strong) if shares else None
        self.plot.name_classes([class_word(labels, at) for at in range(len(labels))])
        self.plot.draw(made)
        for name, swatch, label in zip(
            self._names, self._swatches, strong, strict=False
        ):
            name.setText(class_word(labels, label))
            swatch.show()

    def _say(self) -> None:
        """Name the axes and the curves."""
        state = self._presenter.store.state
        x_label, title = axis_words(state.axis), self.tr("Answer over the place")
        self.plot.set_texts(title, x_label, self.tr("Probability"))
        inks = tokens.PLOT_INKS[theme_of(self.palette())]
        shown = self.plot.shown
        for index, (swatch, name) in enumerate(
            zip(self._swatches, self._names, strict=True)
        ):
            swatch.set_colour(QColor(inks[index]))
            is_there = shown is not None and index < len(shown.strong)
            swatch.setVisible(is_there)
            name.setVisible(is_there)
        text = self.tr("Computing…") if self._drawn is None else ""
        if state.curve_error is not None:
            text = sentence(state.curve_error)
        if shown is None and self._drawn is not None:
            text = self.tr("The numbers of this network are not probabilities.")
        elif shown is not None and len(shown.shares) > 1:
            text = self.tr("Solid: the first network. Dashed: the second.")
        self._dashed.setText(text)
        self._dashed.setVisible(bool(text))

    @Slot(int)
    def _on_axis_chosen(self, index: int) -> None:
        self._presenter.use_axis(AXES[index])

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The answer while the picture is moved"))
        set_names(
            self.axes,
            "curve_axis",
            self.tr("Along what the picture is moved"),
            self.tr("Along what the picture is moved for the curve"),
        )
        with QSignalBlocker(self.axes):
            self.axes.clear()
            self.axes.addItems([axis_words(axis) for axis in AXES])
        self._say()
