"""What of the libraries goes into the bundle, and what is left out."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

UNUSED_MODULES: Final = (
    "IPython",
    "PIL.AvifImagePlugin",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtTest",
    "captum",
    "colorcet",
    "cupy",
    "hypothesis",
    "matplotlib",
    "numpy.f2py",
    "numpy.testing",
    "onnxruntime",
    "pip",
    "pyqtgraph.examples",
    "pyqtgraph.jupyter",
    "pyqtgraph.opengl",
    "pytest",
    "readline",
    "scipy",
    "setuptools",
    "sqlite3",
    "tkinter",
    "torchinfo",
)
OF_TRAINING: Final = (
    "google",
    "jinja2",
    "ml_dtypes",
    "mpmath",
    "networkx",
    "onnx",
    "sympy",
    "tensorboardX",
    "torch",
)
"""What the school edition has besides."""

_UNUSED: Final = re.compile(
    "|".join(
        (
            # of Qt: drawing by the graphics card, QML, screens without a desktop, GTK
            r"libQt6(OpenGL|Qml|Quick|EglF[sS]|Pdf|VirtualKeyboard|WaylandEgl|WlShell)",
            r"Qt/(qml|translations)/",
            r"plugins/(egldeviceintegrations|generic|networkinformation|qmltooling)/",
            r"plugins/(sqldrivers|tls|vectorimageformats|xcbglintegrations)/",
            r"plugins/wayland-graphics-integration-client/",
            r"plugins/wayland-shell-integration/lib(fullscreen|ivi|qt-shell|wl-)",
            r"plugins/platforms/libq(eglfs|linuxfb|vnc|vkkhr|minimal)",
            r"plugins/platforminputcontexts/libqtvirtualkeyboard",
            r"plugins/platformthemes/libqgtk3",
            r"plugins/imageformats/libq(icns|pdf|tga|tiff|wbmp|webp)",
            r"QtOpenGL|QtTest",
            # of Pillow and pyqtgraph
            r"libavif|_avif",
            r"pyqtgraph/(icons|colors|examples|console|canvas|flowchart)/",
            # of ours and of all: what translators and installers read
            r"\.ts$",
            r"dist-info/(?!METADATA)",
        )
    )
)


def unwanted_modules(*, school: bool) -> list[str]:
    """Return the modules to leave out; of the school edition fewer."""
    return [*UNUSED_MODULES, *(() if school else OF_TRAINING)]


def is_wanted(name: str) -> bool:
    r"""Whether a file goes into the bundle, by its place there.

    Examples
    --------
    >>> is_wanted("PySide6/Qt/plugins/platforms/libqxcb.so")
    True
    >>> is_wanted("PySide6\\Qt\\plugins\\tls\\qopensslbackend.so")
    False
    """
    return _UNUSED.search(name.replace("\\", "/")) is None


def without_orphans(
    found: Iterable[tuple[str, str, str]], needs: Callable[[str], Iterable[str]]
) -> list[tuple[str, str, str]]:
    """Leave out the system's libraries that nothing needs any more.

    Parameters
    ----------
    found
        As PyInstaller lists them: place in the bundle, file, kind.
    needs
        Returns the names of the libraries that a file names as needed.
    """
    kept = list(found)
    while True:
        wanted = {name for _, file, _ in kept for name in needs(file)}
        left = [
            each
            for each in kept
            # What a package brings lies in a folder; the system's beside the program.
            if "/" in each[0] or each[0].startswith("libpython") or each[0] in wanted
        ]
        if len(left) == len(kept):
            return kept
        kept = left


def modules_of(package: Path) -> list[str]:
    """Return the names of a package's modules, for those imported by their names."""
    parts = (file.relative_to(package.parent) for file in package.rglob("*.py"))
    return [".".join(part.with_suffix("").parts) for part in sorted(parts)]
