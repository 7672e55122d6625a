"""Where the picture comes from, and how large it is seen."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from cnnviz.gui.icons import icon
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.lab_actions import LabActions
from cnnviz.gui.picture_words import sample_title
from cnnviz.images.samples import SAMPLES


class SourceBar(QWidget):
    """Samples, open, draw; zoom; settings on and off.

    Signals
    -------
    sample_requested(key)
        One of our own pictures was chosen.
    open_requested()
        The window shall ask for a file.
    clear_requested()
        The drawing shall be wiped.
    """

    sample_requested = Signal(str)
    open_requested = Signal()
    clear_requested = Signal()

    def __init__(self, actions: LabActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self._samples = [self._sample(key) for key in SAMPLES]
        self._picture = self._button("samples")
        self._open = self._button("open")
        self._draw = self._action_button(actions.draw, with_text=True)
        self._clear = self._button("new_drawing")
        self._zoom = [
            self._action_button(action)
            for action in (
                actions.zoom_out,
                actions.zoom_fit,
                actions.zoom_in,
                actions.zoom_window,
            )
        ]
        self._inspector = self._action_button(actions.inspector)
        self._lay_out()
        self._picture.clicked.connect(self._on_samples_clicked)
        self._open.clicked.connect(self.open_requested)
        self._clear.clicked.connect(self.clear_requested)
        self._menu.triggered.connect(self._on_sample_triggered)
        self._retranslate()

    def _sample(self, key: str) -> QAction:
        action = self._menu.addAction("")
        action.setData(key)
        return action

    def _button(self, icon_name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return self._sized(button)

    def _action_button(
        self, action: QAction, *, with_text: bool = False
    ) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if with_text
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        return self._sized(button)

    def _sized(self, button: QToolButton) -> QToolButton:
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        button.setMinimumSize(34, 34)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self._picture, self._open, self._draw, self._clear):
            row.addWidget(button)
        row.addStretch(1)
        for button in self._zoom:
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._inspector)

    def render_drawing(self, drawing: bool) -> None:
        """Offer to wipe the pad while there is one."""
        self._clear.setEnabled(drawing)

    @Slot()
    def _on_samples_clicked(self) -> None:
        # Not setMenu: Fusion would put its arrow below the text, in the corner.
        self._menu.popup(self._picture.mapToGlobal(self._picture.rect().bottomLeft()))

    @Slot(QAction)
    def _on_sample_triggered(self, action: QAction) -> None:
        self.sample_requested.emit(str(action.data()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for button, name, text, tip in (
            (
                self._picture,
                "samples_button",
                self.tr("Samples"),
                self.tr("Choose one of our pictures"),
            ),
            (self._open, "open_button", self.tr("Open"), self.tr("Open a picture")),
            (self._clear, "clear_button", self.tr("Clear"), self.tr("Wipe the pad")),
        ):
            named(button, name, text, tip)
            button.setText(text)
        self._picture.setText(f"{self._picture.accessibleName()} ▾")
        for button in (*self._zoom, self._inspector, self._draw):
            action = button.defaultAction()
            button.setObjectName(action.objectName().replace("action", "button"))
            button.setAccessibleName(action.text())
        for action in self._samples:
            action.setText(sample_title(action.data()))
