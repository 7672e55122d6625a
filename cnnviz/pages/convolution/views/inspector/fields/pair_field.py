"""Two whole numbers, vertical and horizontal, as one field."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.views.inspector.fields.invalid_spin import render_spin
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


class PairField(QWidget):
    """Two spin boxes. They take impossible numbers too, so that the reason can be said.

    The button between them makes each follow the other.

    Signals
    -------
    pair_changed(pair)
        A number was changed by hand.
    edit_ended()
        A spin box was left, or Enter was pressed.
    """

    pair_changed = Signal(object)
    edit_ended = Signal()

    def __init__(self, smallest: int, largest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._spins = (WholeSpin(self), WholeSpin(self))
        self._tips = ("", "")
        self._link = QToolButton(self)
        self._link.setIcon(icon("link"))
        self._link.setCheckable(True)
        self._link.setChecked(True)
        self._link.setAutoRaise(True)
        self._link.setFixedSize(tokens.HIT, tokens.HIT)
        self._link.toggled.connect(self._on_link_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_XXS)
        for spin in self._spins:
            spin.setRange(smallest, largest)
            spin.setMinimumHeight(tokens.HIT)
            spin.editingFinished.connect(self.edit_ended)
        self._spins[0].valueChanged.connect(self._on_vertical_changed)
        self._spins[1].valueChanged.connect(self._on_horizontal_changed)
        row.addWidget(self._spins[0], 1)
        row.addWidget(self._link)
        row.addWidget(self._spins[1], 1)

    def render_pair(self, pair: Pair, reason: str = "") -> None:
        """Show two numbers, in another colour when there is a reason.

        Two that differ were not meant to follow each other.
        """
        if pair[0] != pair[1]:
            with QSignalBlocker(self._link):
                self._link.setChecked(False)
        for spin, value, tip in zip(self._spins, pair, self._tips, strict=True):
            render_spin(spin, value, tip, reason)

    def pair(self) -> Pair:
        """Return the two numbers."""
        return self._spins[0].value(), self._spins[1].value()

    def name(
        self, object_name: str, vertical: str, horizontal: str, meaning: str
    ) -> None:
        """Name both spin boxes, ``<object_name>_v`` and ``<object_name>_h``.

        Their tooltips tell what the two numbers mean.
        """
        self._tips = (f"{vertical}. {meaning}", f"{horizontal}. {meaning}")
        set_names(self._spins[0], f"{object_name}_v", vertical, self._tips[0])
        set_names(self._spins[1], f"{object_name}_h", horizontal, self._tips[1])
        self._link.setObjectName(f"{object_name}_link")
        self._retranslate()

    def _retranslate(self) -> None:
        set_names(
            self._link,
            self._link.objectName(),
            self.tr("Link both directions"),
            self.tr("Linked, both numbers change together"),
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @Slot(int)
    def _on_vertical_changed(self, value: int) -> None:
        self._tell(1, value)

    @Slot(int)
    def _on_horizontal_changed(self, value: int) -> None:
        self._tell(0, value)

    def _tell(self, other: int, value: int) -> None:
        if self._link.isChecked():
            with QSignalBlocker(self._spins[other]):
                self._spins[other].setValue(value)
        self.pair_changed.emit(self.pair())

    @Slot(bool)
    def _on_link_toggled(self, linked: bool) -> None:
        vertical, horizontal = self.pair()
        if linked and vertical != horizontal:
            self.pair_changed.emit((vertical, vertical))
            self.edit_ended.emit()
