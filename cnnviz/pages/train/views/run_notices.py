"""What stands in the way of a run, or is offered: a row only while there is any."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.presenters.download_presenter import Download
from cnnviz.pages.train.views.offer_view import OfferView
from cnnviz.pages.train.views.run_text import lasting_words
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

_MEGABYTE = 1e6


class RunNotices(Retranslated):
    """Show one thing or nothing: a refusal, a download, an offer, what stays true.

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

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._run = Run()
        self._download = Download()
        self._offered: UnfinishedRun | None = None
        self._said: CnnvizError | None = None
        self._dismissed: CnnvizError | None = None
        self._lasting, self._problem_words = QLabel(self), QLabel(self)
        self._download_words = QLabel(self)
        self._download_bar = _bar(self)
        self.builtin, self.download_mnist = _button(self), _button(self)
        self.folder, self.dismiss = _button(self), _button(self)
        self.cancel = _button(self)
        self.offer = OfferView(self)
        refusal, download = self._refusal_view(), self._download_view()
        self._views = self._lasting, refusal, download, self.offer
        in_column(*self._views, of=self)
        self._lasting.setObjectName("run_lasting")
        self._lasting.setWordWrap(True)
        self.dismiss.clicked.connect(self._on_dismiss_clicked)
        self._retranslate()

    def _refusal_view(self) -> QWidget:
        """Lay out the sentence about what went wrong, and the ways out beside it."""
        words = self._problem_words
        words.setObjectName("run_problem")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        ways = self.builtin, self.download_mnist, self.folder, self.dismiss
        view = QWidget(self)
        in_row((words, 1), *ways, gap=tokens.SPACE_M, of=view)
        return view

    def _download_view(self) -> QWidget:
        """Lay out how far the download is, and a way to give it up."""
        self._download_words.setObjectName("download_words")
        view = QWidget(self)
        parts = self._download_words, (self._download_bar, 1), self.cancel
        row = in_row(*parts, gap=tokens.SPACE_M, of=view)
        row.setAlignment(self._download_bar, Qt.AlignmentFlag.AlignVCenter)
        return view

    def render_run(self, run: Run) -> None:
        """Show why a run failed, or is not kept."""
        if run.number != self._run.number or run.phase != self._run.phase:
            self._said = None
        self._run = run
        self._render()

    def render_download(self, download: Download) -> None:
        """Show how far the download is, or why it failed."""
        self._download = download
        self._render()

    def render_offer(self, offered: "UnfinishedRun | None") -> None:
        """Offer a run of last time, or no more; never while another one goes."""
        self._offered = offered
        self._render()

    def say_problem(self, error: CnnvizError) -> None:
        """Show why something beside the run could not be done."""
        self._said = error
        self._render()

    def forget(self) -> None:
        """Show no problem any more: what was asked for since has been done."""
        self._said = None
        self._render()

    def _render(self) -> None:
        problem = self._said or self._download.problem or self._run.problem
        if problem is self._dismissed:
            problem = None
        lasting, refusal, download, offer = self._views
        shown: QWidget | None = None
        if self._download.phase in ("going", "cancelling"):
            self._render_download()
            shown = download
        elif problem is not None:
            self._render_problem(problem)
            shown = refusal
        elif self._offered is not None and not self._run.is_active:
            self.offer.render_offer(self._offered)
            shown = offer
        elif text := lasting_words(self._run):
            self._lasting.setText(text)
            unkept = self._run.unkept
            set_tip(self._lasting, "" if unkept is None else sentence(unkept))
            shown = lasting
        for view in self._views:
            view.setVisible(view is shown)
        self.setVisible(shown is not None)

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
            "MNIST could not be downloaded: no server answered with the right "
            "files. Check your internet connection and try again, or use the "
            "built-in digits."
        )

    def _render_download(self) -> None:
        download = self._download
        self.cancel.setEnabled(download.phase == "going")
        self._download_bar.setRange(0, download.total)
        self._download_bar.setValue(download.done)
        if download.phase == "cancelling":
            text = self.tr("Cancelling the download…")
        elif not download.total:
            text = self.tr("Connecting to the MNIST server…")
        else:
            text = self.tr("Downloading MNIST: {done} of {total} MB").format(
                done=fixed(download.done / _MEGABYTE, 1),
                total=fixed(download.total / _MEGABYTE, 1),
            )
        self._download_words.setText(text)

    @Slot()
    def _on_dismiss_clicked(self) -> None:
        self._dismissed = self._run.problem
        self.forget()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_views"):
            self._render()
        super().changeEvent(event)

    @override
    def _retranslate(self) -> None:
        self.builtin.setText(self.tr("&Use built-in digits"))
        set_names(
            self.builtin,
            "way_out_builtin",
            self.tr("Use built-in digits"),
            self.tr("Use digits that cnnviz draws itself; nothing to download"),
        )
        self.download_mnist.setText(self.tr("Download &MNIST (11 MB)"))
        set_names(
            self.download_mnist,
            "way_out_download",
            self.tr("Download MNIST"),
            self.tr("Download 70,000 handwritten digits from the internet, once only"),
        )
        self.folder.setText(self.tr("&Choose a folder…"))
        set_names(
            self.folder,
            "way_out_folder",
            self.tr("Choose a folder"),
            self.tr("Choose a folder with the four MNIST files, unpacked or .gz"),
        )
        self.dismiss.setText(self.tr("OK"))
        set_names(self.dismiss, "problem_dismiss", self.tr("Dismiss this message"))
        self.cancel.setText(self.tr("Cancel"))
        set_names(self.cancel, "download_cancel", self.tr("Cancel the download"))
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
