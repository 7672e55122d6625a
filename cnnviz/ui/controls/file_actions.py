"""What the actions of a page that ask for a file share."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cnnviz.engine.shown_text import MOST
from cnnviz.state.level import set_level
from cnnviz.ui.keys import give_keys
from cnnviz.ui.texts import plain


class FileActions(QObject):
    """Make the actions, and say what was written.

    Attributes
    ----------
    page
        Whose keys they have.

    Signals
    -------
    notified(text)
        What is being read or written, or was.
    """

    notified = Signal(str)

    page: ClassVar[str]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def _action(self, name: str, slot: object) -> QAction:
        action = QAction(self)
        give_keys(action, self.page, name)
        set_level(action, "standard")
        action.triggered.connect(slot)
        return action

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        text = self.tr("Saved: {path}")
        self.notified.emit(text.format(path=plain(str(path), MOST)))
