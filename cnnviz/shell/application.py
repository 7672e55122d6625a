"""The process's one application: its style, its name, and the files that the desktop opens."""

import sys
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from cnnviz import __version__
from cnnviz.shell.taskbar_name import take_taskbar_name
from cnnviz.ui.accessibility.accessible_cells import AccessibleParts
from cnnviz.ui.keyboard.focus_ring import FocusRing
from cnnviz.ui.keyboard.popup_keys import PopupKeys
from cnnviz.ui.theme.flat_style import FlatStyle
from cnnviz.ui.theme.fonts import window_font

_SWITCH_S: Final = 0.001


class Application(QApplication):
    """Hear of files that are opened by double click, as macOS tells it.

    Signals
    -------
    file_wanted(path)
        A file is to be opened.
    """

    file_wanted = Signal(str)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.url().isLocalFile():
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)


def make_application(arguments: Sequence[str]) -> Application:
    """Return the process's one application, in our style and under our name."""
    take_taskbar_name()
    application = Application(list(arguments))
    # The window's thread needs Python again and again, and every time may wait so long
    # for a thread that computes: by itself Python lets that one have 5 ms.
    sys.setswitchinterval(_SWITCH_S)
    # Every place where the pointer was: a quick hand's loops stay round, also where the
    # window was late. Only now: on X11 the application itself turns this on.
    for merged in (
        Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
        Qt.ApplicationAttribute.AA_CompressTabletEvents,
    ):
        QCoreApplication.setAttribute(merged, False)
    application.setApplicationName("cnnviz")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cnnviz")
    application.setStyle(FlatStyle())
    application.setFont(window_font())
    AccessibleParts(application)
    PopupKeys(application)
    FocusRing(application)
    return application
