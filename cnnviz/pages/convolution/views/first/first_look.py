"""The first look: say the next number of a small convolution before it is shown."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.convolution.exercises import EXERCISES
from cnnviz.pages.convolution.model.first.exercise_state import ExerciseState
from cnnviz.pages.convolution.presenters.exercise_presenter import ExercisePresenter
from cnnviz.pages.convolution.views.first.answer_row import AnswerRow
from cnnviz.pages.convolution.views.first.exercise_grids import ExerciseGrids
from cnnviz.pages.convolution.views.first.exercise_words import (
    exercise_title,
    place_words,
    spoken,
)
from cnnviz.pages.convolution.views.first.progress_dots import ProgressDots
from cnnviz.pages.convolution.views.inspector.kernel.kernel_icon import kernel_icon
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, in_pixels
from cnnviz.ui.theme.icons import icon

_WIDE: Final = 1000
_HIGH: Final = 620


class FirstLook(Retranslated):
    """One question in large letters, three grids, an answer, and the way to a drawing.

    Signals
    -------
    drawing_wanted()
        The pupil wants to draw a picture.
    """

    drawing_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first_look")
        set_level(self, "first")
        self.presenter = ExercisePresenter(self)
        self._sentence, self._below = FittingLabel(self), FittingLabel(self)
        self._grids = ExerciseGrids(self)
        self._answer = AnswerRow(self)
        self._back, self._on = (
            tool_button(self, "step_back"),
            tool_button(self, "step_forward"),
        )
        self._play = tool_button(self, "play")
        self._place, self._dots = QLabel(self), ProgressDots(self)
        self._kernels = QMenu(self)
        self._other, self._draw = QToolButton(self), QPushButton(icon("draw"), "", self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self._below.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for button in (self._back, self._play, self._on):
            button.setFixedSize(tokens.HIT_LARGE, tokens.HIT_LARGE)
        for way in (self._other, self._draw):
            way.setMinimumHeight(tokens.HIT_LARGE)
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._other.setToolButtonStyle(beside)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        walk = self._back, self._play, self._on, self._place, self._dots
        ways = (None, 1), self._other, self._draw
        foot = in_row(*walk, *ways, gap=tokens.SPACE_M)
        said = in_column(self._sentence, self._below, gap=tokens.SPACE_XXS)
        parts = said, (self._grids, 1), line, self._answer, foot
        self._column = in_column(*parts, gap=tokens.SPACE_L, of=self)
        self._fit()

    def _fit(self) -> None:
        """Take less room around and smaller letters in small windows."""
        is_wide, is_high = self.width() >= _WIDE, self.height() >= _HIGH
        across = tokens.SPACE_XXXL if is_wide else tokens.SPACE_L
        down = tokens.SPACE_XXL if is_high else tokens.SPACE_S
        self._column.setContentsMargins(across, down, across, down)
        self._column.setSpacing(tokens.SPACE_L if is_high else tokens.SPACE_S)
        sizes = tokens.TITLE_PX, tokens.VALUE_PX
        if is_high:
            sizes = tokens.SAY_PX, tokens.TITLE_PX
        self._sentence.setFont(bold(in_pixels(self.font(), sizes[0])))
        self._below.setFont(in_pixels(self.font(), sizes[1]))

    def _connect(self) -> None:
        presenter, answer = self.presenter, self._answer
        presenter.store.changed.connect(self._on_changed)
        self._grids.cell_chosen.connect(presenter.look_at)
        answer.said.connect(presenter.answer)
        answer.went_on.connect(presenter.go_on)
        answer.drawing_wanted.connect(self.drawing_wanted)
        self._back.clicked.connect(presenter.go_back)
        self._on.clicked.connect(presenter.go_on)
        self._play.clicked.connect(presenter.toggle_play)
        self._draw.clicked.connect(self.drawing_wanted)
        self._other.clicked.connect(self._on_other_clicked)
        self._kernels.triggered.connect(self._on_kernel_chosen)
        for exercise in EXERCISES:
            action = self._kernels.addAction(kernel_icon(exercise.kernel_hw), "")
            action.setData(exercise.key)
        for key, does in (
            (Qt.Key.Key_Left, presenter.go_back),
            (Qt.Key.Key_Right, presenter.go_on),
            (Qt.Key.Key_Space, presenter.toggle_play),
            (Qt.Key.Key_Up, partial(answer.count, 1)),
            (Qt.Key.Key_Down, partial(answer.count, -1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def give_focus(self) -> None:
        """Let what is typed be the answer."""
        self._answer.field.setFocus()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let nothing move, or let it."""
        self._grids.flight.set_reduced_motion(reduced)

    @Slot(object, object)
    def _on_changed(self, new: ExerciseState, _old: ExerciseState) -> None:
        self._render(new)

    def _render(self, state: ExerciseState) -> None:
        sentence, below = spoken(state)
        self._sentence.set_forms((sentence,))
        self._below.set_forms((below,))
        self._grids.render_state(state)
        self._answer.render_state(state)
        self._dots.render_state(state)
        self._place.setText(place_words(state))
        self._back.setEnabled(state.position > 0)
        self._on.setEnabled(not state.is_asked and not state.is_done)
        self._play.setIcon(icon("pause" if state.playing else "play"))
        playing = self.tr("Pause") if state.playing else self.tr("Show all sums")
        set_names(self._play, "exercise_play", playing)

    @Slot()
    def _on_other_clicked(self) -> None:
        self._kernels.popup(self._other.mapToGlobal(self._other.rect().topLeft()))

    @Slot(QAction)
    def _on_kernel_chosen(self, action: QAction) -> None:
        self.presenter.choose(str(action.data()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit for an answer, wherever the keyboard is; Enter does what is next."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QAbstractButton):
                focus.click()
            else:
                self._answer.press()
        elif not self._answer.take_key(event.text()):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._render(self.presenter.store.state)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.pause()
        self._grids.flight.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_column"):
            self._render(self.presenter.store.state)

    @override
    def _retranslate(self) -> None:
        set_names(self._back, "exercise_back", self.tr("Cell before"))
        set_names(self._on, "exercise_on", self.tr("Next cell"))
        other = self.tr("Try another kernel on the same picture")
        set_names(self._other, "exercise_kernel", self.tr("Other kernel"), other)
        self._other.setText(f"{self.tr('Other kernel')} ▾")
        draw = self.tr("Draw a picture, and see a kernel move across it")
        set_names(self._draw, "exercise_draw", self.tr("Draw my own picture"), draw)
        self._draw.setText(self.tr("Draw my own picture"))
        self._place.setObjectName("exercise_place")
        self._sentence.setObjectName("exercise_sentence")
        self._below.setObjectName("exercise_sum")
        titles = {each.key: each.title for each in EXERCISES}
        for action in self._kernels.actions():
            action.setText(exercise_title(titles[action.data()]))
        self._render(self.presenter.store.state)
