"""What a run has learned as a file, written in a thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.file_writing import FileWriting

if TYPE_CHECKING:
    from cnnviz.engine.reports.words import Words


class ReportSaving(QObject):
    """Write reports of the run that is shown, also of one under way.

    Attributes
    ----------
    writing
        Who writes, and says how that ended.
    """

    def __init__(self, run: Store[Run], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self.writing = FileWriting(self)

    def save(self, path: Path, words: "Words") -> None:
        """Write what the run's folder tells; nothing where the run has none."""
        folder = self._run.state.folder
        if folder is None:
            return

        def write(_is_cancelled: object) -> None:
            from cnnviz.engine.reports.run_files import write_report

            write_report(folder, path, words)

        self.writing.write(path, write)

    def shut_down(self) -> None:
        """End the threads."""
        self.writing.shut_down()
