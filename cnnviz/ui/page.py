"""What the main window knows of a page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent, Qt
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from cnnviz.state.level import Level, declared_level, set_level
from cnnviz.ui.refusal import Refusal
from cnnviz.ui.texts import without_tags

PRESENTED: Final = QSize(780, 440)
"""What a page may ask for in a presentation: 1.6 times as much is on every projector."""


@runtime_checkable
class HasGesture(Protocol):
    """A widget on which a hand may be in the middle of a stroke or a drag."""

    def finish_gesture(self) -> None:
        """End it here, as if the hand had let go; what it did is one step."""


if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # Qt's class comes from the other parent


class HearsLanguage(_Widget):
    """What a widget of any of Qt's classes is, too, whose texts `_retranslate` sets."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        """Set every text of the widget."""


class Retranslated(HearsLanguage, QWidget):
    """A widget whose texts are all set in ``_retranslate``, in each new language again.

    Its constructor calls that once, at its end.
    """


class Page(Retranslated):
    """One page of the window: a place on the rail, with actions of its own.

    A subclass sets ``key`` and ``icon_name`` (and ``needs_torch`` where it trains networks),
    fills itself in its constructor, and puts every text in ``_retranslate``, which it calls
    once at the end of its constructor.

    Signals
    -------
    status_message(text)
        One short line on what the page shows now, for the window's status line.
    notified(text)
        What an action has just done: for some seconds it wins over everything else.
    refused(text)
        Why something could not be done: it stays on the page until it is dismissed.
    settled(text)
        What was refused with this text was done since, or another of its kind.
    undo_requested()
        The last step of the window shall be taken back.
    watched(is_watched)
        The page is on the screen, or no longer; at first not before it has been painted,
        so that what it shows is read and computed after that.
    """

    status_message = Signal(str)
    notified = Signal(str)
    refused = Signal(str)
    settled = Signal(str)
    undo_requested = Signal()
    watched = Signal(bool)

    key: str = ""
    icon_name: str = ""
    needs_torch: bool = False
    is_presented: bool = False

    _was_painted = False

    def title(self) -> str:
        """Return the word on the rail, in the language of now."""
        return self.key

    def page_actions(self) -> Sequence[QAction]:
        """Return what the page's menu offers while the page is open, in order.

        An action without text is a separator.
        """
        return ()

    def saving_actions(self) -> Sequence[QAction]:
        """Return what the File menu offers while the page is open: saving its work."""
        return ()

    def export_actions(self) -> Sequence[QAction]:
        """Return what the File menu offers to be taken away from the page."""
        return ()

    def set_shown(self, shown: bool) -> None:
        """Learn that the page came to the front or left it (autoplay may stop)."""
        if self._was_painted or not shown:
            self.watched.emit(shown)

    def set_presented(self, is_presented: bool) -> None:
        """Learn that the page is shown to a class: what is large may be larger."""
        self.is_presented = is_presented
        self.updateGeometry()

    def present_step(self, by: int) -> None:
        """Go on (1) or back (-1) in what the page shows one after the other."""

    def answers(self) -> Sequence[QWidget]:
        """Return what can be covered until a class has guessed it."""
        return ()

    def set_covered(self, is_covered: bool) -> None:
        """Learn that the answers are covered: nothing else may give them away."""

    def refuse_until(self, *, failed: SignalInstance, done: SignalInstance) -> None:
        """Say why something ``failed``, until another of its kind is ``done``."""
        refusal = Refusal(self)
        failed.connect(refusal.refuse)
        done.connect(refusal.settle)
        refusal.refused.connect(self.refused)
        refusal.settled.connect(self.settled)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._on_first_painted)

    @Slot()
    def _on_first_painted(self) -> None:
        self.watched.emit(self.isVisible())

    def take_path(self, path: str) -> bool:
        """Use what was dropped on the page in a way of its own; whether it did."""
        return False

    def set_reduced_motion(self, reduced: bool) -> None:
        """Learn whether things shall jump instead of gliding."""

    def render_level(self, level: Level) -> None:
        """Learn how much of the window is shown (what is declared is hidden by itself)."""

    def begin_first_look(self) -> None:
        """Show what a first look begins with, and give it the keyboard."""
        self.setFocus()

    def go_back(self) -> bool:
        """Close or make small again what is open or enlarged; whether there was any."""
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one level back on Esc."""
        if event.key() != Qt.Key.Key_Escape or not self.go_back():
            super().keyPressEvent(event)

    @Slot()
    def finish_gesture(self) -> None:
        """Let a stroke or drag end here: a step is about to be taken back."""
        for part in self.findChildren(QWidget):
            if isinstance(part, HasGesture):
                part.finish_gesture()


def set_tips(widget: QWidget, tip: str) -> None:
    """Say something else of a widget, in its tooltip and in the status line."""
    set_tip(widget, tip)
    widget.setStatusTip(widget.toolTip())


def set_tip(widget: QWidget, tip: str) -> None:
    """Say something else of a widget in its tooltip, which is never taken for HTML."""
    tip = plain_tip(tip)
    if widget.toolTip() != tip:  # Qt tells it to everybody, even if the same
        widget.setToolTip(tip)


def change_level(widget: QWidget, level: Level) -> None:
    """Show a widget from another level on; the caller shows it, if it is to be seen."""
    if declared_level(widget) != level:
        set_level(widget, level)
        widget.hide()  # whoever watches the levels looks again when it is shown


def show_tip(widget: QWidget, tip: str) -> None:
    """Say something right now, below a widget."""
    place = widget.mapToGlobal(widget.rect().bottomLeft())
    QToolTip.showText(place, plain_tip(tip), widget)


def plain_tip(tip: str) -> str:
    """Return a tip that Qt does not take for HTML, whatever names are in it."""
    return without_tags(tip) if Qt.mightBeRichText(tip) else tip


def name_action(action: QAction, text: str, tip: str = "") -> None:
    """Say what an action does; the name that tests find it by, it has already."""
    set_names(action, action.objectName(), text, tip)


def set_names(
    widget: QObject, object_name: str, accessible_name: str, tooltip: str = ""
) -> None:
    """Give a widget or action the names that tests and screen readers find it by.

    The tooltip defaults to the accessible name; an action's shortcut is added to it.
    """
    widget.setObjectName(object_name)
    # An accessible name of an action may mark its mnemonic; a tip must not show that.
    tip = plain_tip(tooltip or accessible_name.replace("&", ""))
    if isinstance(widget, QAction):
        widget.setText(accessible_name)
        keys = widget.shortcut().toString()
        widget.setToolTip(f"{tip} ({keys})" if keys else tip)
        widget.setStatusTip(tip)
    elif isinstance(widget, QWidget):
        if widget.accessibleName() != accessible_name:
            widget.setAccessibleName(accessible_name)
        set_tips(widget, tip)
