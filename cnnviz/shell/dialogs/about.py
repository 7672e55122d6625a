"""What this program is, made of, and under which licence."""

import platform
from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cnnviz import __version__
from cnnviz.engine.resources import resource
from cnnviz.ui.controls.buttons import close_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.texts import keep_plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_LIBRARIES: Final = ("numpy", "torch", "pyqtgraph", "pillow")


def versions() -> dict[str, str]:
    """Return the versions that a fault report needs, without importing a library."""
    made_of = {
        "cnnviz": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "PySide6": _version("PySide6-Essentials"),
    }
    made_of |= {name: _version(name) for name in _LIBRARIES}
    made_of["system"] = platform.platform(terse=True)
    return made_of


def _version(name: str) -> str:
    # Here: it brings half of the e-mail package along, and no start needs it.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


class AboutDialog(HearsLanguage, QDialog):
    """Name, purpose, versions, licence; the versions can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self._versions = versions()
        self._purpose = _words(self)
        self._table = _words(self)
        self._table.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._licence = _words(self)
        self._licence.setOpenExternalLinks(True)
        self._data = _words(self)
        self._data.setObjectName("about_data")
        self._data.setVisible(resource("data", "mnist").is_dir())
        self._table.setTextFormat(Qt.TextFormat.RichText)
        keep_plain(self)
        self._copy = QPushButton(self)
        self._copy.setIcon(icon("copy"))
        self._copy.clicked.connect(self._on_copy_clicked)
        self._buttons = close_button(self)
        self._copy.setMinimumHeight(tokens.HIT)
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        badge = QLabel(self)
        badge.setPixmap(icon("app").pixmap(QSize(64, 64), self.devicePixelRatioF()))
        badge.setAccessibleName("cnnviz")
        name = QLabel(f"<big><big><b>cnnviz</b></big></big>&nbsp; {__version__}", self)
        name.setTextFormat(Qt.TextFormat.RichText)
        said = name, self._purpose, self._table, self._licence, self._data
        words = in_column(*said, gap=tokens.SPACE_L)
        row = in_row(badge, (words, 1), gap=tokens.SPACE_XXL)
        row.setAlignment(badge, Qt.AlignmentFlag.AlignTop)
        column = in_column(row, self._buttons, gap=tokens.SPACE_XL, of=self)
        wide = tokens.SPACE_XXL
        column.setContentsMargins(wide, wide, wide, tokens.SPACE_XL)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About cnnviz"))
        self._purpose.setText(
            self.tr(
                "See inside convolutional networks: step a kernel by hand, open every "
                "feature map, watch LeNet-5 train."
            )
        )
        rows = "".join(
            f"<tr><td style='padding-right:16px'>{escape(name)}</td><td>{escape(number)}</td></tr>"
            for name, number in self._versions.items()
            if name not in ("cnnviz", "system")
        )
        self._table.setText(f"<table>{rows}</table>")
        self._licence.setText(
            self.tr(
                "Free software under the MIT licence. It uses Qt and PySide6 under the "
                "LGPL, version 3."
            )
        )
        self._data.setText(
            self.tr(
                "The digits of MNIST come with it: by Yann LeCun and Corinna Cortes, made "
                "from data of NIST, under the Creative Commons licence "
                "Attribution-ShareAlike 3.0."
            )
        )
        tip = self.tr("Copy the version numbers for a bug report")
        set_names(self._copy, "about_copy", self.tr("Copy versions"), tip)
        self._copy.setText(self.tr("&Copy versions"))

    @Slot()
    def _on_copy_clicked(self) -> None:
        lines = [f"{name} {number}" for name, number in self._versions.items()]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setMinimumWidth(380)
    return label
