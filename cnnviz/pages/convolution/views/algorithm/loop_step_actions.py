"""Going through the additions of one step."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import set_names
from cnnviz.ui.theme.icons import icon

_ACTIONS: Final = (
    ("first", "first_addition_action"),
    ("step_back", "addition_back_action"),
    ("step_forward", "addition_forward_action"),
    ("last", "last_addition_action"),
)
"""From the first to the last addition: icon, and object name."""


class InnerSteps(QObject):
    """The actions of the inner loop, and where in it we are.

    Their keys hold on the panel, and on the page that takes the actions, too; nothing is
    stepped through that is not shown.

    Signals
    -------
    moved(moment)
        A hand went to another moment of the step.
    """

    moved = Signal(int)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._is_shown = False
        self._moments = 1
        self._moment = 0
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._on_triggered)
        self._actions = [self._action(*each) for each in _ACTIONS]
        self.retranslate()

    def _action(self, icon_name: str, name: str) -> QAction:
        action = QAction(icon(icon_name), "", self._group)
        action.setObjectName(name)
        give_keys(action, "convolution", name)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._panel.addAction(action)
        return action

    def in_order(self) -> Sequence[QAction]:
        """Return the actions from the first to the last addition."""
        return self._actions

    @property
    def moment(self) -> int:
        """Where we are, counted from 0."""
        return self._moment

    def render_step(self, moments: int) -> None:
        """Stand at the end of a step that has so many moments; 0 for no step."""
        self._moments = moments
        self._moment = max(moments - 1, 0)
        self._enable()

    def set_shown(self, shown: bool) -> None:
        """Learn whether the loops are seen."""
        self._is_shown = shown
        self._enable()

    def _enable(self) -> None:
        for action in self._actions[:2]:
            action.setEnabled(self._is_shown and self._moment > 0)
        for action in self._actions[2:]:
            action.setEnabled(self._is_shown and self._moment < self._moments - 1)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        last = self._moments - 1
        wanted = 0, self._moment - 1, self._moment + 1, last
        moment = min(max(wanted[self._actions.index(action)], 0), last)
        if moment != self._moment:
            self._moment = moment
            self._enable()
            self.moved.emit(moment)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        texts = (
            self.tr("Before the first addition"),
            self.tr("Previous addition"),
            self.tr("Next addition"),
            self.tr("Go to the finished number"),
        )
        tips = (
            self.tr("Go to the start of this output number, before any addition"),
            self.tr("Go back one addition in the inner loops"),
            self.tr("Go forward one addition in the inner loops"),
            self.tr("Go to the end of the inner loops, where the number is finished"),
        )
        for action, text, tip in zip(self._actions, texts, tips, strict=True):
            set_names(action, action.objectName(), text, tip)
