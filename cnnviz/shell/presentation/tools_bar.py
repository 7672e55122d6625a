"""The bar of a presentation, in a strip of its own: it comes with the pointer, and goes."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QGraphicsOpacityEffect, QToolButton, QWidget
from typing_extensions import override

from cnnviz.shell.presentation.pointer_layer import Shown
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.keyboard.presenting import Wish, keys_of_wish
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.motion import animation, moves

_ICONS: Final[dict[Wish, str]] = {
    "back": "step_back",
    "next": "step_forward",
    "laser": "laser",
    "spotlight": "spotlight",
    "pen": "draw",
    "wipe": "eraser",
    "ask": "ask",
    "reveal": "reveal",
    "dark": "dark",
}
STRIP: Final = tokens.HIT_LARGE
"""Pixels at the bottom of the screen that are the bar's: it never covers the page."""

_CHECKED: Final = ("laser", "spotlight", "pen", "ask")


class ToolsBar(Retranslated):
    """A button for each thing that a presenter can wish, and the keys for it.

    Signals
    -------
    wished(wish)
        A button was pressed.
    left()
        The presentation shall end.
    """

    wished = Signal(str)
    left = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("presentation_bar")
        self.reduced_motion = False
        self._view = view
        self._keys = FittingLabel(self)
        self._keys.setFont(in_pixels(self.font(), tokens.TITLE_PX))
        self._keys.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._buttons: dict[Wish, QToolButton] = {}
        for wish, sign in _ICONS.items():
            button = self._button(sign)
            button.setCheckable(wish in _CHECKED)
            button.clicked.connect(self._on_clicked)
            self._buttons[wish] = button
        self._leave = self._button("close")
        self._leave.clicked.connect(self.left)
        buttons = *self._buttons.values(), self._leave
        row = in_row((self._keys, 1), *buttons, gap=tokens.SPACE_XS, of=self)
        row.setContentsMargins(tokens.SPACE_L, 0, tokens.SPACE_L, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(tokens.NOTICE_MS)
        self._rest.timeout.connect(self._on_rested)
        self._fading = animation(self, tokens.OPEN_MS, tokens.EASING_STEP, 1.0, 0.0)
        self._fading.valueChanged.connect(self._on_faded)
        self._fading.finished.connect(self.hide)
        view.installEventFilter(self)
        self._retranslate()

    def _button(self, sign: str) -> QToolButton:
        button = tool_button(self, sign, tokens.ICON_L)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the page keeps the keyboard
        button.setFixedSize(tokens.HIT_LARGE, STRIP)
        return button

    @Slot()
    def come(self) -> None:
        """Appear, and stay for a while."""
        self._fading.stop()
        self.setGraphicsEffect(None)  # type: ignore[arg-type]
        self._place()
        self.show()
        self.raise_()
        self._rest.start()

    def render_shown(self, shown: Shown, *, asks: bool) -> None:
        """Show what is on; in the dark, nothing."""
        if shown.is_dark:
            self._rest.stop()
            self.hide()
        on = {shown.tool, "ask" if asks else ""}
        for wish in _CHECKED:
            self._buttons[wish].setChecked(wish in on)
        self._buttons["reveal"].setEnabled(bool(shown.covers))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Lie in the strip at the bottom, which the page leaves free."""
        top = self._view.height() - STRIP
        self.setGeometry(0, top, self._view.width(), STRIP)

    @Slot()
    def _on_rested(self) -> None:
        if self.underMouse():
            self._rest.start()
        elif not moves(self, self.reduced_motion):
            self.hide()
        else:
            self.setGraphicsEffect(QGraphicsOpacityEffect(self))
            self._fading.start()

    @Slot(object)
    def _on_faded(self, opacity: float) -> None:
        effect = self.graphicsEffect()
        if isinstance(effect, QGraphicsOpacityEffect):
            effect.setOpacity(opacity)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        self.wished.emit(next(w for w, b in self._buttons.items() if b is sender))

    @override
    def _retranslate(self) -> None:
        names: dict[Wish, str] = {
            "back": self.tr("Back"),
            "next": self.tr("Next"),
            "laser": self.tr("Dot where you point"),
            "spotlight": self.tr("Spotlight"),
            "pen": self.tr("Pen: marks that fade"),
            "wipe": self.tr("Wipe the marks away"),
            "ask": self.tr("Cover each answer first"),
            "reveal": self.tr("Reveal the answer"),
            "dark": self.tr("Black screen"),
        }
        for wish, name in names.items():
            key = keys_of_wish(wish).toString(QKeySequence.SequenceFormat.NativeText)
            set_names(
                self._buttons[wish], f"presentation_{wish}", name, f"{name} ({key})"
            )
        leave = self.tr("End the presentation")
        set_names(self._leave, "presentation_leave", leave, f"{leave} (Esc)")
        self._keys.setObjectName("presentation_keys")
        self._keys.setText(
            self.tr("Page Down next · Page Up back · B dark · P pen · Esc leaves")
        )
