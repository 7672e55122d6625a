"""What can be taken away from the page, as a menu."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import MOST
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.export_presenter import ExportPresenter
from cnnviz.pages.convolution.views.export.animation_dialog import AnimationDialog
from cnnviz.state.level import set_level
from cnnviz.ui.controls.file_dialogs import ask_where_to_save
from cnnviz.ui.page import set_names
from cnnviz.ui.refusal import Refusal
from cnnviz.ui.texts import plain
from cnnviz.ui.view_export import view_png, view_svg


class ExportMenu(QMenu):
    """Save the view, an animation of the walk, or the output's numbers.

    Signals
    -------
    notified(text)
        Where a file is now, for the status line.
    refused(text), settled(text)
        Why a file could not be written, and that one of its kind was since.
    """

    notified = Signal(str)
    refused = Signal(str)
    settled = Signal(str)

    def __init__(
        self,
        presenter: ExportPresenter,
        view: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._presenter = presenter
        self._view = tuple(view)
        self._kind = ""
        self._dialog: QFileDialog | None = None
        self._animation: AnimationDialog | None = None
        self.save_png = self._action(self._on_png_triggered)
        self.save_svg = self._action(self._on_svg_triggered)
        self.save_animation = self._action(self._on_animation_triggered)
        self.addSeparator()
        self.save_output = self._action(self._on_output_triggered)
        self._refusal, self._animation_refusal = Refusal(self), Refusal(self)
        self._connect(presenter)
        self._retranslate()
        self.render_state(presenter.lab.state)

    def _connect(self, presenter: ExportPresenter) -> None:
        for refusal in (self._refusal, self._animation_refusal):
            refusal.refused.connect(self.refused)
            refusal.settled.connect(self.settled)
        for saved, refusal in (
            (presenter.saved, self._refusal),
            (presenter.animation_saved, self._animation_refusal),
        ):
            saved.connect(refusal.settle)
            saved.connect(self._on_saved)
        presenter.failed.connect(self._refusal.refuse)
        presenter.animation_failed.connect(self._on_animation_failed)
        presenter.lab.changed.connect(self._on_state_changed)

    @property
    def savings(self) -> Sequence[QAction]:
        """The actions, for the menu bar too."""
        return (self.save_png, self.save_svg, self.save_animation, self.save_output)

    def _action(self, slot: object) -> QAction:
        action = self.addAction("")
        action.triggered.connect(slot)
        return action

    def render_state(self, state: LabState) -> None:
        """Offer an animation and an output only where there is a walk."""
        for action in (self.save_animation, self.save_output):
            action.setEnabled(state.walk is not None)

    @Slot(object, object)
    def _on_state_changed(self, new: LabState, _old: LabState) -> None:
        self.render_state(new)

    @Slot()
    def _on_png_triggered(self) -> None:
        name, kinds = self.tr("convolution") + ".png", [self.tr("PNG picture (*.png)")]
        dialog = self._ask("png", self.tr("Save view as PNG"), kinds, name)
        dialog.fileSelected.connect(self._on_png_selected)

    @Slot(str)
    def _on_png_selected(self, path: str) -> None:
        self._presenter.save_bytes(path, view_png(self._view), ".png")

    @Slot()
    def _on_svg_triggered(self) -> None:
        name, kinds = self.tr("convolution") + ".svg", [self.tr("SVG drawing (*.svg)")]
        dialog = self._ask("svg", self.tr("Save view as SVG"), kinds, name)
        dialog.fileSelected.connect(self._on_svg_selected)

    @Slot(str)
    def _on_svg_selected(self, path: str) -> None:
        svg = view_svg(self._view, self.tr("convolution"))
        self._presenter.save_bytes(path, svg, ".svg")

    @Slot()
    def _on_output_triggered(self) -> None:
        kinds = [
            self.tr("NumPy array, all output channels (*.npy)"),
            self.tr("Table, all output channels (*.csv)"),
            self._spreadsheet_kind(),
            self.tr("Picture as shown, one pixel a cell (*.png)"),
        ]
        name = self.tr("output") + ".npy"
        dialog = self._ask("output", self.tr("Save output"), kinds, name)
        dialog.fileSelected.connect(self._on_output_selected)

    @Slot(str)
    def _on_output_selected(self, path: str) -> None:
        for_spreadsheet = self._kind == self._spreadsheet_kind()
        self._presenter.save_output(path, for_spreadsheet=for_spreadsheet)

    def _spreadsheet_kind(self) -> str:
        return self.tr("Table for a spreadsheet: ; and decimal comma (*.csv)")

    @Slot()
    def _on_animation_triggered(self) -> None:
        if self._animation is None:
            self._animation = AnimationDialog(self._presenter, self._host())
        self._animation.show()
        self._animation.raise_()
        self._animation.activateWindow()

    def _host(self) -> QWidget:
        """Return the window: a menu is one itself, and gone when it is closed."""
        return self._view[0].window()

    def _ask(
        self, wanted: str, title: str, kinds: Sequence[str], name: str
    ) -> QFileDialog:
        self._kind, object_name = kinds[0], f"save_{wanted}_dialog"
        self._dialog = ask_where_to_save(self._host(), object_name, title, kinds, name)
        self._dialog.filterSelected.connect(self._on_filter_selected)
        return self._dialog

    @Slot(str)
    def _on_filter_selected(self, kind: str) -> None:
        """Let a name without an ending get that of the chosen kind."""
        self._kind = kind
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(kind.rpartition("*")[2].rstrip(")"))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        text = self.tr("Saved: {path}")
        self.notified.emit(text.format(path=plain(str(path), MOST)))

    @Slot(object)
    def _on_animation_failed(self, error: CnnvizError) -> None:
        """Say it where the dialog, which says it too, has been closed."""
        if self._animation is None or not self._animation.isVisible():
            self._animation_refusal.refuse(error)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setObjectName("export_menu")
        self.setToolTipsVisible(True)
        self.setTitle(self.tr("Export"))
        png, svg = self.tr("Save view as PNG…"), self.tr("Save view as SVG…")
        fine = self.tr(
            "The grids and the sum as a picture, at twice the screen resolution"
        )
        sharp = self.tr("The grids and the sum as shapes and text, sharp at every size")
        animation = self.tr("Save animation…")
        moved = self.tr(
            "Animate the window on its way, with the numbers: GIF, APNG or WebP"
        )
        output = self.tr("Save output as NPY, CSV or PNG…")
        kept = self.tr("The numbers of the output, or the picture that they make")
        set_names(self.save_png, "save_view_png_action", png, fine)
        set_names(self.save_svg, "save_view_svg_action", svg, sharp)
        set_names(self.save_animation, "save_animation_action", animation, moved)
        set_names(self.save_output, "save_output_action", output, kept)
