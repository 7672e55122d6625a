"""One training step, opened: the tool in the place of the curves."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from typing_extensions import override

from cnnviz.pages.train.model.step_state import StepPart, StepState
from cnnviz.pages.train.presenters.opened_steps import OpenedSteps
from cnnviz.pages.train.views.step.kernel_part import KernelPart
from cnnviz.pages.train.views.step.loss_table import LossTable
from cnnviz.pages.train.views.step.maps_part import MapsPart
from cnnviz.pages.train.views.step.step_head import StepHead
from cnnviz.pages.train.views.step.step_words import loss_sentence
from cnnviz.pages.train.views.step.update_part import UpdatePart
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.state.level import set_level
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Retranslated
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels


class StepTool(Retranslated):
    """Show forward, loss, backward and update of one step, one after the other.

    Signals
    -------
    notified(text)
        What is pointed at, for the status line.
    """

    IS_WIDE = IS_TALL = True

    notified = Signal(str)

    def __init__(
        self, presenter: OpenedSteps, actions: TrainActions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("step_tool")
        self._presenter, self._actions = presenter, actions
        self.head = StepHead(self)
        self._hint, self._loss_said = QLabel(self), QLabel(self)
        self._loss_part = QWidget(self)
        self.loss = LossTable(self._loss_part)
        self.forward = MapsPart(self, of_gradients=False)
        self.backward = MapsPart(self, of_gradients=True)
        self.kernel = KernelPart(actions, self)
        self.update_part = UpdatePart(self)
        self._stack = QStackedWidget(self)
        self._pages: dict[StepPart, QWidget] = {
            "forward": self.forward,
            "loss": self._loss_part,
            "backward": self.backward,
            "kernel": self.kernel,
            "update": self.update_part,
        }
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self._hint.setObjectName("step_hint")
        self._hint.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._loss_said.setObjectName("step_loss")
        self._loss_said.setWordWrap(True)
        self._loss_said.setFont(half_bold(self._loss_said.font()))
        parts = self._loss_said, (self.loss, 1)
        in_column(*parts, gap=tokens.SPACE_M, of=self._loss_part)
        for page in (self._hint, *self._pages.values()):
            self._stack.addWidget(page)
        in_column(self.head, (self._stack, 1), gap=tokens.SPACE_M, of=self)

    def _connect(self) -> None:
        presenter, head, actions = self._presenter, self.head, self._actions
        head.part_chosen.connect(presenter.show_part)
        head.label_chosen.connect(presenter.choose_label)
        head.layer_chosen.connect(presenter.choose_layer)
        head.newest_wanted.connect(presenter.take_newest)
        for part in (self.kernel, self.update_part):
            part.picker.tile_chosen.connect(presenter.choose_tile)
        self.update_part.cell_chosen.connect(presenter.choose_cell)
        self.kernel.unit_view.output_cell_chosen.connect(presenter.choose_cell)
        for notifying in (self.forward.view, self.backward.view, self.kernel):
            notifying.notified.connect(self.notified)
        actions.gradient_back.triggered.connect(presenter.back)
        actions.gradient_play.triggered.connect(presenter.toggle_play)
        actions.gradient_forward.triggered.connect(presenter.forward)
        presenter.playing_changed.connect(actions.render_playing)
        presenter.store.changed.connect(self._on_changed)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Jump instead of gliding, or not."""
        self.kernel.unit_view.set_reduced_motion(reduced)
        for part in (self.forward, self.backward):
            part.view.zoom.reduced_motion = reduced

    def go_back(self) -> bool:
        """Close the map that is open in its place; whether there was any."""
        front = self._stack.currentWidget()
        if isinstance(front, MapsPart) and front.view.opened is not None:
            front.view.close_map()
            return True
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.set_watched(True)
        self._render(self._presenter.store.state)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._presenter.set_watched(False)
        self._actions.render_steps(False)

    @Slot(object, object)
    def _on_changed(self, new: StepState, _old: StepState) -> None:
        if self.isVisible():
            self._render(new)

    def _render(self, state: StepState) -> None:
        self.head.render_state(state)
        self._actions.render_steps(state.part == "kernel" and state.answer is not None)
        answer = state.answer
        if answer is None:
            self._hint.setText(self._hint_text(state))
            self._stack.setCurrentWidget(self._hint)
            return
        match state.part:
            case "forward":
                self.forward.render_pictures(answer.forward)
            case "loss":
                self._loss_said.setText(loss_sentence(state))
                self.loss.render_step(answer.opened)
            case "backward":
                self.backward.render_pictures(answer.backward)
            case "kernel":
                self.kernel.render_state(state)
            case "update":
                self.update_part.render_state(state)
        self._stack.setCurrentWidget(self._pages[state.part])

    def _hint_text(self, state: StepState) -> str:
        if state.problem is not None:
            return sentence(state.problem)
        match state.lacks:
            case "picture":
                return self.tr(
                    "Draw a digit on the Draw page: the step is taken on your drawing."
                )
            case "answer":
                return self.tr("The step is being taken…")
            case _:
                return self.tr(
                    "Click Start, or train one batch: then you can see every number of a "
                    "step here."
                )

    @override
    def _retranslate(self) -> None:
        if self.isVisible():
            self._render(self._presenter.store.state)
