"""The kept runs as a list over the page: open one, delete one, keep fewer."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.train.presenters.run_shelf import MEGABYTE, RunShelf
from cnnviz.pages.train.views.recipe.recipe_words import data_title
from cnnviz.state.level import set_level
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_title import title_words
from cnnviz.ui.numbers import fixed, percent, whole
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_listing import RunListed

_MOST_RUNS: Final = 1000
_LEAST_MEGABYTES: Final = 50
_MOST_MEGABYTES: Final = 1_000_000


class RunsPanel(HearsLanguage, QFrame):
    """List the runs; what is used by a process can be opened but not deleted.

    Signals
    -------
    open_requested(folder)
        A run is to be shown.
    folder_requested()
        A run that lies elsewhere is to be looked for.
    """

    open_requested = Signal(str)
    folder_requested = Signal()

    def __init__(self, shelf: RunShelf, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._shelf = shelf
        self._runs: tuple[RunListed, ...] = ()
        self._box: QMessageBox | None = None
        self.setObjectName("runs_panel")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._title, self._empty = QLabel(self), QLabel(self)
        self._title.setFont(half_bold(self._title.font()))
        self._empty.setObjectName("runs_hint")
        self._empty.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = QTableWidget(0, 7, self)
        self.open, self.delete = QPushButton(self), QPushButton(self)
        self.elsewhere, self.close_list = QPushButton(self), QPushButton(self)
        self._limit_words = QLabel(self), QLabel(self), QLabel(self)
        self.most, self.megabytes = WholeSpin(self), WholeSpin(self)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.hide()

    def _set_up_table(self) -> None:
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(tokens.HIT)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(tokens.ICON_PICTURE)

    def _lay_out(self) -> None:
        self.most.setRange(1, _MOST_RUNS)
        self.megabytes.setRange(_LEAST_MEGABYTES, _MOST_MEGABYTES)
        for each in (self.open, self.delete, self.elsewhere, self.close_list):
            each.setMinimumHeight(tokens.HIT)
        before, between, after = self._limit_words
        limit = in_row(
            before, self.most, between, self.megabytes, after, gap=tokens.SPACE_M
        )
        row = in_row(
            self.open, self.delete, self.elsewhere, (None, 1), limit,
            gap=tokens.SPACE_M,
        )  # fmt: skip
        top = in_row(self._title, (None, 1), self.close_list)
        in_column(
            top, self._empty, (self.table, 1), row, gap=tokens.SPACE_M, of=self,
            margin=tokens.SPACE_XL,
        )  # fmt: skip

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._render_buttons)
        self.table.itemActivated.connect(self._on_open_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self.elsewhere.clicked.connect(self.folder_requested)
        self.close_list.clicked.connect(self.hide)
        self._shelf.store.changed.connect(self._render)
        self._shelf.limit.changed.connect(self._render_limit)
        for spin in (self.most, self.megabytes):
            spin.valueChanged.connect(self._on_limit_changed)

    @Slot()
    def show_list(self) -> None:
        """Come to the front with the runs as they are now."""
        self._shelf.look()
        self._render()
        self.show()
        self.raise_()
        self.table.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> "RunListed | None":
        """The run whose row is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self._runs[rows[0].row()] if rows else None

    @Slot()
    def _render(self) -> None:
        chosen, found = self.chosen, self._shelf.store.state
        self._runs = found or ()
        self.table.setRowCount(len(self._runs))
        for row, run in enumerate(self._runs):
            for column, text in enumerate(self._cells(run)):
                item = QTableWidgetItem(text)
                where = plain(str(run.folder))
                item.setData(Qt.ItemDataRole.ToolTipRole, where)
                if column > 2:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, item)
            if chosen is not None and run.folder == chosen.folder:
                self.table.selectRow(row)
        if self._runs and self.chosen is None:
            self.table.selectRow(0)
        self._empty.setVisible(not self._runs)
        self.table.setVisible(bool(self._runs))
        self._empty.setText(
            self.tr("Looking for runs…")
            if found is None
            else self.tr("No run is kept yet. Start one, or open a run folder.")
        )
        self._render_buttons()

    def _cells(self, run: "RunListed") -> tuple[str, ...]:
        settings, told = run.settings, run.told
        size = fixed(run.size / MEGABYTE, 1)
        begun = ""
        if run.begun is not None:
            here = QDateTime.fromSecsSinceEpoch(int(run.begun.timestamp()))
            begun = QLocale().toString(here, QLocale.FormatType.ShortFormat)
        disk, condition = self.tr("{size} MB").format(size=size), self._condition(run)
        if settings is None or told is None:
            return plain(run.folder.name), "", begun, "", "", disk, condition
        best = run.best_accuracy
        return (
            plain(title_words(settings.config.network.title)),
            data_title(settings.data),
            begun,
            self.tr("{done} of {epochs}").format(
                done=whole(len(told.epochs)), epochs=whole(settings.config.epochs)
            ),
            "" if best is None else percent(best, 2),
            disk,
            condition,
        )

    def _condition(self, run: "RunListed") -> str:
        return {
            "running": self.tr("in use"),
            "finished": self.tr("finished"),
            "failed": self.tr("failed"),
            "interrupted": self.tr("stopped"),
            "damaged": self.tr("damaged"),
        }[run.condition]

    @Slot()
    def _render_buttons(self) -> None:
        run = self.chosen
        self.open.setEnabled(run is not None)
        self.delete.setEnabled(run is not None and run.condition != "running")

    @Slot()
    def _render_limit(self) -> None:
        limit = self._shelf.limit.state
        for spin, value in (
            (self.most, limit.runs),
            (self.megabytes, limit.size // MEGABYTE),
        ):
            with QSignalBlocker(spin):
                spin.setValue(value)

    @Slot()
    def _on_limit_changed(self) -> None:
        self._shelf.set_limit(self.most.value(), self.megabytes.value())

    @Slot()
    def _on_open_clicked(self) -> None:
        run = self.chosen
        if run is not None:
            self.hide()
            self.open_requested.emit(str(run.folder))

    @Slot()
    def _on_delete_clicked(self) -> None:
        run = self.chosen
        if run is None:
            return
        box = self._box = QMessageBox(self)
        box.setObjectName("delete_run_question")
        box.setWindowTitle(self.tr("Delete run"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        text = self.tr("Delete {name}, with all of its snapshots? It cannot be undone.")
        box.setText(text.format(name=plain(run.folder.name)))
        role = QMessageBox.ButtonRole
        delete = box.addButton(self.tr("Delete"), role.DestructiveRole)
        delete.setObjectName("delete_run_yes")
        keep = box.addButton(self.tr("Keep"), role.RejectRole)
        keep.setObjectName("delete_run_no")
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setProperty("folder", str(run.folder))
        box.finished.connect(self._on_delete_answered)
        box.open()

    @Slot()
    def _on_delete_answered(self) -> None:
        box, self._box = self._box, None
        if box is None:
            return
        clicked: QAbstractButton | None = box.clickedButton()
        if clicked is not None and clicked.objectName() == "delete_run_yes":
            self._shelf.delete(Path(str(box.property("folder"))))
        box.deleteLater()

    @override
    def _retranslate(self) -> None:
        self._title.setText(self.tr("Runs on this computer"))
        self.open.setText(self.tr("Show run"))
        set_names(
            self.open,
            "runs_open",
            self.tr("Show the selected run"),
            self.tr("Show its curves and its timeline, without training"),
        )
        self.delete.setText(self.tr("Delete run…"))
        set_names(
            self.delete,
            "runs_delete",
            self.tr("Delete the selected run"),
            self.tr("A run that is still being written cannot be deleted"),
        )
        self.elsewhere.setText(self.tr("Open folder…"))
        set_names(
            self.elsewhere,
            "runs_elsewhere",
            self.tr("Show the run of another folder"),
            self.tr("A run started on the command line is followed live"),
        )
        self.close_list.setText(self.tr("Close"))
        set_names(self.close_list, "runs_close", self.tr("Close the list of runs"))
        self._name_limit()
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Network"),
                self.tr("Data"),
                self.tr("Begun"),
                self.tr("Epochs"),
                self.tr("Best accuracy"),
                self.tr("On disk"),
                self.tr("State"),
            ]
        )
        sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for column in range(self.table.columnCount()):  # as below them
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                item.setTextAlignment(sides[column > 2] | Qt.AlignmentFlag.AlignVCenter)
        set_names(
            self.table,
            "runs_table",
            self.tr("Kept runs"),
            self.tr("Return or a double click shows a run"),
        )
        self._render()

    def _name_limit(self) -> None:
        before, between, after = self._limit_words
        before.setText(self.tr("Keep at most"))
        between.setText(self.tr("runs of"))
        after.setText(self.tr("MB together"))
        tip = self.tr(
            "The oldest are deleted when a new run starts; one that can be "
            "continued stays"
        )
        set_names(self.most, "runs_most", self.tr("Most runs that are kept"), tip)
        set_names(
            self.megabytes,
            "runs_megabytes",
            self.tr("Megabytes that all runs may take"),
            tip,
        )
        self._render_limit()
