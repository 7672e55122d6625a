"""Which of the two is seen at the first look: the exercise, or the pupil's own picture."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.first.first_look import FirstLook
from cnnviz.pages.convolution.views.stage.stages import Stages
from cnnviz.state.level import Level, set_level
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, in_pixels


class FirstHead(Retranslated):
    """One sentence of what to do with one's own picture, and the way back.

    Signals
    -------
    exercise_wanted()
        The exercise shall be seen again.
    """

    exercise_wanted = Signal()

    def __init__(self, draw: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._draws = draw
        self._sentence = FittingLabel(self)
        self._sentence.setFont(bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._back, self._draw = QPushButton(self), QPushButton(self)
        for button in (self._back, self._draw):
            button.setMinimumHeight(tokens.HIT_LARGE)
        self._back.clicked.connect(self.exercise_wanted)
        self._draw.clicked.connect(draw.trigger)
        draw.toggled.connect(self._write)
        parts = (self._sentence, 1), self._back, self._draw
        in_row(*parts, gap=tokens.SPACE_M, of=self)
        self._retranslate()
        self.hide()

    @Slot()
    def _write(self) -> None:
        draws = self._draws.isChecked()
        forms = (
            self.tr("Drag the window over the picture: every position makes a sum."),
            self.tr("Drag the window over the picture."),
            self.tr("Drag the window."),
        )
        if draws:
            forms = (
                self.tr("Draw on the pad: the sums follow your hand."),
                self.tr("Draw on the pad."),
                self.tr("Draw."),
            )
        self._sentence.set_forms(forms)
        text = self.tr("Done drawing") if draws else self.tr("Draw my own picture")
        self._draw.setText(text)
        set_names(self._draw, "first_draw", text)

    @override
    def _retranslate(self) -> None:
        self._sentence.setObjectName("first_sentence")
        back = self.tr("Guess the numbers of the small picture again")
        set_names(self._back, "first_exercise", self.tr("Back to the guesses"), back)
        self._back.setText(self.tr("Back to the guesses"))
        self._write()


class FirstWay(QObject):
    """Lay the exercise over the bench at the first look, until a picture is wanted.

    The exercise is made when it is first seen. At higher levels there is none.

    Attributes
    ----------
    head
        What stands over the bench at the first look.

    Signals
    -------
    changed()
        The other one of the two is seen.
    """

    changed = Signal()

    def __init__(
        self, bench: QWidget, draw: QAction, lab: LabPresenters, page: QWidget
    ) -> None:
        super().__init__(page)
        self._bench, self._draws, self._page = bench, draw, page
        self._exercise: FirstLook | None = None
        self._is_first = self._is_left = self._is_still = False
        self.is_asking = False
        self.head = FirstHead(draw, bench)
        self.head.exercise_wanted.connect(self.begin)
        lab.pictures.store.changed.connect(self._on_picture_changed)
        lab.files.opened.connect(self.leave)
        lab.wishes.shown.connect(self.leave)
        lab.following.taken.connect(self.leave)

    def render_level(self, level: Level) -> None:
        """Show the exercise at the first look only."""
        self._is_first = level == "first"
        self.head.setVisible(self._is_first)
        self._render()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let nothing move, or let it."""
        self._is_still = reduced
        if self._exercise is not None:
            self._exercise.set_reduced_motion(reduced)

    def give_focus(self, stages: Stages) -> None:
        """Give the keyboard to the exercise, or else to the stages."""
        if self.is_asking and self._exercise is not None:
            self._exercise.give_focus()
        else:
            stages.give_focus()

    @Slot()
    def begin(self) -> None:
        """Ask the first question again."""
        if self._draws.isChecked():
            self._draws.trigger()
        self._is_left = False
        if self._exercise is not None:
            self._exercise.presenter.begin()
        self._render()

    def step(self, by: int) -> None:
        """Reveal the number that is asked for, or go on to the next; or back."""
        if self._exercise is None:
            return
        exercise = self._exercise.presenter
        if by < 0:
            exercise.go_back()
        elif exercise.store.state.is_asked:
            exercise.reveal()
        else:
            exercise.go_on()

    @Slot()
    def leave(self) -> None:
        """Show the bench: there is a picture, or a kernel, to look at."""
        self._is_left = True
        self._render()

    @Slot()
    def _on_drawing_wanted(self) -> None:
        self.leave()
        if not self._draws.isChecked():
            self._draws.trigger()

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        if new.picture is not old.picture and self.is_asking and self._page.isVisible():
            self.leave()

    def _render(self) -> None:
        asks = self._is_first and not self._is_left
        if asks and self._exercise is None:
            self._exercise = FirstLook(self._page)
            self._exercise.set_reduced_motion(self._is_still)
            self._exercise.drawing_wanted.connect(self._on_drawing_wanted)
            box = self._page.layout()
            assert box is not None
            box.addWidget(self._exercise)
        if asks == self.is_asking:
            return
        self.is_asking = asks
        # One goes before the other comes: together they would make the window grow.
        if self._exercise is not None:
            both = self._bench, self._exercise
            both[not asks].hide()
            both[asks].show()
        self.changed.emit()
