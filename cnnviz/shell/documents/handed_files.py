"""Files that are opened outside, while a window is open: this one takes them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Qt, Slot

from cnnviz.engine.open_window import (
    BUSY,
    MOST_BYTES,
    TAKEN,
    handed_over,
    listening_name,
)
from cnnviz.shell.main_window import MainWindow
from cnnviz.state.kept_slot import take_lock

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer


class HandedFiles(QObject):
    """Listen for files, as one window of a user does; another does when that is gone.

    Who holds the lock listens: a socket that a killed window has left is in nobody's way.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    @property
    def is_listening(self) -> bool:
        """Whether this is the window that takes files."""
        return self._server is not None and self._server.isListening()

    @Slot()
    def begin(self) -> None:
        """Listen, if no other window does; to be called again when the window is used."""
        name = listening_name()
        # On Windows the name is that of a pipe, which lies in no folder.
        lock = QLockFile(QDir(QDir.tempPath()).absoluteFilePath(f"{name}.lock"))
        lock.setStaleLockTime(0)  # by the clock: a window may be open for days
        if self._lock is not None or not take_lock(lock):
            return
        # Not before: the first moment of the window can do without.
        from PySide6.QtNetwork import QLocalServer

        self._lock, self._server = lock, QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(name)  # where that fails, each file has a window of its own

    @Slot(Qt.ApplicationState)
    def on_used(self, state: Qt.ApplicationState) -> None:
        """Listen in place of a window that was closed meanwhile."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.begin()

    @Slot(str)
    def take(self, path: str) -> None:
        """Open a file, and bring the window to the front."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        window.open_file(path)

    def shut_down(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    @Slot()
    def _on_connected(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.setReadBufferSize(MOST_BYTES)
            caller.readyRead.connect(self._on_ready)
            caller.disconnected.connect(caller.deleteLater)
            self._hear(caller)

    @Slot()
    def _on_ready(self) -> None:
        self._hear(self.sender())

    def _hear(self, caller: QObject) -> None:
        from PySide6.QtNetwork import QLocalSocket

        assert isinstance(caller, QLocalSocket)
        if not caller.canReadLine():
            if caller.bytesAvailable() >= MOST_BYTES:
                caller.abort()
            return
        path = handed_over(bytes(caller.readLine().data()))
        can_take = bool(path) and self._window.can_take_files
        caller.write(TAKEN if can_take else BUSY)
        caller.flush()
        caller.disconnectFromServer()
        if can_take:
            self.take(path)
