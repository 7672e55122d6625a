"""The question before changed work of a document is left."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens

_Role = QMessageBox.ButtonRole


class SavingQuestion(QObject):
    """Ask whether to save, not to save, or to stay; it blocks nothing that runs.

    Signals
    -------
    answered(answer)
        ``save``, ``leave`` or ``stay``.
    """

    answered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self._box is not None

    def ask(self, path: str) -> None:
        """Open the question about a file; one is enough."""
        if self._box is not None:
            self._box.raise_()
            self._box.activateWindow()
            return
        box = self._box = QMessageBox(self._window)
        box.setObjectName("saving_question")
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setIcon(QMessageBox.Icon.Question)
        name = plain(Path(path).name)
        box.setText(self.tr("Save the changes to {name}?").format(name=name))
        box.setInformativeText(self.tr("If you do not save them, they are lost."))
        save = box.addButton(self.tr("&Save"), _Role.AcceptRole)
        save.setObjectName("save")
        leave = box.addButton(self.tr("&Don’t save"), _Role.DestructiveRole)
        leave.setObjectName("leave")
        stay = box.addButton(self.tr("&Cancel"), _Role.RejectRole)
        stay.setObjectName("stay")
        for button in box.buttons():
            button.setMinimumHeight(tokens.HIT)
        box.setEscapeButton(stay)
        box.setDefaultButton(save)
        box.finished.connect(self._on_finished)
        box.open()

    @Slot()
    def _on_finished(self) -> None:
        box, self._box = self._box, None
        assert box is not None
        clicked: QAbstractButton | None = box.clickedButton()
        box.deleteLater()
        self.answered.emit("stay" if clicked is None else clicked.objectName())
