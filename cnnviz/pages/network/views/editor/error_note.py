"""Why a layer cannot work, on the layer itself, with the ways out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.pages.network.model.draft_fixes import Fix
from cnnviz.pages.network.views.editor.editor_words import fix_text
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels


class ErrorNote(QWidget):
    """A sentence and a button for each way out, below the line of a layer.

    Signals
    -------
    fix_chosen(fix)
        A way out shall be taken.
    """

    fix_chosen = Signal(object)

    def __init__(
        self,
        name: str,
        reason: str,
        fixes: Sequence[Fix],
        above: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._fixes, self._above = tuple(fixes), above
        self._text = QLabel(reason, self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setForegroundRole(QPalette.ColorRole.BrightText)
        self._text.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        self._text.setObjectName(f"reason_{name}")
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(tokens.SPACE_S)
        self._group = QButtonGroup(self)
        for number, fix in enumerate(self._fixes):
            self._buttons.addWidget(self._button(name, number, fix))
        column = in_column(self._text, self._buttons, gap=tokens.SPACE_XS, of=self)
        column.setContentsMargins(tokens.SPACE_L, above, tokens.SPACE_L, tokens.SPACE_M)
        self._group.idClicked.connect(self._on_clicked)

    def _button(self, name: str, number: int, fix: Fix) -> QPushButton:
        text = fix_text(fix)
        button = QPushButton(text, self)
        button.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        button.setMinimumHeight(tokens.HIT)
        tip = self.tr("One click: {text}").format(text=text)
        set_names(button, f"fix_{name}_{number + 1}", text, tip)
        self._group.addButton(button, number)
        return button

    def follow_in_tab_order(self, before: QWidget) -> QWidget:
        """Let Tab reach the buttons after another widget; return the last of them."""
        for button in self._group.buttons():
            QWidget.setTabOrder(before, button)
            before = button
        return before

    def height_below(self, width: int) -> int:
        """Return the pixels that it needs below the line of its layer."""
        self._arrange(width)
        layout = self.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width) - self._above

    def _arrange(self, width: int) -> None:
        """Put buttons that are too wide for one row below each other."""
        gaps = tokens.SPACE_S * (len(self._fixes) - 1) + 2 * tokens.SPACE_L
        needed = sum(one.sizeHint().width() for one in self._group.buttons()) + gaps
        way = QBoxLayout.Direction
        self._buttons.setDirection(
            way.TopToBottom if needed > width else way.LeftToRight
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.fix_chosen.emit(self._fixes[number])
