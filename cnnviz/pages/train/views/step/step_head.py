"""Which part of a step is seen, of which moment and layer, and what would be right."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from cnnviz.pages.train.model.step_state import (
    PARTS,
    StepPart,
    StepState,
    layers_to_choose,
)
from cnnviz.pages.train.views.step.step_words import part_tip, part_title
from cnnviz.ui.class_text import class_words
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class StepHead(Retranslated):
    """A button a part, the right class, the layer, and the moment of the step.

    Signals
    -------
    part_chosen(part), label_chosen(label), layer_chosen(name)
        Another one shall be seen.
    newest_wanted()
        The step of the moment that is looked at now shall be taken.
    """

    part_chosen = Signal(str)
    label_chosen = Signal(int)
    layer_chosen = Signal(str)
    newest_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = StepState()
        self._group = QButtonGroup(self)
        self._parts: dict[StepPart, QToolButton] = {}
        for index, part in enumerate(PARTS):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumHeight(tokens.HIT)
            self._group.addButton(button, index)
            self._parts[part] = button
        self._moment = FittingLabel(self)
        self._moment.setObjectName("step_moment")
        self.newest = QPushButton(self)
        self.label, self.layer = FittingChoice(self), FittingChoice(self)
        self._label_word, self._layer_word = QLabel(self), QLabel(self)
        self._lay_out()
        self._group.idClicked.connect(self._on_part_clicked)
        self.label.activated.connect(self.label_chosen)
        self.layer.activated.connect(self._on_layer_activated)
        self.newest.clicked.connect(self.newest_wanted)
        self._retranslate()

    def _lay_out(self) -> None:
        for word, choice in (
            (self._label_word, self.label),
            (self._layer_word, self.layer),
        ):
            word.setBuddy(choice)
            choice.setMinimumSize(tokens.SPACE_SIGN * 2, tokens.HIT)
        self.newest.setMinimumHeight(tokens.HIT)
        in_row(
            in_row(*self._parts.values(), gap=tokens.SPACE_XS),
            (self._moment, 1),
            self.newest,
            in_row(self._layer_word, self.layer, gap=tokens.SPACE_S),
            in_row(self._label_word, self.label, gap=tokens.SPACE_S),
            gap=tokens.SPACE_L,
            of=self,
        )

    def render_state(self, state: StepState) -> None:
        """Show what is chosen."""
        old, self._state = self._state, state
        self._parts[state.part].setChecked(True)
        if state.answer is not old.answer:
            self._fill()
        with QSignalBlocker(self.layer):
            self.layer.setCurrentIndex(self.layer.findData(state.layer))
        of_weights = state.part in ("kernel", "update")
        has_answer = state.answer is not None
        for part in (self._layer_word, self.layer):
            part.setVisible(has_answer and of_weights)
        for part in (self._label_word, self.label):
            part.setVisible(has_answer)
        self._write_moment()

    def _fill(self) -> None:
        """Offer the classes and the layers of the network."""
        answer = self._state.answer
        with QSignalBlocker(self.label), QSignalBlocker(self.layer):
            self.label.clear()
            self.layer.clear()
            if answer is None:
                return
            network = answer.opened.network
            self.label.addItems(class_words(network.labels))
            self.label.setCurrentIndex(int(answer.opened.labels_n[0]))
            for name in layers_to_choose(network):
                self.layer.addItem(layer_label(name), name)
            self.layer.setCurrentIndex(self.layer.findData(self._state.layer))

    def _write_moment(self) -> None:
        answer = self._state.answer
        self._moment.setText("")
        is_older = False
        if answer is not None:
            step = answer.question.step
            text = self.tr("The step after batch {batch}")
            if step == 0:
                text = self.tr("The first step")
            self._moment.setText(text.format(batch=whole(step)))
            is_older = step != self._state.moment
        self.newest.setVisible(is_older)

    @Slot(int)
    def _on_part_clicked(self, index: int) -> None:
        self.part_chosen.emit(PARTS[index])

    @Slot(int)
    def _on_layer_activated(self, index: int) -> None:
        self.layer_chosen.emit(self.layer.itemData(index))

    @override
    def _retranslate(self) -> None:
        for part, button in self._parts.items():
            button.setText(part_title(part))
            set_names(button, f"step_part_{part}", part_title(part), part_tip(part))
        self._label_word.setText(self.tr("Right answer"))
        self._layer_word.setText(self.tr("Layer"))
        tip = self.tr("Which class the picture shows: the loss is measured by it")
        set_names(self.label, "step_label", self.tr("Right answer"), tip)
        tip = self.tr("Whose weights are looked at")
        set_names(self.layer, "step_layer", self.tr("Layer"), tip)
        self.newest.setText(self.tr("Take this moment's step"))
        tip = self.tr("The training has gone on since: take the current step")
        set_names(self.newest, "step_newest", self.newest.text(), tip)
        for index in range(self.layer.count()):
            self.layer.setItemText(index, layer_label(self.layer.itemData(index)))
        self._write_moment()
