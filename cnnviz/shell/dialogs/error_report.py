"""Something unexpected happened: what, and a way to tell us."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.shown_text import MOST
from cnnviz.shell.dialogs.report import ReportDialog, heading
from cnnviz.ui.texts import plain

_MOST = 20_000  # characters of report that stay readable and copyable


class ErrorReportDialog(ReportDialog):
    """Show unexpected errors as they come, in one window that blocks nothing."""

    def __init__(self, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__("error_report", log_file.parent, parent)
        self._log_file = log_file
        self._retranslate()

    def add(self, trace: str) -> None:
        """Append one error; the first one brings the versions along."""
        if not self.report:
            self._report.setPlainText(heading())
        if len(self.report) < _MOST:
            self._report.appendPlainText(trace)
        self.show()

    @override
    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Unexpected error"))
        self._words.setText(
            self.tr(
                "cnnviz had a problem that we did not expect. You can continue, but "
                "your last action may be lost. Please copy this report and send it to "
                "us (address: see README). The report is also saved in {file}."
            ).format(file=plain(str(self._log_file), MOST))
        )
