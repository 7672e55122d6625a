"""Colours of code: few, light, and readable in both themes."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import (
    QColor,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import is_dark, mixed, theme_of

_PATTERNS: Final[Mapping[tokens.CodeKind, str]] = {
    "call": r"\b[A-Za-z_]\w*(?=\()",
    "number": r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\b",
    "keyword": r"\b(?:for|in|if|else|or|and|continue|import|as|def|return)\b",
    "text": r'"[^"]*"',
}


def code_ground(palette: QPalette) -> QColor:
    """Return the ground that code stands on."""
    return palette.color(QPalette.ColorRole.Base)


def line_ground(palette: QPalette) -> QColor:
    """Return the ground of the line of now."""
    share = 0.22 if is_dark(palette) else 0.14
    accent = palette.color(QPalette.ColorRole.Accent)
    return mixed(accent, code_ground(palette), share)


def tints(palette: QPalette) -> Mapping[tokens.CodeKind, str]:
    """Return the colours for a palette."""
    return tokens.CODE_INKS[theme_of(palette)]


class CodeTints(QSyntaxHighlighter):
    """Colour the words of Python in a document."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._rules: list[tuple[QRegularExpression, QTextCharFormat]] = []
        self.render_palette(palette)

    def render_palette(self, palette: QPalette) -> None:
        """Take the colours of a theme."""
        colours = tints(palette)
        self._rules = []
        for kind, pattern in _PATTERNS.items():
            style = QTextCharFormat()
            style.setForeground(QColor(colours[kind]))
            self._rules.append((QRegularExpression(pattern), style))
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        for pattern, style in self._rules:
            matches = pattern.globalMatch(text)
            while matches.hasNext():
                match = matches.next()
                self.setFormat(match.capturedStart(), match.capturedLength(), style)
