"""The algorithm: nested loops at the step of now, and the line of PyTorch."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHideEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.code.execution import LoopStates
from cnnviz.engine.convolution.code.loops import Loops, loops_of
from cnnviz.engine.convolution.code.script import ScriptTexts, script_of
from cnnviz.engine.convolution.code.torch_line import torch_line
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.loop_times import LoopTimes
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.algorithm.code_view import CodeView
from cnnviz.pages.convolution.views.algorithm.loop_step_actions import InnerSteps
from cnnviz.pages.convolution.views.algorithm.loop_times_row import LoopTimesRow
from cnnviz.pages.convolution.views.stage.loop_state_view import MomentView
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_ROOM_FOR_CAPTION: Final = 800
"""Pixels of width from which the copy buttons have a caption beside them."""

_BUTTON_SHARES: Final = (2, 2, 3)
"""How the three buttons for copying share their row."""


class AlgorithmPanel(Retranslated):
    """Loops with the line and the values of now; PyTorch's line; both to be copied.

    Signals
    -------
    notified(text)
        What was done, for the status line.
    product_focused(channel, i, j)
        The hand went to an addition: channel of the picture and cell of the window;
        three times -1 before the first addition and after the last.
    timing_requested(operation)
        The loops shall be timed, beside libraries: `show_times` tells what came out.
    """

    notified = Signal(str)
    product_focused = Signal(int, int, int)
    timing_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._state: LabState | None = None
        self._rendered: LabState | None = None
        self._loops: Loops | None = None
        self._moments: LoopStates | None = None
        self._steps = InnerSteps(self)
        self._code = CodeView(self)
        self._torch_caption = FittingLabel(self)
        self._torch = CodeView(self, numbered=False)
        self._moment = MomentView(self._steps, self)
        self._copy_caption = QLabel(self)
        self._buttons = [QPushButton(self) for _ in range(3)]
        self._timing = LoopTimesRow(self)
        self._hint = QLabel(self)
        self._lay_out()
        self._timing.requested.connect(self._on_timing_requested)
        self._steps.moved.connect(self._on_moved)
        for button, slot in zip(
            self._buttons,
            (self._on_copy_loops, self._on_copy_line, self._on_copy_program),
            strict=True,
        ):
            button.clicked.connect(slot)
        self._retranslate()

    def _lay_out(self) -> None:
        self._buttons[0].setIcon(icon("copy"))
        shares = zip(self._buttons, _BUTTON_SHARES, strict=True)
        copying = in_row(self._copy_caption, *shares, gap=tokens.SPACE_S)
        upper = self._moment, self._torch_caption, (self._torch, 1)
        right = in_column(*upper, self._timing, copying, gap=tokens.SPACE_XS)
        shown = QWidget(self)
        in_row((self._code, 62), (right, 38), gap=tokens.SPACE_L, of=shown)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(shown)
        for label in (self._hint, self._torch_caption, self._copy_caption):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setMinimumHeight(248)

    def step_actions(self) -> Sequence[QAction]:
        """Return the actions of the inner loop, for the page to add to itself."""
        return self._steps.in_order()

    def render_state(self, state: LabState) -> None:
        """Show the algorithm at the state's step; hidden, only remember it."""
        self._state = state
        if self.isVisible():
            self._render(state)

    def _render(self, state: LabState) -> None:
        walk, old = state.walk, self._rendered
        self._rendered = state
        self._stack.setCurrentIndex(0 if walk is None else 1)
        if walk is None or state.step is None or state.outcome is None:
            self._moments = self._loops = None
            self._steps.render_step(0)
            return
        before = None if old is None else old.walk
        if (
            self._loops is None
            or before is None
            or walk.operation is not before.operation
            or walk.activation != before.activation
        ):
            self._loops = loops_of(walk.operation, walk.activation)
            self._code.render_code(self._loops.text.rstrip("\n"))
            self._torch.render_code(torch_line(walk.operation, walk.activation))
            self._timing.forget()
        elif old is not None and state.step is old.step:
            return
        self._moments = LoopStates(self._loops, walk, state.step, state.outcome)
        self._steps.render_step(self._moments.count)
        self._show_moment()

    def _show_moment(self) -> None:
        if self._moments is None or self._loops is None:
            return
        moment = self._moments.at(self._steps.moment)
        self._code.render_line(moment.line)
        self._moment.render_moment(moment, self._moments.additions, self._loops)

    @Slot()
    def _on_moved(self) -> None:
        self._show_moment()
        if self._moments is not None:
            product = self._moments.at(self._steps.moment).product
            self.product_focused.emit(*(product or (-1, -1, -1)))

    @Slot()
    def _on_timing_requested(self) -> None:
        walk = None if self._rendered is None else self._rendered.walk
        if walk is not None:
            self.timing_requested.emit(walk.operation)

    @Slot(object)
    def show_times(self, times: LoopTimes) -> None:
        """Tell how long loops and libraries take."""
        self._timing.show_times(times)

    @Slot(object)
    def show_no_times(self, error: CnnvizError) -> None:
        """Say why the loops could not be timed."""
        self._timing.forget()
        self.notified.emit(sentence(error))

    @Slot()
    def _on_copy_loops(self) -> None:
        if self._loops is not None:
            self._copy(self._loops.text, self.tr("The loops are copied."))

    @Slot()
    def _on_copy_line(self) -> None:
        if self._loops is not None:
            line = self._torch.toPlainText() + "\n"
            self._copy(line, self.tr("PyTorch line copied."))

    @Slot()
    def _on_copy_program(self) -> None:
        walk = None if self._rendered is None else self._rendered.walk
        if walk is None:
            return
        try:
            program = script_of(walk, _script_texts())
        except CnnvizError as error:
            self.notified.emit(sentence(error))
            return
        done = self.tr("Program copied. Paste it into a file and run it.")
        self._copy(program, done)

    def _copy(self, text: str, done: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.notified.emit(done)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The loops need the width more than a word that the buttons' tips say too.
        self._copy_caption.setVisible(self.width() >= _ROOM_FOR_CAPTION)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._steps.set_shown(True)
        if self._state is not None:
            self._render(self._state)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._steps.set_shown(False)

    @override
    def _retranslate(self) -> None:
        self.setObjectName("algorithm_panel")
        self._steps.retranslate()
        self._hint.setObjectName("algorithm_hint")
        self._hint.setText(self.tr("Choose or draw a picture to see its loops here."))
        tip = self.tr("The loops in Python; the current line is highlighted")
        set_names(self._code, "algorithm_code", self.tr("The loops in Python"), tip)
        library = {"library": "torch.nn.functional", "name": "F"}
        forms = (
            self.tr("The same in PyTorch, with {library} as {name}:"),
            self.tr("In PyTorch, {name} = {library}:"),
        )
        self._torch_caption.set_forms(tuple(form.format(**library) for form in forms))
        set_names(self._torch, "algorithm_torch", self.tr("The line of PyTorch"))
        self._copy_caption.setText(self.tr("Copy:"))
        self._name_buttons()
        self._show_moment()

    def _name_buttons(self) -> None:
        runnable = self.tr("Full program"), self.tr("Copy the full program")
        tip = self.tr("Copy a program that prints the numbers on the screen")
        texts = (
            ("copy_loops", self.tr("Loops"), self.tr("Copy the loops"), ""),
            ("copy_torch_line", self.tr("PyTorch"), self.tr("Copy PyTorch line"), ""),
            ("copy_program", *runnable, tip),
        )
        for button, (name, text, *names) in zip(self._buttons, texts, strict=True):
            button.setText(text)
            set_names(button, name, *names)
        # Narrower than the style would have them, but never narrower than their words.
        for button, share in zip(self._buttons, _BUTTON_SHARES, strict=True):
            words = button.fontMetrics().horizontalAdvance(button.text())
            icon_width = 0 if button.icon().isNull() else button.iconSize().width()
            button.setMinimumSize(
                max(tokens.HIT_WIDE * share, words + icon_width + 10), tokens.HIT
            )


def _script_texts() -> ScriptTexts:
    """Return what a copied program says."""
    texts = asdict(ScriptTexts())
    translate = QCoreApplication.translate
    return ScriptTexts(
        **{name: translate("CopiedProgram", text) for name, text in texts.items()}
    )
