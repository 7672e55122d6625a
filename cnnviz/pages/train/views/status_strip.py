"""The foot of the Train page: how far the run is, or what stands in its way."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.presenters.download_presenter import Download
from cnnviz.pages.train.views.action_button import ActionButton
from cnnviz.pages.train.views.run_text import run_words
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.state.run.run_state import Run
from cnnviz.ui.numbers import fixed
from cnnviz.ui.page import set_names, set_tip
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens

_DATA_CODES = (
    "dataset_",
    "download_",
    "file_",
    "idx_",
    "labels_",
    "npz_",
    "pictures_",
)
"""How the codes of refusals begin that another data set mends."""

_FINE = 1000
_MEGABYTE = 1e6


class _RunView(QWidget):
    """The line about the run, its bar, and what can be done with what was learned."""

    def __init__(self, actions: TrainActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setObjectName("run_words")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _FINE)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        left = QVBoxLayout()
        left.setSpacing(tokens.SPACE_S)
        left.addWidget(self.words, 1)
        left.addWidget(self.bar)
        left.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_M)
        row.addLayout(left, 1)
        row.addSpacing(tokens.SPACE_M)
        for action in (actions.use, actions.save):
            button = ActionButton(action, self, words=True)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)


class _RefusalView(QWidget):
    """A sentence about what went wrong, and the ways out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setObjectName("run_problem")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.builtin = QPushButton(self)
        self.download = QPushButton(self)
        self.folder = QPushButton(self)
        self.dismiss = QPushButton(self)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_M)
        for button in (self.builtin, self.download, self.folder, self.dismiss):
            button.setMinimumHeight(tokens.HIT)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_XS)
        column.addWidget(self.words, 1)
        column.addLayout(row)


class _DownloadView(QWidget):
    """How far the download is, and a way to give it up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setObjectName("download_words")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.cancel = QPushButton(self)
        self.cancel.setMinimumHeight(tokens.HIT)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_M)
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(row)


class StatusStrip(QStackedWidget):
    """Show one of three things in one place: the run, a refusal, the download.

    Signals
    -------
    builtin_requested(), download_requested(), folder_requested()
        Ways out of missing data.
    cancel_requested()
        The download is to be given up.
    dismissed()
        The sentence was read.
    """

    builtin_requested = Signal()
    download_requested = Signal()
    folder_requested = Signal()
    cancel_requested = Signal()
    dismissed = Signal()

    def __init__(self, actions: TrainActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._run = Run()
        self._download = Download()
        self._said: CnnvizError | None = None
        self._notice = ""
        self._run_view = _RunView(actions, self)
        self._refusal = _RefusalView(self)
        self._download_view = _DownloadView(self)
        for view in (self._run_view, self._refusal, self._download_view):
            self.addWidget(view)
        self._refusal.builtin.clicked.connect(self._on_builtin_clicked)
        self._refusal.download.clicked.connect(self._on_download_clicked)
        self._refusal.folder.clicked.connect(self._on_folder_clicked)
        self._refusal.dismiss.clicked.connect(self._on_dismiss_clicked)
        self._download_view.cancel.clicked.connect(self._on_cancel_clicked)
        self._retranslate()

    def render_run(self, run: Run) -> None:
        """Show how far a run is, or why it failed."""
        if run.number != self._run.number or run.phase != self._run.phase:
            self._said, self._notice = None, ""
        self._run = run
        self._render()

    def render_download(self, download: Download) -> None:
        """Show how far the download is, or why it failed."""
        self._download = download
        self._notice = ""
        if download.phase == "done":
            self._notice = self.tr("MNIST is here. Press Start to learn from it.")
        self._render()

    def say_problem(self, error: CnnvizError) -> None:
        """Show why something beside the run could not be done."""
        self._said = error
        self._render()

    def say(self, notice: str) -> None:
        """Show a sentence in the place of the line about the run."""
        self._said, self._notice = None, notice
        self._render()

    def _problem(self) -> CnnvizError | None:
        return self._said or self._download.problem or self._run.problem

    def _render(self) -> None:
        problem = self._problem()
        if self._download.phase in ("going", "cancelling"):
            self._render_download()
            self.setCurrentWidget(self._download_view)
        elif problem is not None:
            self._render_problem(problem)
            self.setCurrentWidget(self._refusal)
        else:
            self._run_view.words.setText(self._notice or run_words(self._run))
            # A range of nothing is Qt's sign for "busy, no telling how long".
            preparing = self._run.phase == "preparing"
            self._run_view.bar.setRange(0, 0 if preparing else _FINE)
            self._run_view.bar.setValue(round(_FINE * self._run.share_done))
            self.setCurrentWidget(self._run_view)

    def _render_problem(self, problem: CnnvizError) -> None:
        view = self._refusal
        view.words.setText(self._problem_words(problem))
        set_tip(view.words, sentence(problem))
        about_data = problem.code.startswith(_DATA_CODES) and problem is not self._said
        for button in (view.builtin, view.download, view.folder):
            button.setVisible(about_data)
        view.dismiss.setVisible(not about_data)
        look = QPalette(self.palette())
        look.setColor(
            QPalette.ColorRole.WindowText, look.color(QPalette.ColorRole.BrightText)
        )
        view.words.setPalette(look)

    def _problem_words(self, problem: CnnvizError) -> str:
        """Say what went wrong; what each server said is for the tooltip."""
        if problem.code != "download_failed":
            return sentence(problem)
        return self.tr(
            "MNIST could not be downloaded: no server that has it could be reached, or "
            "none sent the right files. Check the connection and try again, or go on "
            "without MNIST."
        )

    def _render_download(self) -> None:
        view, download = self._download_view, self._download
        view.cancel.setEnabled(download.phase == "going")
        view.bar.setRange(0, download.total)
        view.bar.setValue(download.done)
        if download.phase == "cancelling":
            view.words.setText(self.tr("Giving up the download…"))
        elif not download.total:
            view.words.setText(self.tr("Asking for MNIST…"))
        else:
            view.words.setText(
                self.tr("Downloading MNIST: {done} of {total} MB").format(
                    done=fixed(download.done / _MEGABYTE, 1),
                    total=fixed(download.total / _MEGABYTE, 1),
                )
            )

    @Slot()
    def _on_builtin_clicked(self) -> None:
        self.builtin_requested.emit()

    @Slot()
    def _on_download_clicked(self) -> None:
        self.download_requested.emit()

    @Slot()
    def _on_folder_clicked(self) -> None:
        self.folder_requested.emit()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.cancel_requested.emit()

    @Slot()
    def _on_dismiss_clicked(self) -> None:
        self._said = None
        self._render()
        self.dismissed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(
            self, "_download_view"
        ):
            self._render()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        refusal = self._refusal
        refusal.builtin.setText(self.tr("&Use built-in digits"))
        set_names(
            refusal.builtin,
            "way_out_builtin",
            self.tr("Use built-in digits"),
            self.tr("Digits that cnnviz draws by itself: nothing to download"),
        )
        refusal.download.setText(self.tr("Download &MNIST (11 MB)"))
        set_names(
            refusal.download,
            "way_out_download",
            self.tr("Download MNIST"),
            self.tr("Fetch 70,000 handwritten digits from the internet, once"),
        )
        refusal.folder.setText(self.tr("&Choose a folder…"))
        set_names(
            refusal.folder,
            "way_out_folder",
            self.tr("Choose a folder"),
            self.tr("A folder with the four MNIST files, plain or .gz"),
        )
        refusal.dismiss.setText(self.tr("OK"))
        set_names(refusal.dismiss, "problem_dismiss", self.tr("Dismiss this message"))
        self._download_view.cancel.setText(self.tr("Cancel"))
        set_names(
            self._download_view.cancel,
            "download_cancel",
            self.tr("Cancel the download"),
        )
        set_names(self._run_view.bar, "run_progress", self.tr("Progress of the run"))
        self._notice = ""
        self._render()
