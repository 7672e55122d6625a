"""What the network reads and answers: size and channels of the picture, classes."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cnnviz.pages.network.model.network_draft import NetworkDraft
from cnnviz.pages.network.presenters.editor_presenter import EditorPresenter
from cnnviz.pages.network.views.editor.field_editors import SPIN_WIDTH
from cnnviz.pages.network.views.editor.layer_form import settings_grid
from cnnviz.pages.network.views.editor.quiet_fields import QuietChoice, QuietWhole
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

_LARGEST_SIDE = 512
_MOST_CLASSES = 1000
_CHANNELS = (1, 3)


class InputForm(Retranslated):
    """The settings of the picture's row."""

    def __init__(self, presenter: EditorPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._draft: NetworkDraft | None = None
        self._colours = QuietChoice(self)
        for channels in _CHANNELS:
            self._colours.addItem("", channels)
        self._rows, self._columns = QuietWhole(self), QuietWhole(self)
        self._classes, self._labels = QuietWhole(self), QLineEdit(self)
        self._title = QLineEdit(self)
        self._names = [QLabel(self) for _ in range(5)]
        self._lay_out()
        self._colours.activated.connect(self._on_input_changed)
        for side in (self._rows, self._columns):
            side.valueChanged.connect(self._on_input_changed)
        self._classes.valueChanged.connect(presenter.set_classes)
        self._labels.editingFinished.connect(self._on_labels_typed)
        self._title.editingFinished.connect(self._on_titled)
        for spin in (self._rows, self._columns, self._classes):
            spin.editingFinished.connect(presenter.end_edit)
        self._retranslate()

    def render_draft(self, draft: NetworkDraft) -> None:
        """Show what a draft reads and answers."""
        self._draft = draft
        channels, height, width = draft.input_chw
        shown = (
            (self._rows, height),
            (self._columns, width),
            (self._classes, len(draft.labels)),
        )
        for spin, value in shown:
            with QSignalBlocker(spin):
                spin.setMaximum(max(spin.maximum(), value))
                if spin.value() != value:
                    spin.setValue(value)
        with QSignalBlocker(self._colours):
            self._colours.setCurrentIndex(self._colours.findData(channels))
        with QSignalBlocker(self._title):
            if self._title.text() != draft.title:
                self._title.setText(draft.title)
        with QSignalBlocker(self._labels):
            if self._labels.text() != labels_text(draft.labels):
                self._labels.setText(labels_text(draft.labels))
                self._labels.setCursorPosition(0)

    def _lay_out(self) -> None:
        grid = settings_grid(self)
        for spin, most in (
            (self._rows, _LARGEST_SIDE),
            (self._columns, _LARGEST_SIDE),
            (self._classes, _MOST_CLASSES),
        ):
            spin.setRange(1, most)
        times = QLabel("×", self)
        size = QWidget(self)
        in_row(self._rows, times, self._columns, (None, 1), gap=tokens.SPACE_S, of=size)
        classes = QWidget(self)
        in_row(self._classes, (None, 1), of=classes)
        for spin in (self._rows, self._columns, self._classes):
            spin.setFixedWidth(SPIN_WIDTH)
        fields = (self._title, self._colours, size, classes, self._labels)
        for row, (label, field) in enumerate(zip(self._names, fields, strict=True)):
            label.setMinimumHeight(tokens.HIT)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        for line in (self._title, self._labels):
            line.setMinimumHeight(tokens.HIT)

    @Slot()
    def _on_input_changed(self) -> None:
        now, _, _ = self._presenter.draft.input_chw
        channels = self._colours.currentData() or now
        self._presenter.set_input(channels, self._rows.value(), self._columns.value())

    @Slot()
    def _on_titled(self) -> None:
        if self._draft is not None and self._title.text() != self._draft.title:
            self._presenter.set_title(self._title.text())
            self._title.setText(self._presenter.draft.title)

    @Slot()
    def _on_labels_typed(self) -> None:
        labels = labels_of(self._labels.text())
        if self._draft is not None and labels and labels != self._draft.labels:
            self._presenter.set_labels(labels)

    def _retranslate(self) -> None:
        texts = (
            self.tr("Network"),
            self.tr("Channels"),
            self.tr("Rows × columns"),
            self.tr("Classes"),
            self.tr("Class names"),
        )
        for label, text in zip(self._names, texts, strict=True):
            label.setText(text)
        self._colours.setItemText(0, self.tr("1: grey"))
        self._colours.setItemText(1, self.tr("3: colour"))
        tip = self.tr("How many channels the picture has")
        set_names(self._colours, "input_channels", texts[1], tip)
        tip = self.tr("Every picture is brought to this size")
        set_names(self._rows, "input_rows", self.tr("Rows of the picture"), tip)
        set_names(
            self._columns, "input_columns", self.tr("Columns of the picture"), tip
        )
        tip = self.tr("How many answers there are to choose from")
        set_names(self._classes, "classes", texts[3], tip)
        tip = self.tr("What the classes are called, with commas in between")
        set_names(self._labels, "class_names", texts[4], tip)
        tip = self.tr("What the network is called")
        set_names(self._title, "network_title", texts[0], tip)


def labels_text(labels: tuple[str, ...]) -> str:
    """Return the names of classes in one line.

    Examples
    --------
    >>> labels_text(("cat", "dog")), labels_text(("tench, fish", "dog"))
    ('cat, dog', 'tench, fish; dog')
    """
    mark = "; " if any("," in label for label in labels) else ", "
    return mark.join(labels)


def labels_of(text: str) -> tuple[str, ...]:
    """Return the names in a line, parted by semicolons where there are any."""
    mark = ";" if ";" in text else ","
    return tuple(label for part in text.split(mark) if (label := part.strip()))
