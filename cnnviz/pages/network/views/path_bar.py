"""The way to what is open: picture, map, number, and the number that it is made of."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_MOST: Final = 5
"""Parts that are shown; of a longer way those in its middle are left out."""

_FEWEST: Final = 3
"""Parts that are shown however small the bar is: the first, a sign for more, the last."""

Crumb = tuple[str, int]
"""A part of the way, and how many places of the trail stay when it is chosen."""


class PathBar(Retranslated):
    """Say where one is, each part a way back to it.

    Signals
    -------
    chosen(length)
        So many places of the trail shall stay.
    """

    chosen = Signal(int)

    def __init__(self, back: QAction, forward: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._back = tool_button(self, back, tokens.ICON)
        self._forward = tool_button(self, forward, tokens.ICON)
        for button in (self._back, self._forward):
            button.setMinimumSize(tokens.HIT, tokens.HIT)
        self._signs = [QLabel("›", self) for _ in range(_MOST)]
        self._buttons = [QToolButton(self) for _ in range(_MOST)]
        self._lengths = [0] * _MOST
        self._crumbs: tuple[Crumb, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)
        self._retranslate()

    def render_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show the parts of the way; the last is where one is."""
        self._crumbs = tuple(crumbs)
        self._fit()

    def _fit(self) -> None:
        """Show as much of the way as there is room for: its end, and where it begins."""
        most = min(len(self._crumbs), _MOST)
        self._show(_folded(self._crumbs, most))
        while most > _FEWEST and self._spare < 0:
            most -= 1
            self._show(_folded(self._crumbs, most))
        if self._crumbs and (spare := self._spare) < 0:
            # What still has no room is taken from the picture's name.
            metrics, mode = self._buttons[0].fontMetrics(), Qt.TextElideMode.ElideRight
            text, _ = self._crumbs[0]
            room = metrics.horizontalAdvance(text) + spare
            self._write(self._buttons[0], metrics.elidedText(text, mode, room))

    @property
    def _spare(self) -> int:
        """Pixels that are left; less than none where something has no room."""
        layout = self.layout()
        return 0 if layout is None else self.width() - layout.minimumSize().width()

    def _show(self, shown: Sequence[Crumb]) -> None:
        for index, (sign, button) in enumerate(
            zip(self._signs, self._buttons, strict=True)
        ):
            is_there = index < len(shown)
            button.setVisible(is_there)
            sign.setVisible(is_there and index > 0)
            if not is_there:
                continue
            text, self._lengths[index] = shown[index]
            is_last = index == len(shown) - 1
            font = in_pixels(self.font(), tokens.TITLE_PX)
            button.setFont(half_bold(font) if is_last else font)
            self._write(button, text)
            tip = text if is_last else self.tr("Back to {place}").format(place=text)
            set_names(button, button.objectName(), text, tip)

    @staticmethod
    def _write(button: QToolButton, text: str) -> None:
        button.setText(text.replace("&", "&&"))

    def _lay_out(self) -> None:
        parts: list[QWidget | int] = [self._back, self._forward, tokens.SPACE_S]
        for index, (sign, button) in enumerate(
            zip(self._signs, self._buttons, strict=True)
        ):
            button.setObjectName(f"path_{index}")
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            sign.setFont(in_pixels(self.font(), tokens.TITLE_PX))
            sign.setEnabled(False)
            parts += [sign, button]
        in_row(*parts, (None, 1), of=self, gap=tokens.SPACE_XS)

    @Slot()
    def _on_clicked(self) -> None:
        index = self._buttons.index(self.sender())  # type: ignore[arg-type]
        self.chosen.emit(self._lengths[index])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, tokens.HIT)

    def _retranslate(self) -> None:
        for button in (self._back, self._forward):
            name_as_action(button)


def _folded(crumbs: Sequence[Crumb], most: int) -> Sequence[Crumb]:
    """Return the first and the last parts of a way; one sign stands for those between."""
    if len(crumbs) <= most:
        return crumbs
    kept = most - 2
    return (crumbs[0], ("…", crumbs[-kept - 1][1]), *crumbs[-kept:])
