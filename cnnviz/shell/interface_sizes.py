"""Which sizes of the interface this screen has room for; what becomes of a choice."""

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QAction

from cnnviz.shell.main_window import MainWindow
from cnnviz.state.preferences import PreferencesStore
from cnnviz.ui.controls.message_bar import EVERY_PAGE
from cnnviz.ui.page import name_action


class InterfaceSizes(QObject):
    """Offer the sizes at which the whole window fits the screen that it is on."""

    def __init__(self, window: MainWindow, preferences: PreferencesStore) -> None:
        super().__init__(window)
        self._window = window
        self._sizes = window.actions_of_window.interface_sizes
        self._now = preferences.state.interface_size
        window.menus.view.aboutToShow.connect(self.look)
        self._sizes.group.triggered.connect(self._on_triggered)

    @Slot()
    def look(self) -> None:
        """Offer what fits; the size of now, and none at all, can always be had."""
        needed = self._window.minimumSizeHint()
        room = self._window.screen().availableSize() * (self._now / 100)
        for value, action in self._sizes.values.items():
            larger = int(value) > max(100, self._now)
            fits = fits_at(int(value), needed, room) or not larger
            action.setEnabled(fits)
            tip = self.tr("Make everything this large when cnnviz starts again")
            if not fits:
                tip = self.tr("At this size the window would not fit on this screen.")
            name_action(action, f"{value}%", tip)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        bar, size = self._window.message_bar, int(action.data())
        bar.put_note_away()
        if size != self._now:
            text = self.tr(
                "Everything will be {size}% as large when you start cnnviz again."
            )
            bar.say(text.format(size=size), "info", page=EVERY_PAGE, is_note=True)


def fits_at(percent: int, needed: QSize, room: QSize) -> bool:
    """Return whether what needs a size at 100 per cent has room when it is larger.

    Examples
    --------
    >>> fits_at(125, QSize(976, 600), QSize(1280, 720))
    False
    """
    width, height = needed.width() * percent, needed.height() * percent
    return width <= 100 * room.width() and height <= 100 * room.height()
