"""The question before closing a window in which something still runs."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from cnnviz.shell.shutdown import FOR_HOURS, Shutdown, WorkKind
from cnnviz.ui.controls.message_bar import EVERY_PAGE, MessageBar
from cnnviz.ui.theme import tokens

_Role = QMessageBox.ButtonRole


class ClosingQuestion(QObject):
    """Ask whether to finish, to stop or to stay, and say what is waited for."""

    def __init__(self, closing: Shutdown, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._closing, self._bar, self._window = closing, bar, window
        self._box: QMessageBox | None = None
        self._said = ""
        closing.ended.connect(self._on_ended)
        closing.called_off.connect(self._on_called_off)

    def ask(self) -> None:
        """Open the question, which blocks nothing that runs; one is enough."""
        closing, running = self._closing, self._closing.running()
        if closing.is_waiting and FOR_HOURS.issuperset(running):
            self._say_what_is_waited_for()
        elif not closing.is_waiting and set(running) == {"file"}:
            closing.finish()  # most take less time than an answer would
            self._say_what_is_waited_for()
        elif self._box is None:
            self._open(running)

    def _open(self, running: tuple[WorkKind, ...]) -> None:
        box = self._box = QMessageBox(self._window)
        box.setObjectName("closing_question")
        box.setWindowTitle(self.tr("Close cnnviz"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText("\n".join(self._sentence(kind) for kind in running))
        if "training" in running:
            box.setInformativeText(
                self.tr(
                    "If you close now, the training stops where it is; you can go on "
                    "with it at the next start. The trained network, the training "
                    "settings and your drawing are kept, too."
                )
            )
        elif "race" in running:
            box.setInformativeText(
                self.tr(
                    "If you close now, the race stops where it is. What each network has "
                    "learned is kept; a race cannot go on later."
                )
            )
        self._add_buttons(box, can_finish=not FOR_HOURS.issuperset(running))
        box.finished.connect(self._on_answered)
        box.open()

    def _sentence(self, kind: WorkKind) -> str:
        return {
            "training": self.tr("The training has not ended yet."),
            "race": self.tr("The race has not ended yet."),
            "animation": self.tr("The animation is still being saved."),
            "file": self.tr("A file is still being saved."),
        }[kind]

    def _add_buttons(self, box: QMessageBox, *, can_finish: bool) -> None:
        stop_text, finish = self.tr("Stop and close"), None
        if can_finish:
            stop_text = self.tr("Close without saving")
            text = self.tr("Finish saving, then close")
            finish = box.addButton(text, _Role.AcceptRole)
            finish.setObjectName("closing_finish")
        stop = box.addButton(stop_text, _Role.DestructiveRole)
        stop.setObjectName("closing_stop")
        stay = box.addButton(self.tr("Keep open"), _Role.RejectRole)
        stay.setObjectName("closing_stay")
        for button in box.buttons():
            button.setMinimumHeight(tokens.HIT)
        box.setEscapeButton(stay)
        box.setDefaultButton(finish or stay)

    @Slot()
    def _on_answered(self) -> None:
        box, self._box = self._box, None
        assert box is not None
        clicked: QAbstractButton | None = box.clickedButton()
        answer = "" if clicked is None else clicked.objectName()
        box.deleteLater()
        if answer == "closing_finish":
            self._closing.finish()
        elif answer == "closing_stop":
            self._closing.stop()
        else:
            self._closing.stay()
            return
        if self._closing.running():
            self._say_what_is_waited_for()
        self._closing.on_changed()  # it may have ended while the question stood

    def _say_what_is_waited_for(self) -> None:
        text = self.tr("The window closes when the file has been saved.")
        if not FOR_HOURS.isdisjoint(self._closing.running()):
            text = self.tr(
                "Stopping the training… The window closes when it has ended."
            )
        self._said = text
        self._bar.say(text, "info", page=EVERY_PAGE)

    @Slot()
    def _on_called_off(self) -> None:
        self._bar.take_back(self._said)

    @Slot()
    def _on_ended(self) -> None:
        if self._box is not None:
            self._box.done(0)
        self._window.close()
