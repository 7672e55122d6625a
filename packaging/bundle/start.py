"""Where the bundled program begins."""

import sys
from types import ModuleType

from cnnviz.cli.main import main


def leave_out_opengl() -> None:
    """Stand in for Qt's OpenGL, which pyqtgraph imports and does not use.

    That is 10 MB for curves drawn by the graphics card, for which nobody asks.
    """
    for name in ("QtOpenGL", "QtOpenGLWidgets"):
        part = sys.modules[f"PySide6.{name}"] = ModuleType(f"PySide6.{name}")
        part.__dict__["QOpenGLWidget"] = type("QOpenGLWidget", (), {})


leave_out_opengl()
sys.exit(main())
