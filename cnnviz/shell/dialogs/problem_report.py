"""Report a problem: what we need to know of this machine, for the user to send."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.shell.dialogs.report import ReportDialog, heading
from cnnviz.shell.faults.crash_log import crash_text
from cnnviz.shell.faults.log_setup import end_of_log, log_folder

_LINES = 200
_MOST = 20_000  # characters of the newest crash


class ProblemReportDialog(ReportDialog):
    """Versions, the end of the log and the newest crash, gathered when it is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("problem_report", log_folder(), parent)
        self._retranslate()

    def gather(self) -> None:
        """Write the report anew: the log has gone on since the last time."""
        parts = heading(), str(log_folder()), crash_text(_MOST), end_of_log(_LINES)
        self._report.setPlainText("\n\n".join(filter(None, parts)))

    @override
    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Report a problem"))
        self._words.setText(
            self.tr(
                "Nothing is sent by itself. Copy this report, say what you did and what "
                "you expected, and send both to us (address: see README). It names the "
                "versions of cnnviz and of this system, and files that you opened: read "
                "it first."
            )
        )
