"""Where the settings lie: beside the stage, or over it where the page is narrow."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from cnnviz.ui.controls.layout_memory import mark_collapsed
from cnnviz.ui.theme import tokens

_NARROW: Final = 960
"""Pixels of a page below which stage and settings have no room beside each other."""

_CHANGES: Final = (QEvent.Type.Show, QEvent.Type.Resize)


class InspectorPlace(QObject):
    """Collapse the settings while the page is narrow; opened then, they lie over it.

    Parameters
    ----------
    page
        Its layout is a row; the settings, and before them a line, are its last.
    parts
        The line, and the settings.
    head
        What the settings leave free above them: the button for them is there.
    action
        Shows and hides them.
    """

    def __init__(
        self,
        page: QWidget,
        parts: tuple[QWidget, QWidget],
        head: QWidget,
        action: QAction,
    ) -> None:
        super().__init__(page)
        self._page, self._head, self._action = page, head, action
        self._line, self._settings = parts
        settings = self._settings
        self._is_narrow, self._was_open = False, True
        settings.setAutoFillBackground(True)
        action.toggled.connect(self._on_toggled)
        page.installEventFilter(self)

    def close(self) -> bool:
        """Close what lies over the page; whether there was anything."""
        is_over = self._is_narrow and self._action.isChecked()
        if is_over:
            self._action.setChecked(False)
        return is_over

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES and self._page.isVisible():
            self._render()
        return False

    def _render(self) -> None:
        is_narrow = self._page.width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow:
                self._collapse()
            else:
                self._give_room()
            self._row.activate()  # or the page were as before for a frame
        if is_narrow:
            self._place()

    @property
    def _row(self) -> QBoxLayout:
        row = self._page.layout()
        assert isinstance(row, QBoxLayout)
        return row

    def _collapse(self) -> None:
        row = self._row
        for part in (self._line, self._settings):
            row.removeWidget(part)
        self._was_open = self._action.isChecked()
        mark_collapsed(self._action, self._was_open)
        self._action.setChecked(False)
        self._line.setVisible(False)

    def _give_room(self) -> None:
        row = self._row
        for part in (self._line, self._settings):
            row.addWidget(part)
        mark_collapsed(self._action, False)
        self._action.setChecked(self._was_open)
        self._line.setVisible(True)

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        if self._is_narrow:
            self._line.setVisible(is_open)
            self._place()

    def _place(self) -> None:
        """Lie at the right, over everything, from the head down."""
        page, wide = self._page, self._settings.width()
        head = self._head
        top = 0
        if head.isVisible():
            top = head.mapTo(page, head.rect().bottomLeft()).y() + tokens.SPACE_XS
        height, thin = page.height() - top, tokens.LINE_THIN
        self._settings.setGeometry(page.width() - wide, top, wide, height)
        self._line.setGeometry(page.width() - wide - thin, top, thin, height)
        for part in (self._settings, self._line):
            part.raise_()
