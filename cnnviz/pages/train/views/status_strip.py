"""The foot of the Train page: how far the run is, or what stands in its way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStackedLayout, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.presenters.download_presenter import Download
from cnnviz.pages.train.views.action_button import ActionButton
from cnnviz.pages.train.views.offer_view import OfferView
from cnnviz.pages.train.views.run_text import run_words
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.state.level import set_level
from cnnviz.state.run.run_state import Run
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import fixed
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_library import UnfinishedRun

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


class StatusStrip(Retranslated):
    """Show one of four things in one place: the run, a refusal, a download, an offer.

    Attributes
    ----------
    builtin, download_mnist, folder
        Buttons: ways out of missing data.
    dismiss
        The button under a sentence that was read.
    cancel
        The button that gives the download up.
    offer
        What is said of a run of last time, and its buttons.
    """

    def __init__(self, actions: TrainActions, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._run = Run()
        self._download = Download()
        self._offered: UnfinishedRun | None = None
        self._said: CnnvizError | None = None
        self._notice = ""
        self._run_words, self._problem_words = QLabel(self), QLabel(self)
        self._download_words = QLabel(self)
        self._run_bar, self._download_bar = _bar(self), _bar(self)
        self.builtin, self.download_mnist = _button(self), _button(self)
        self.folder, self.dismiss = _button(self), _button(self)
        self.cancel = _button(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._run_view(actions))
        self._stack.addWidget(self._refusal_view())
        self._stack.addWidget(self._download_view())
        self.offer = OfferView(actions, self)
        self._stack.addWidget(self.offer)
        self.dismiss.clicked.connect(self._on_dismiss_clicked)
        self._retranslate()

    def _run_view(self, actions: TrainActions) -> QWidget:
        """Lay out the line about the run, its bar, and what can be done with it."""
        self._run_words.setObjectName("run_words")
        self._run_words.setWordWrap(True)
        self._run_words.setAlignment(Qt.AlignmentFlag.AlignBottom)
        words = (self._run_words, 1)
        left = in_column(words, self._run_bar, None, gap=tokens.SPACE_S)
        view = QWidget(self)
        use = ActionButton(actions.use, view, words=True)
        save = ActionButton(actions.save, view, words=True)
        row = in_row((left, 1), use, save, gap=tokens.SPACE_M, of=view)
        row.insertSpacing(1, tokens.SPACE_M)
        for button in (use, save):
            row.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
        return view

    def _refusal_view(self) -> QWidget:
        """Lay out the sentence about what went wrong, and the ways out."""
        words = self._problem_words
        words.setObjectName("run_problem")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        ways = self.builtin, self.download_mnist, self.folder, self.dismiss
        row = in_row(*ways, (None, 1), gap=tokens.SPACE_M)
        view = QWidget(self)
        in_column((words, 1), row, gap=tokens.SPACE_XS, of=view)
        return view

    def _download_view(self) -> QWidget:
        """Lay out how far the download is, and a way to give it up."""
        self._download_words.setObjectName("download_words")
        row = in_row((self._download_bar, 1), self.cancel, gap=tokens.SPACE_M)
        row.setAlignment(self._download_bar, Qt.AlignmentFlag.AlignVCenter)
        view = QWidget(self)
        in_column((None, 1), self._download_words, row, of=view)
        return view

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

    def render_offer(self, offered: "UnfinishedRun | None") -> None:
        """Offer a run of last time, or no more; never while another one goes."""
        self._offered = offered
        self._render()

    def say_problem(self, error: CnnvizError) -> None:
        """Show why something beside the run could not be done."""
        self._said = error
        self._render()

    def say(self, notice: str) -> None:
        """Show a sentence in the place of the line about the run."""
        self._said, self._notice = None, notice
        self._render()

    def _render(self) -> None:
        problem = self._said or self._download.problem or self._run.problem
        if self._download.phase in ("going", "cancelling"):
            self._render_download()
            self._stack.setCurrentIndex(2)
        elif problem is not None:
            self._render_problem(problem)
            self._stack.setCurrentIndex(1)
        elif self._offered is not None and not self._run.is_active:
            self.offer.render_offer(self._offered, self._notice)
            self._stack.setCurrentIndex(3)
        else:
            self._run_words.setText(self._notice or run_words(self._run))
            unkept = self._run.unkept
            set_tip(self._run_words, "" if unkept is None else sentence(unkept))
            # A range of nothing is Qt's sign for "busy, no telling how long".
            preparing = self._run.phase == "preparing"
            self._run_bar.setRange(0, 0 if preparing else _FINE)
            self._run_bar.setValue(round(_FINE * self._run.share_done))
            self._stack.setCurrentIndex(0)

    def _render_problem(self, problem: CnnvizError) -> None:
        words = self._problem_words
        words.setText(self._sentence(problem))
        set_tip(words, sentence(problem))
        about_data = problem.code.startswith(_DATA_CODES) and problem is not self._said
        for button in (self.builtin, self.download_mnist, self.folder):
            button.setVisible(about_data)
        self.dismiss.setVisible(not about_data)
        look, role = QPalette(self.palette()), QPalette.ColorRole
        look.setColor(role.WindowText, look.color(role.BrightText))
        words.setPalette(look)

    def _sentence(self, problem: CnnvizError) -> str:
        """Say what went wrong; what each server said is for the tooltip."""
        if problem.code != "download_failed":
            return sentence(problem)
        return self.tr(
            "MNIST could not be downloaded: no server that has it could be reached, or "
            "none sent the right files. Check the connection and try again, or go on "
            "without MNIST."
        )

    def _render_download(self) -> None:
        download = self._download
        self.cancel.setEnabled(download.phase == "going")
        self._download_bar.setRange(0, download.total)
        self._download_bar.setValue(download.done)
        if download.phase == "cancelling":
            text = self.tr("Giving up the download…")
        elif not download.total:
            text = self.tr("Asking for MNIST…")
        else:
            text = self.tr("Downloading MNIST: {done} of {total} MB").format(
                done=fixed(download.done / _MEGABYTE, 1),
                total=fixed(download.total / _MEGABYTE, 1),
            )
        self._download_words.setText(text)

    @Slot()
    def _on_dismiss_clicked(self) -> None:
        self._said = None
        self._render()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_stack"):
            self._render()
        super().changeEvent(event)

    @override
    def _retranslate(self) -> None:
        self.builtin.setText(self.tr("&Use built-in digits"))
        set_names(
            self.builtin,
            "way_out_builtin",
            self.tr("Use built-in digits"),
            self.tr("Digits that cnnviz draws by itself: nothing to download"),
        )
        self.download_mnist.setText(self.tr("Download &MNIST (11 MB)"))
        set_names(
            self.download_mnist,
            "way_out_download",
            self.tr("Download MNIST"),
            self.tr("Fetch 70,000 handwritten digits from the internet, once"),
        )
        self.folder.setText(self.tr("&Choose a folder…"))
        set_names(
            self.folder,
            "way_out_folder",
            self.tr("Choose a folder"),
            self.tr("A folder with the four MNIST files, plain or .gz"),
        )
        self.dismiss.setText(self.tr("OK"))
        set_names(self.dismiss, "problem_dismiss", self.tr("Dismiss this message"))
        self.cancel.setText(self.tr("Cancel"))
        set_names(self.cancel, "download_cancel", self.tr("Cancel the download"))
        set_names(self._run_bar, "run_progress", self.tr("Progress of the run"))
        self._notice = ""
        self._render()


def _bar(parent: QWidget) -> QProgressBar:
    bar = QProgressBar(parent)
    bar.setTextVisible(False)
    bar.setFixedHeight(10)
    return bar


def _button(parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setMinimumHeight(tokens.HIT)
    return button
