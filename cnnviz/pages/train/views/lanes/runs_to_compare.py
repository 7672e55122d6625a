"""The kept runs to choose from, while there are none side by side."""

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from cnnviz.ui.theme import tokens

_FOLDER = Qt.ItemDataRole.UserRole


class RunsToCompare(QListWidget):
    """List runs with a box each.

    Signals
    -------
    chosen(folder, wanted)
        A run is to be shown, or no more.
    """

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[Path, str] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setSpacing(tokens.SPACE_XXS)
        self.itemChanged.connect(self._on_item_changed)

    def render_runs(self, lines: Mapping[Path, str], chosen: Collection[Path]) -> None:
        """List these runs, each with what is said of it."""
        with QSignalBlocker(self):
            # Made anew only with other runs: one of the items may be telling its state.
            if dict(lines) != self._lines:
                self._lines = dict(lines)
                self.clear()
                for folder, line in lines.items():
                    QListWidgetItem(line, self).setData(_FOLDER, folder)
            for row in range(self.count()):
                item, state = self.item(row), Qt.CheckState
                is_chosen = item.data(_FOLDER) in chosen
                item.setCheckState(state.Checked if is_chosen else state.Unchecked)

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        wanted = item.checkState() == Qt.CheckState.Checked
        self.chosen.emit(item.data(_FOLDER), wanted)
