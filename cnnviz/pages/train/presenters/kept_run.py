"""The run that is shown, as a part of a document: where its folder is, and no more."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.state.kept_said import KeptSaid, Said
from cnnviz.state.run.run_state import Run


class KeptRun(KeptSaid):
    """The folder of the run; on another machine it may be missing, which is said there."""

    file_name = "run.json"

    def __init__(self, train: TrainPresenter, parent: QObject | None) -> None:
        super().__init__(parent)
        self._train = train
        self._folder: Path | None = None
        train.run.changed.connect(self._on_run_changed)

    @property
    @override
    def stamp(self) -> object:
        return self._folder

    @override
    def said(self) -> Said:
        return {} if self._folder is None else {"folder": str(self._folder)}

    @override
    def show(self, found: Said) -> None:
        folder = found.get("folder")
        if not isinstance(folder, str) or Path(folder) == self._folder:
            return
        if not self._train.is_running:
            self._folder = Path(folder)
            self._train.beside.run_wanted.emit(folder)

    @Slot(object, object)
    def _on_run_changed(self, new: Run, _old: Run) -> None:
        if new.folder is not None and new.folder != self._folder:
            self._folder = new.folder
            self.changed.emit()
