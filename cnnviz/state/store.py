"""The holder of one piece of state."""

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

S = TypeVar("S")


class Store(QObject, Generic[S]):
    """Hold one frozen state and say when it is replaced.

    Signals
    -------
    changed(new, old)
        After a replacement by a different state; silent when nothing differs.
    """

    changed = Signal(object, object)

    def __init__(self, state: S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state

    @property
    def state(self) -> S:
        """The state that was asked for last."""
        return self._state

    def replace(self, new: S) -> None:
        """Make ``new`` the state; equal or identical states change nothing."""
        old = self._state
        if new is old or new == old:
            return
        self._state = new
        self.changed.emit(new, old)
