"""Own drawings: kept class by class, counted, taken back, learned from."""

from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.shown_text import MOST
from cnnviz.pages.train.presenters.data.own_drawings import OwnDrawingsPresenter
from cnnviz.pages.train.views.data.number_cells import PixelGrid
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.texts import filled, plain, sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold

_DIGITS: Final = tuple("0123456789")
_PAD: Final = 196
_WIDE: Final = 92


class DrawingsPart(Retranslated):
    """Keep the drawing of now in the collection, and say what is in it.

    Signals
    -------
    data_wanted(path)
        The collection is to be learned from.
    """

    data_wanted = Signal(str)

    def __init__(self, presenter: OwnDrawingsPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.drawing = PixelGrid(self, lambda level: whole(int(level)))
        self.label = QComboBox(self)
        self.add, self.take_back, self.open, self.use = (
            QPushButton(self) for _ in range(4)
        )
        self._ask, self._said, self._counts, self._where = (
            QLabel(self) for _ in range(4)
        )
        self._locked = False
        self._lay_out()
        self.add.clicked.connect(self._on_add_clicked)
        self.take_back.clicked.connect(presenter.take_back)
        self.open.clicked.connect(self._on_open_clicked)
        self.use.clicked.connect(self._on_use_clicked)
        presenter.store.changed.connect(self._render)
        presenter.pictures.changed.connect(self._render)
        self._retranslate()

    def _lay_out(self) -> None:
        labels = self._ask, self._said, self._counts, self._where
        names = "drawings_ask", "drawings_said", "drawings_counts", "drawings_where"
        for label, name in zip(labels, names, strict=True):
            label.setObjectName(name)
            label.setWordWrap(True)
        self._ask.setFont(half_bold(self._ask.font()))
        self.label.setEditable(True)
        self.label.addItems(_DIGITS)
        self.label.setMinimumWidth(_WIDE)
        self.label.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for part in (self.label, self.add, self.take_back, self.open, self.use):
            part.setMinimumHeight(tokens.HIT)
        self.drawing.setFixedSize(_PAD + 2, _PAD + 2)
        keep = in_row(
            self.label, self.add, self.take_back, (None, 1), gap=tokens.SPACE_M
        )
        go = in_row(self.use, self.open, (None, 1), gap=tokens.SPACE_M)
        parts = self._ask, keep, self._said, self._counts, go, self._where, (None, 1)
        right = in_column(*parts, gap=tokens.SPACE_L)
        left = in_column(self.drawing, (None, 1), gap=0)
        in_row(left, (right, 1), gap=tokens.SPACE_XL, of=self)

    def render_locked(self, locked: bool) -> None:
        """Offer no other data while a run goes."""
        self._locked = locked
        self._render()

    @Slot()
    def _render(self) -> None:
        presenter, own = self._presenter, self._presenter.store.state
        can_add, total = presenter.can_add, sum(own.counts.values())
        shown = presenter.pictures.state.picture.pixels_chw[0] if can_add else None
        self.drawing.render_pixels(shown)
        self.drawing.setVisible(can_add)
        self.add.setEnabled(can_add)
        self.take_back.setEnabled(total > 0)
        self.use.setEnabled(total > 0 and not self._locked)
        self.open.setEnabled(total > 0)
        self._ask.setText(
            self.tr("What is this drawing? Keep it as a picture to learn from.")
            if can_add
            else self.tr("Draw something on the Draw page: it can be kept here.")
        )
        self._said.setText(self._said_text())
        self._said.setVisible(bool(self._said.text()))
        counts = ", ".join(
            f"{plain(name)}: {whole(count)}" for name, count in own.counts.items()
        )
        text = self.tr("{count} {count|drawing|drawings} in the collection. {counts}")
        said = filled(text, count=total, counts=counts).strip()
        nothing = self.tr("No drawing in the collection yet.")
        self._counts.setText(said if total else nothing)

    def _said_text(self) -> str:
        own = self._presenter.store.state
        if own.problem is not None:
            return sentence(own.problem)
        text = self.tr("Kept as {name}.") if own.added else ""
        return text.format(name=plain(own.added))

    @Slot()
    def _on_add_clicked(self) -> None:
        self._presenter.add(self.label.currentText())

    @Slot()
    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._presenter.folder)))

    @Slot()
    def _on_use_clicked(self) -> None:
        self.data_wanted.emit(str(self._presenter.folder))

    @override
    def _retranslate(self) -> None:
        tip = self.tr("The class of the drawing: a digit, or any name")
        set_names(self.label, "drawings_class", self.tr("Class"), tip)
        buttons = (
            (self.add, "add", self.tr("Add to my drawings"), ""),
            (
                self.take_back,
                "take_back",
                self.tr("Delete the last one"),
                self.tr("Delete the drawing that was kept last"),
            ),
            (
                self.use,
                "use",
                self.tr("Learn from my drawings"),
                self.tr("Choose the collection as the data of the next run"),
            ),
            (
                self.open,
                "open",
                self.tr("Open the folder"),
                self.tr("Show the picture files in the file manager"),
            ),
        )
        for button, name, text, tip in buttons:
            button.setText(text)
            set_names(button, f"drawings_{name}", text, tip)
        set_names(self.drawing, "drawings_drawing", self.tr("The drawing"))
        folder = plain(str(self._presenter.folder), MOST)
        self._where.setText(self.tr("Folder: {folder}").format(folder=folder))
        self._where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        set_tip(self._where, folder)
        self._render()
