"""Saving the network, its maps and the view of the page: actions that ask where."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.files.network_checks import safe_name
from cnnviz.pages.network.presenters.network_files import NetworkFiles
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.views.network_stage import NetworkStage
from cnnviz.ui.controls.file_actions import FileActions
from cnnviz.ui.controls.file_dialogs import ask_where_to_save
from cnnviz.ui.network_view.columns.block_words import block_label
from cnnviz.ui.page import name_action
from cnnviz.ui.texts import plain
from cnnviz.ui.view_export import view_png, view_svg


class NetworkFileActions(FileActions):
    """Ask for a name without holding up the window, then write."""

    page = "network"

    def __init__(
        self,
        files: NetworkFiles,
        page: NetworkPresenter,
        stage: NetworkStage,
        view: Sequence[QWidget],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._files, self._page, self._stage = files, page, stage
        self._view = tuple(view)
        self._dialog: QFileDialog | None = None
        self._kind, self._layer = "", ""
        self.save_network = self._action("save_network", self._on_save_network)
        self.export_maps = self._action("export_maps", self._on_export_maps)
        self.export_png = self._action("export_page_png", self._on_export_png)
        self.export_svg = self._action("export_page_svg", self._on_export_svg)
        files.begun.connect(self._on_begun)
        files.saved.connect(self._on_saved)
        self.retranslate()

    @property
    def exports(self) -> tuple[QAction, ...]:
        """Those of the Export menu."""
        return self.export_maps, self.export_png, self.export_svg

    def render_ready(self, *, has_network: bool, has_answer: bool) -> None:
        """Offer what there is to be written."""
        self.save_network.setEnabled(has_network)
        self.export_maps.setEnabled(has_answer)

    @Slot()
    def _on_save_network(self) -> None:
        name = safe_name(self._page.store.state.network.name) + ".json"
        kinds = (
            self.tr("Network, weights beside it (*.json)"),
            self.tr("ONNX, for other programs (*.onnx)"),
            self.tr("PyTorch program, weights beside it (*.py)"),
            self._keras_kind(),
            self.tr("Weights alone (*.safetensors)"),
        )
        dialog = self._ask("network", self.tr("Save network"), kinds, name)
        dialog.fileSelected.connect(self._on_network_selected)

    def _keras_kind(self) -> str:
        return self.tr("Keras program, weights beside it (*.py)")

    @Slot(str)
    def _on_network_selected(self, path: str) -> None:
        is_code = path.lower().endswith(".py")
        for_keras = is_code and self._kind == self._keras_kind()
        self._files.save_network(path, for_keras=for_keras)

    @Slot()
    def _on_export_maps(self) -> None:
        block = self._stage.looked_at()
        self._layer = block.shown
        kinds = (
            self.tr("Picture, all maps side by side (*.png)"),
            self.tr("NumPy array (*.npy)"),
            self.tr("Table (*.csv)"),
        )
        title = self.tr("Export maps of {layer}").format(layer=_label(block))
        dialog = self._ask("maps", title, kinds, f"{safe_name(block.shown)}.png")
        dialog.fileSelected.connect(self._on_maps_selected)

    @Slot(str)
    def _on_maps_selected(self, path: str) -> None:
        self._files.save_maps(path, self._layer)

    @Slot()
    def _on_export_png(self) -> None:
        kinds = (self.tr("PNG picture (*.png)"),)
        name = self.tr("network") + ".png"
        dialog = self._ask("page_png", self.tr("Save page as PNG"), kinds, name)
        dialog.fileSelected.connect(self._on_png_selected)

    @Slot(str)
    def _on_png_selected(self, path: str) -> None:
        self._files.writing.write_view(path, view_png(self._view), ".png")

    @Slot()
    def _on_export_svg(self) -> None:
        kinds = (self.tr("SVG drawing (*.svg)"),)
        name = self.tr("network") + ".svg"
        dialog = self._ask("page_svg", self.tr("Save page as SVG"), kinds, name)
        dialog.fileSelected.connect(self._on_svg_selected)

    @Slot(str)
    def _on_svg_selected(self, path: str) -> None:
        title = plain(self._page.store.state.network.title)
        self._files.writing.write_view(path, view_svg(self._view, title), ".svg")

    def _ask(
        self, wanted: str, title: str, kinds: Sequence[str], name: str
    ) -> QFileDialog:
        self._kind, of = kinds[0], f"save_{wanted}_dialog"
        self._dialog = ask_where_to_save(self._parent, of, title, kinds, name)
        self._dialog.filterSelected.connect(self._on_filter_selected)
        return self._dialog

    @Slot(str)
    def _on_filter_selected(self, kind: str) -> None:
        """Let a name without an ending get that of the chosen kind."""
        self._kind = kind
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(kind.rpartition("*")[2].rstrip(")"))

    @Slot(object)
    def _on_begun(self, path: Path) -> None:
        text = self.tr("Writing {name}…")
        self.notified.emit(text.format(name=plain(path.name)))

    @override
    def _action(self, name: str, slot: object) -> QAction:
        action = super()._action(name, slot)
        self._parent.addAction(action)
        return action

    def retranslate(self) -> None:
        """Set all texts."""
        name_action(
            self.save_network,
            self.tr("Save network…"),
            self.tr("Layers and weights: for cnnviz, ONNX, PyTorch or Keras"),
        )
        name_action(
            self.export_maps,
            self.tr("Export maps…"),
            self.tr("The maps of the layer that is open, or was pointed at last"),
        )
        name_action(
            self.export_png,
            self.tr("Save page as PNG…"),
            self.tr("What the page shows as a picture, twice as fine as the screen"),
        )
        name_action(
            self.export_svg,
            self.tr("Save page as SVG…"),
            self.tr("What the page shows as shapes, text and pictures of maps"),
        )


def _label(block: Block) -> str:
    return plain(block_label(block))
