"""Where to save the weights of the moment that is shown."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.ui.controls.file_dialogs import ask_where_to_save


class WeightsDialog(QObject):
    """Ask where to when the action is triggered, and let the presenter write."""

    def __init__(
        self, presenter: TrainPresenter, actions: TrainActions, page: QWidget
    ) -> None:
        super().__init__(page)
        self._presenter, self._page = presenter, page
        actions.save.triggered.connect(self._on_save_triggered)

    @Slot()
    def _on_save_triggered(self) -> None:
        seen = self._presenter.run.state.network_seen
        name = self.tr("weights") if seen is None else seen.network.name
        title, kinds = self.tr("Save weights"), (self.tr("Weights (*.safetensors)"),)
        file = f"{name}.safetensors"
        dialog = ask_where_to_save(
            self._page, "save_weights_dialog", title, kinds, file
        )
        dialog.fileSelected.connect(self._on_save_selected)

    @Slot(str)
    def _on_save_selected(self, path: str) -> None:
        self._presenter.save_weights(Path(path))
