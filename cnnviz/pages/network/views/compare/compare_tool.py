"""The tool that sets another picture, or another network, beside what is shown."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.network.model.comparison import ComparisonAnswer
from cnnviz.pages.network.presenters.comparison import (
    PICTURES,
    ComparisonPresenter,
    ComparisonState,
    View,
)
from cnnviz.pages.network.views.compare.answer_bars import AnswerBars
from cnnviz.pages.network.views.compare.compare_words import (
    change_line,
    comparison_note,
    network_choice,
    picture_choice,
)
from cnnviz.pages.network.views.compare.curve_card import CurveCard
from cnnviz.pages.network.views.compare.map_pair import MapPair
from cnnviz.pages.network.views.compare.placement_sliders import PlacementSliders
from cnnviz.pages.network.views.opening_bar import OpeningBar
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.page import HearsLanguage, set_names

_VIEWS: Final[tuple[View, ...]] = ("beside", "difference")


class CompareTool(HearsLanguage, ToolScroll):
    """Choose what is compared; see both answers, and how they change on the way."""

    def __init__(self, presenter: ComparisonPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("compare_tool")
        self._presenter = presenter
        self._offered: tuple[object, ...] = ()
        body = self.body
        self._labels = [QLabel(body) for _ in range(3)]
        self.networks = FittingChoice(body)
        self.pictures = FittingChoice(body)
        self.views = FittingChoice(body)
        self.sliders = PlacementSliders(body)
        self._opening = OpeningBar("opening_second", body, stacked=True)
        self._note, self._answers = QLabel(body), QLabel(body)
        self.pair = MapPair(body)
        self.bars = AnswerBars(body)
        self.curve = CurveCard(presenter, body)
        choices = self.networks, self.pictures, self.views
        for label, choice in zip(self._labels, choices, strict=True):
            label.setBuddy(choice)
            choice.setMinimumContentsLength(1)
        self._note.setWordWrap(True)
        self._answers.setWordWrap(True)
        network, picture, view = zip(self._labels, choices, strict=True)
        self.fill(
            *network, self._opening, *picture, self.sliders, *view, self._note,
            self.pair, self._answers, self.bars, self.curve,
        )  # fmt: skip
        self._retranslate()
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        self.networks.activated.connect(self._on_network_chosen)
        self.pictures.activated.connect(self._on_picture_chosen)
        self.views.activated.connect(self._on_view_chosen)
        self._opening.cancelled.connect(presenter.cancel_opening)
        self.sliders.placed.connect(presenter.place)
        presenter.store.changed.connect(self.show_newest)
        presenter.network.store.changed.connect(self.show_newest)
        presenter.choices.store.changed.connect(self.show_newest)

    @Slot()
    def show_newest(self) -> None:
        """Show what is compared and what came of it, while the tool is open."""
        state, page = self._presenter.store.state, self._presenter.network.store.state
        if not state.is_on:
            return
        self._fill_networks(state)
        self._opening.render_progress(state.opening)
        with QSignalBlocker(self.pictures), QSignalBlocker(self.views):
            self.pictures.setCurrentIndex(PICTURES.index(state.picture))
            self.views.setCurrentIndex(_VIEWS.index(state.view))
        if state.answer is not None:
            _, height, width = state.answer.second.network.input_chw
            self.sliders.set_picture_size((height, width))
        self.sliders.render_placement(state.placement)
        note = comparison_note(state)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.pair.render_pair(state.answer, page)
        self._render_answers(state.answer)
        self.curve.render_state(state)

    def _render_answers(self, answer: ComparisonAnswer | None) -> None:
        self._answers.setVisible(answer is not None)
        self.bars.setVisible(answer is not None)
        if answer is None:
            return
        self._answers.setText(change_line(answer))
        first, second = answer.question.first, answer.second
        comparable = answer.same_answers
        self.bars.render_answers(
            first.network.labels,
            first.trace.probabilities if comparable else None,
            second.trace.probabilities if comparable else None,
        )

    def _fill_networks(self, state: ComparisonState) -> None:
        """Offer the same network and all others; anew only where these changed."""
        offered = (None, *self._presenter.networks())
        with QSignalBlocker(self.networks):
            if offered != self._offered:
                self._offered = offered
                beside = self._presenter.network.store.state.answering
                self.networks.clear()
                self.networks.addItem(self.tr("The same network"))
                for network in offered[1:]:
                    assert network is not None
                    self.networks.addItem(network_choice(network, beside))
            known = state.network in offered
            index = offered.index(state.network) if known else 0
            self.networks.setCurrentIndex(index)

    @Slot(int)
    def _on_network_chosen(self, index: int) -> None:
        self._presenter.use_network((None, *self._presenter.networks())[index])

    @Slot(int)
    def _on_picture_chosen(self, index: int) -> None:
        self._presenter.use_picture(PICTURES[index])

    @Slot(int)
    def _on_view_chosen(self, index: int) -> None:
        self._presenter.view_as(_VIEWS[index])

    @override
    def _retranslate(self) -> None:
        words = self.tr("Second network"), self.tr("Second picture"), self.tr("Below")
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        tips = (
            self.tr("Who answers beside the first network"),
            self.tr("What the second network sees"),
            self.tr("Show the second network below the first, or what is different"),
        )
        names = "compare_network", "compare_picture", "compare_view"
        choices = self.networks, self.pictures, self.views
        for choice, name, word, tip in zip(choices, names, words, tips, strict=True):
            set_names(choice, name, word, tip)
        with QSignalBlocker(self.pictures), QSignalBlocker(self.views):
            self.pictures.clear()
            self.pictures.addItems([picture_choice(each) for each in PICTURES])
            self.views.clear()
            self.views.addItems([self.tr("The second"), self.tr("The difference")])
        self._offered = ()
        self.show_newest()
