"""The ways by which pictures and networks come into the window, and out of it."""

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_files import ENDINGS
from cnnviz.pages.convolution.model.lab_file import SUFFIX, is_lab_name
from cnnviz.shell.actions import WindowActions
from cnnviz.shell.drop import OfferedAddress, OfferedNumbers, offered_picture
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.run.moments import holds_runs, is_run
from cnnviz.state.workers.weight_file import is_network_or_weights
from cnnviz.ui.controls.last_folder import last_folder
from cnnviz.ui.picture_image import picture_image
from cnnviz.ui.texts import sentence

_LONGEST = 60
_PATTERNS = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


class PictureActions(QObject):
    """Turn menu, clipboard and drop into wishes of the picture presenter.

    Signals
    -------
    refused(text)
        A picture could not be had: a sentence to show.
    lab_offered(path)
        An experiment is to be opened.
    network_offered(path)
        A file of a network, or of weights, is to be opened.
    run_offered(folder)
        A folder of a run of training, or of several, is to be shown.
    """

    refused = Signal(str)
    lab_offered = Signal(str)
    network_offered = Signal(str)
    run_offered = Signal(str)

    def __init__(
        self,
        presenter: PicturePresenter,
        actions: WindowActions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._window = window
        self._dialog: QFileDialog | None = None
        actions.open_picture.triggered.connect(self._on_open_triggered)
        actions.new_drawing.triggered.connect(presenter.start_drawing)
        actions.copy.triggered.connect(self._on_copy_triggered)
        actions.stretch.triggered.connect(presenter.stretch)
        actions.paste.triggered.connect(self._on_paste_triggered)
        for action in actions.samples.values():
            action.triggered.connect(self._on_sample_triggered)
        presenter.picture_failed.connect(self._on_picture_failed)

    def open_file(self, path: str) -> None:
        """Open a picture file, a lab file with all that is in it, or a network."""
        last_folder(self._window).remember(path)
        if is_lab_name(path):
            self.lab_offered.emit(path)
        elif is_network_or_weights(path):
            self.network_offered.emit(path)
        elif is_run(path) or holds_runs(path):
            self.run_offered.emit(path)
        else:
            self._presenter.open_file(path)

    def take(self, mime: QMimeData) -> bool:
        """Use what was dropped or copied; say whether it was of any use."""
        match offered_picture(mime):
            case str(path):
                self.open_file(path)
            case bytes(data):
                self._presenter.paste(data)
            case OfferedNumbers(text):
                self._presenter.paste_numbers(text, in_field=False)
            case OfferedAddress(address):
                self.refused.emit(self._address_words(address))
            case None:
                return False
        return True

    def _address_words(self, address: str) -> str:
        shown = address if len(address) <= _LONGEST else address[:_LONGEST] + "…"
        return self.tr(
            "{address} is an address on the web, and cnnviz does not go there. Open it "
            "in a browser, copy the picture itself there, and paste it here."
        ).format(address=shown)

    @Slot()
    def _on_open_triggered(self) -> None:
        if self._dialog is None:
            self._dialog = QFileDialog(self._window)
            self._dialog.setObjectName("open_picture_dialog")
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.fileSelected.connect(self._on_file_selected)
        self._dialog.setWindowTitle(self.tr("Open picture or experiment"))
        endings = f"{_PATTERNS} {_PATTERNS.upper()}"
        tables = " ".join(f"*{ending} *{ending.upper()}" for ending in ENDINGS)
        both = self.tr("Pictures and experiments") + f" ({endings} *{SUFFIX} {tables})"
        pictures = self.tr("Pictures") + f" ({endings})"
        labs = self.tr("cnnviz experiments") + f" (*{SUFFIX})"
        everything = self.tr("All files") + " (*)"
        numbers = self.tr("Files of numbers") + f" ({tables})"
        self._dialog.setNameFilters([both, pictures, labs, numbers, everything])
        last_folder(self._dialog).begin(self._dialog)
        self._dialog.open()

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        self.open_file(path)

    @Slot()
    def _on_sample_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._presenter.open_sample(str(action.data()))

    @Slot()
    def _on_copy_triggered(self) -> None:
        picture = self._presenter.store.state.picture
        QGuiApplication.clipboard().setImage(picture_image(picture))

    @Slot()
    def _on_paste_triggered(self) -> None:
        # An empty clipboard offers no data at all, whatever the type says.
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is None or not self.take(mime):
            self.refused.emit(
                self.tr(
                    "There is no picture to paste, and no numbers. Copy a picture, a "
                    "picture file or a table of numbers first."
                )
            )

    @Slot(object)
    def _on_picture_failed(self, error: CnnvizError) -> None:
        self.refused.emit(sentence(error))
