"""The tool of the Train page that runs races."""

from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.messages.races import CLAIMS, TITLES
from cnnviz.pages.train.presenters.lanes.race_presenter import RacePresenter
from cnnviz.pages.train.views.lanes.lane_words import outcome_said, race_text
from cnnviz.pages.train.views.lanes.lanes_view import LanesView
from cnnviz.pages.train.views.lanes.race_plan import RacePlan
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold


class RacesTool(Retranslated):
    """Choose a race, run it, and see what came out beside what is claimed."""

    IS_WIDE: ClassVar[bool] = True

    def __init__(self, presenter: RacePresenter, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("races_tool")
        self._presenter = presenter
        self.choice = FittingChoice(self)
        self.choice.addItems([""] * len(TITLES))
        self.start, self.stop = QPushButton(self), QPushButton(self)
        self._claim, self._outcome = QLabel(self), QLabel(self)
        self.plan = RacePlan(self)
        self.lanes = LanesView(presenter.maps, self)
        self._lay_out()
        self.choice.activated.connect(self._on_chosen)
        self.start.clicked.connect(self._on_start)
        self.stop.clicked.connect(presenter.stop)
        presenter.store.changed.connect(self._render)
        presenter.running_changed.connect(self._render)
        self._retranslate()

    def _lay_out(self) -> None:
        for label, name in (
            (self._claim, "race_claim"),
            (self._outcome, "race_outcome"),
        ):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._claim.setFont(half_bold(self._claim.font()))
        for widget in (self.choice, self.start, self.stop):
            widget.setMinimumHeight(tokens.HIT)
        self.choice.setMinimumWidth(tokens.HIT * 8)
        head = in_row(
            self.choice, self.start, self.stop, (self._claim, 1), gap=tokens.SPACE_M
        )
        self._claim.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        # The plan has the place of the runs while there are none.
        parts = head, self._outcome, (self.plan, 1), (self.lanes, 1)
        in_column(*parts, gap=tokens.SPACE_M, of=self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look which data are chosen now."""
        super().showEvent(event)
        self._render()

    @Slot()
    def _render(self) -> None:
        state = self._presenter.store.state
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(list(TITLES).index(state.key))
        self.choice.setEnabled(not state.is_active)
        self._claim.setText(
            self.tr("Claim: {claim}").format(claim=race_text(CLAIMS[state.key]))
        )
        self._render_buttons()
        self.plan.render_race(state.race, self._presenter.data)
        self.plan.setVisible(not state.lanes)
        self._outcome.setText(self._outcome_text())
        self.lanes.render_lanes(state.lanes)

    def _render_buttons(self) -> None:
        phase = self._presenter.store.state.phase
        words = {
            "running": (
                self.tr("&Pause race"),
                self.tr("Pause when the current batch is done"),
            ),
            "paused": (
                self.tr("&Resume race"),
                self.tr("Continue training from this batch"),
            ),
        }
        usual = (
            self.tr("&Start race"),
            self.tr("Train all networks of the race, a batch each in turn"),
        )
        text, tip = words.get(phase, usual)
        self.start.setText(text)
        set_names(self.start, "race_start", text.replace("&", ""), tip)
        held_up = not (self._presenter.is_running or self._presenter.may_start)
        self.start.setEnabled(phase not in ("preparing", "stopping") and not held_up)
        self.stop.setEnabled(phase in ("preparing", "running", "paused"))

    def _outcome_text(self) -> str:
        state = self._presenter.store.state
        if self._presenter.problem is not None:
            return sentence(self._presenter.problem)
        if state.phase == "preparing":
            return self.tr("Preparing the pictures and the networks…")
        if not state.lanes:
            return self.plan.words()
        found = state.outcome
        if found is None:
            return self.tr("What comes out will be here after the first epoch.")
        said = outcome_said(state.key, found)
        if not state.is_active:
            return said
        return self.tr("So far: {outcome}").format(outcome=said)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self._presenter.choose(list(TITLES)[index])

    @Slot()
    def _on_start(self) -> None:
        if self._presenter.store.state.phase == "running":
            self._presenter.pause()
        else:
            self._presenter.start()

    @override
    def _retranslate(self) -> None:
        with QSignalBlocker(self.choice):
            for index, title in enumerate(TITLES.values()):
                self.choice.setItemText(index, race_text(title))
        set_names(
            self.choice,
            "race_choice",
            self.tr("Race"),
            self.tr("Which networks learn beside each other"),
        )
        self.stop.setText(self.tr("S&top race"))
        set_names(
            self.stop,
            "race_stop",
            self.tr("Stop race"),
            self.tr("End the race and keep what was learned"),
        )
        self._render()
