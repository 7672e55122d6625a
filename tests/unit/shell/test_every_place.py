"""No place where the pointer was is merged with another: strokes keep their shape."""

import subprocess
import sys

STARTED = """
import cnnviz.shell.application as app
from PySide6.QtCore import QCoreApplication, Qt

EVERY = Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents

class OnX11(app.Application):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.setAttribute(EVERY, True)  # as Qt's part for X11 does when it is made

app.Application = OnX11
made = app.make_application(["cnnviz"])
print(QCoreApplication.testAttribute(EVERY))
"""


def test_that_places_of_the_pointer_are_not_merged_where_qt_turns_that_on() -> None:
    command = [sys.executable, "-c", STARTED]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
