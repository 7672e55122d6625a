"""Labels and switches, where what Qt itself says or does of them is not enough."""

from typing import Final

from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    Qt,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QCheckBox,
    QLabel,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

_TOGGLE: Final = QAccessibleActionInterface.toggleAction()


def special_interface(widget: QWidget) -> QAccessibleInterface | None:
    """Return what answers for a widget instead of Qt's own; ``None`` for most."""
    if isinstance(widget, QLabel) and widget.accessibleName() and not widget.pixmap():
        return NamedLabel(widget)
    is_radio = isinstance(widget, QRadioButton)
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and not is_radio:
        return Switch(widget)
    return None


class NamedLabel(QAccessibleWidget):
    """A label with a name: Qt says the name alone, here what is written follows it."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.StaticText)
        self.label = label

    @override
    def text(self, t: QAccessible.Text) -> str:
        said = super().text(t)
        if t != QAccessible.Text.Name or not isValid(self.label):
            return said
        written = self.label.text()
        if Qt.mightBeRichText(written):
            written = QTextDocumentFragment.fromHtml(written).toPlainText()
        return ": ".join(filter(None, (said, written.strip())))


class Switch(QAccessibleWidget):
    """A button that stays down: pressed from outside, it does what a click does.

    Qt only lets it change its look: nothing that hears of clicks would be done.
    """

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.CheckBox)
        self.button = button

    @override
    def text(self, t: QAccessible.Text) -> str:
        said = super().text(t)
        if said or t != QAccessible.Text.Name or not isValid(self.button):
            return said
        return self.button.text().replace("&", "")

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        if not isValid(self.button):
            return state
        state.checkable, state.checked = True, self.button.isChecked()
        half = Qt.CheckState.PartiallyChecked
        if isinstance(self.button, QCheckBox):
            state.checkStateMixed = self.button.checkState() == half
        return state

    @override
    def actionNames(self) -> list[str]:
        is_enabled = isValid(self.button) and self.button.isEnabled()
        return [_TOGGLE, *super().actionNames()] if is_enabled else []

    @override
    def doAction(self, actionName: str) -> None:
        if actionName != _TOGGLE:
            super().doAction(actionName)
        elif isValid(self.button):
            self.button.click()
