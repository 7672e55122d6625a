"""Where the bundled program begins."""

import sys
from types import ModuleType

from cnnviz.cli.main import main


def leave_out_opengl() -> None:
    """Stand in for the one part of pyqtgraph that needs Qt's OpenGL.

    That is 10 MB for curves drawn by the graphics card, for which nobody asks.
    """
    name = "pyqtgraph.Qt.OpenGLHelpers"
    part = sys.modules[name] = ModuleType(name)
    part.__dict__["GraphicsViewGLWidget"] = type("GraphicsViewGLWidget", (), {})


leave_out_opengl()
sys.exit(main())
