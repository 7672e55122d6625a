"""The first minute: the start card, the way that is chosen, the finger that shows it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.shell.first_minute.pointing_finger import PointingFinger
from cnnviz.shell.first_minute.start_card import StartCard
from cnnviz.shell.main_window import MainWindow
from cnnviz.shell.page_stack import PageStack
from cnnviz.state.preferences import Preferences, PreferencesStore
from cnnviz.state.start_pictures import StartPictures

_FIRST_STEPS: Final = {
    "convolution": (
        "exercise_answer",
        QT_TRANSLATE_NOOP("FirstMinute", "Choose a number: the sum is shown at once."),
    ),
    "draw": (
        "draw_pad",
        QT_TRANSLATE_NOOP("FirstMinute", "Draw a digit here: the network says which."),
    ),
    "train": (
        "train_start_or_pause_button",
        QT_TRANSLATE_NOOP("FirstMinute", "Click Start: the network begins to learn."),
    ),
}
"""Page -> object name of the control that does the first thing, and what is said."""


class FirstMinute(QObject):
    """Show the start card on the first start and from the Help menu; lead the way.

    Parameters
    ----------
    window
        Whose centre the card covers.
    preferences
        Remember that the card was seen.
    pictures
        Returns what the card shows; asked when it first comes up.
    """

    def __init__(
        self,
        window: MainWindow,
        preferences: PreferencesStore,
        pictures: Callable[[], StartPictures],
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._pictures = window, preferences, pictures
        self._card: StartCard | None = None
        self._focus: QWidget | None = None
        self._centre = window.centralWidget() or window
        self.finger = PointingFinger(self._centre)
        window.actions_of_window.start_card.triggered.connect(self.show_card)
        stack = window.findChild(PageStack)
        assert stack is not None
        stack.currentChanged.connect(self._on_page_changed)
        window.actions_of_window.guide.triggered.connect(self._on_page_changed)
        preferences.changed.connect(self._on_preferences_changed)

    @Slot()
    def show_if_new(self) -> None:
        """Show the card on a first start, at First look; never a second time."""
        state = self._preferences.state
        if state.start_seen:
            return
        # Who has chosen a level has been here before.
        if self._preferences.was_chosen("level"):
            self._preferences.replace(replace(state, start_seen=True))
            return
        self._preferences.replace(replace(state, start_seen=True, level="first"))
        self._window.actions_of_window.levels.render("first")
        self.show_card()

    @Slot()
    def show_card(self) -> None:
        """Lay the card over the window."""
        self.finger.stop()
        if self._card is None:
            card = StartCard(self._pictures(), self._centre)
            card.chosen.connect(self._on_chosen)
            card.closed.connect(self._on_closed)
            self._card = card
        self._focus = self._window.focusWidget()
        self._card.open()

    @Slot(str)
    def _on_chosen(self, page: str) -> None:
        self._window.actions_of_window.levels.values["first"].trigger()
        self._hide_card()
        self._window.show_page(page)
        self._window.page.begin_first_look()
        name, words = _FIRST_STEPS[page]
        control = self._window.page.findChild(QWidget, name)
        if control is not None and control.isVisible():
            said = QCoreApplication.translate("FirstMinute", words)
            still = self._preferences.state.reduced_motion
            self.finger.point_at(control, said, still)

    @Slot()
    def _on_closed(self) -> None:
        self._hide_card()
        (self._focus or self._window.page).setFocus()

    def _hide_card(self) -> None:
        if self._card is not None:
            self._card.hide()

    @Slot()
    def _on_page_changed(self) -> None:
        self._hide_card()
        self.finger.stop()

    @Slot(object, object)
    def _on_preferences_changed(self, new: Preferences, old: Preferences) -> None:
        if new.level != old.level:
            self.finger.stop()
        if new.reduced_motion != old.reduced_motion:
            self.finger.set_reduced_motion(new.reduced_motion)
