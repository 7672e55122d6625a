"""Own drawings: what is in the collection, learned from; drawn on the Draw page."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.shown_text import MOST
from cnnviz.pages.train.presenters.data.own_drawings import OwnDrawingsPresenter
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.texts import filled, plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold


class DrawingsPart(Retranslated):
    """Say what is in the collection, and lead to where it is drawn.

    Signals
    -------
    data_wanted(path)
        The collection is to be learned from.
    """

    data_wanted = Signal(str)

    def __init__(self, presenter: OwnDrawingsPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.more, self.use, self.open = (QPushButton(self) for _ in range(3))
        self._head, self._how, self._counts, self._where = (
            QLabel(self) for _ in range(4)
        )
        self._locked = False
        self._lay_out()
        self.more.clicked.connect(presenter.more_wanted)
        self.use.clicked.connect(self._on_use_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        presenter.store.changed.connect(self._render)
        self._retranslate()

    def _lay_out(self) -> None:
        labels = self._head, self._how, self._counts, self._where
        names = "drawings_head", "drawings_how", "drawings_counts", "drawings_where"
        for label, name in zip(labels, names, strict=True):
            label.setObjectName(name)
            label.setWordWrap(True)
        self._head.setFont(half_bold(self._head.font()))
        buttons = self.more, self.use, self.open
        for button in buttons:
            button.setMinimumHeight(tokens.HIT)
        row = in_row(*buttons, (None, 1), gap=tokens.SPACE_M)
        parts = self._head, self._counts, row, self._how, self._where, (None, 1)
        in_column(*parts, gap=tokens.SPACE_L, of=self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.look()

    def render_locked(self, locked: bool) -> None:
        """Offer no other data while a run goes."""
        self._locked = locked
        self._render()

    @Slot()
    def _render(self) -> None:
        counts = self._presenter.store.state.counts
        total = sum(counts.values())
        self.use.setEnabled(total > 0 and not self._locked)
        self.open.setEnabled(total > 0)
        text = self.tr("{count} {count|drawing|drawings} in the collection.")
        nothing = self.tr("No drawing in the collection yet.")
        self._head.setText(filled(text, count=total) if total else nothing)
        each = (f"{plain(name)}: {whole(count)}" for name, count in counts.items())
        self._counts.setText(", ".join(each))
        self._counts.setVisible(total > 0)

    @Slot()
    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._presenter.folder)))

    @Slot()
    def _on_use_clicked(self) -> None:
        self.data_wanted.emit(str(self._presenter.folder))

    @override
    def _retranslate(self) -> None:
        buttons = (
            (
                self.more,
                "more",
                self.tr("Draw examples"),
                self.tr("Open your own classes on the Draw page"),
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
        self._how.setText(
            self.tr(
                "They are drawn on the Draw page, with Own classes: name a class, draw, "
                "press A, and draw the next. Each is an ordinary picture in a folder of "
                "its class."
            )
        )
        folder = plain(str(self._presenter.folder), MOST)
        self._where.setText(self.tr("Folder: {folder}").format(folder=folder))
        self._where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        set_tip(self._where, folder)
        self._render()
