"""Why one kind of thing was refused, said until one of the kind is done."""

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.ui.texts import sentence


class Refusal(QObject):
    """What is said of the last thing of a kind that was refused: a file to be opened.

    Signals
    -------
    refused(text)
        Why it was.
    settled(text)
        That is no news any more: another one of the kind was done since.
    """

    refused = Signal(str)
    settled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = ""

    @Slot(object)
    def refuse(self, error: CnnvizError) -> None:
        """Say why one could not be done."""
        self._said = sentence(error)
        self.refused.emit(self._said)

    @Slot()
    def settle(self) -> None:
        """Take back what was said: one was done."""
        if self._said:
            said, self._said = self._said, ""
            self.settled.emit(said)
