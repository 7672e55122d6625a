"""Commands of a convolution in one dimension, each one undo step."""

from PySide6.QtCore import QObject, Slot

from cnnviz.pages.convolution.model.lab_settings import SignalSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.signal_presets import (
    KERNELS,
    PICTURE_ROW,
    Row,
    picture_row,
    signal_preset,
)
from cnnviz.pages.convolution.presenters.lab_pipeline import differs
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.picture.shared_picture import SharedPicture


class SignalCommands(QObject):
    """Change a signal and its kernel by undo steps of the lab's settings."""

    def __init__(self, presenter: WalkPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._commands = presenter.commands
        self._window_row: int | None = None
        self._on_state_changed(presenter.store.state)
        presenter.store.changed.connect(self._on_state_changed)
        presenter.picture_store.changed.connect(self._on_picture_changed)

    @property
    def asked(self) -> SignalSettings:
        """What is asked for now."""
        return self._commands.settings.signal

    @Slot(int, float)
    def set_value(self, index: int, value: float) -> None:
        """Change one number of the signal; a drag is one step, until `end_edit`."""
        self.set_values(_with(self.asked.values, index, value))

    @Slot(int, float)
    def set_weight(self, index: int, value: float) -> None:
        """Change one number of the kernel *as applied*; a drag is one step."""
        kernel = self.asked.kernel
        place = len(kernel) - 1 - index if self.asked.flip else index
        self.set_kernel(_with(kernel, place, value))

    @Slot()
    def end_edit(self) -> None:
        """Let the next change be an undo step of its own."""
        self._commands.end_edit()

    def set_values(self, values: Row) -> None:
        """Take another signal; typing goes on in the same step, until `end_edit`."""
        self._commands.set("signal_values", values)

    def set_kernel(self, kernel: Row) -> None:
        """Take another kernel; typing goes on in the same step, until `end_edit`."""
        self._commands.set("signal_weights", kernel)

    def choose_signal(self, key: str) -> None:
        """Take a signal that has a name, or the picture's row under the 2-D window."""
        if key == PICTURE_ROW:
            self.set_values(self._row_of_the_picture())
        else:
            self.set_values(signal_preset(key))
        self.end_edit()

    def choose_kernel(self, key: str) -> None:
        """Take a kernel that has a name."""
        self.set_kernel(KERNELS[key])
        self.end_edit()

    def _row_of_the_picture(self) -> Row:
        shared = self._presenter.picture_store.state
        row = self._window_row
        if row is None:
            row = shared.picture.size_hw[0] // 2
        return picture_row(shared, row, self._commands.settings.value_range)

    @Slot(object, object)
    def _on_state_changed(self, state: LabState, _old: LabState | None = None) -> None:
        """Remember the row that the middle of the window on the picture lies on."""
        if state.settings.operation == "signal" or state.walk is None:
            return
        geometry, (row, column) = state.walk.geometry, state.walk.cell
        middle = geometry.corner(row, column)[0] + (geometry.span[0] - 1) // 2
        self._window_row = middle // geometry.stretch[0]

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        # The window stood on the picture before; of any other operation it moved along.
        if differs(new, old) and self._commands.settings.operation == "signal":
            self._window_row = None


def _with(row: Row, index: int, value: float) -> Row:
    if not 0 <= index < len(row):
        return row
    return (*row[:index], value, *row[index + 1 :])
