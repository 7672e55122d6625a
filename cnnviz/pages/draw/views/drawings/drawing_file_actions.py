"""Opening drawings, and saving the sheet: actions that ask where."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cnnviz.pages.draw.presenters.drawings.drawing_files import OpenedDrawings
from cnnviz.pages.draw.presenters.drawings.drawings_presenter import (
    DrawingsPresenter,
    DrawingsState,
)
from cnnviz.ui.controls.file_actions import FileActions
from cnnviz.ui.controls.file_dialogs import ask_what_to_open, ask_where_to_save
from cnnviz.ui.page import name_action
from cnnviz.ui.texts import filled


class DrawingFileActions(FileActions):
    """Ask for a name without holding up the window, then read or write.

    Attributes
    ----------
    open
        Of drawings in a file of strokes.
    """

    page = "draw"

    def __init__(self, drawings: DrawingsPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawings = drawings
        self.open = self._action("open_strokes", self._on_open)
        self._sheet = self._action("export_sheet", self._on_export_sheet)
        self._strokes = self._action("export_strokes", self._on_export_strokes)
        drawings.files.opened.connect(self._on_opened)
        drawings.files.saved.connect(self._on_saved)
        drawings.store.changed.connect(self._render)
        self.retranslate()
        self._render(drawings.store.state)

    @property
    def exports(self) -> tuple[QAction, ...]:
        """Those of the Export menu."""
        return self._sheet, self._strokes

    @Slot(object)
    def _render(self, state: DrawingsState) -> None:
        current = state.current
        self._sheet.setEnabled(current is not None)
        self._strokes.setEnabled(current is not None and bool(current.strokes))

    @Slot()
    def _on_open(self) -> None:
        kinds = (self.tr("Drawings as strokes (*.json)"),)
        dialog = ask_what_to_open(self._parent, self.tr("Open drawings"), kinds)
        dialog.setObjectName("open_strokes_dialog")
        dialog.fileSelected.connect(self._drawings.files.open)

    @Slot()
    def _on_export_sheet(self) -> None:
        dialog = ask_where_to_save(
            self._parent,
            "export_sheet_dialog",
            self.tr("Save sheet as PNG"),
            (self.tr("PNG picture (*.png)"),),
            self.tr("drawing") + ".png",
        )
        dialog.fileSelected.connect(self._on_sheet_selected)

    @Slot(str)
    def _on_sheet_selected(self, path: str) -> None:
        current = self._drawings.store.state.current
        if current is not None:
            self._drawings.files.save_sheet(path, current.ink_hw)

    @Slot()
    def _on_export_strokes(self) -> None:
        dialog = ask_where_to_save(
            self._parent,
            "export_strokes_dialog",
            self.tr("Save strokes"),
            (self.tr("Drawings as strokes (*.json)"),),
            self.tr("drawing") + ".json",
        )
        dialog.fileSelected.connect(self._on_strokes_selected)

    @Slot(str)
    def _on_strokes_selected(self, path: str) -> None:
        current = self._drawings.store.state.current
        if current is not None and current.strokes:
            self._drawings.files.save_strokes(path, current.strokes)

    @Slot(object)
    def _on_opened(self, opened: OpenedDrawings) -> None:
        taken = len(opened.drawings)
        text = self.tr("{count} {count|drawing|drawings} opened")
        if taken < opened.count:
            text = self.tr("{count} of {all} drawings opened")
        self.notified.emit(filled(text, count=taken, all=opened.count))

    def retranslate(self) -> None:
        """Set all texts."""
        name_action(
            self.open,
            self.tr("Open drawings…"),
            self.tr("Drawings as strokes, from a file; they may be dropped here, too"),
        )
        name_action(
            self._sheet,
            self.tr("Save sheet as PNG…"),
            self.tr("The drawing on white paper, 280 × 280 pixels"),
        )
        name_action(
            self._strokes,
            self.tr("Save strokes…"),
            self.tr("What the pen did, with its times, as “cnnviz classify” reads it"),
        )
