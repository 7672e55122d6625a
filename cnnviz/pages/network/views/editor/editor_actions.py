"""What can be done to the chosen layer, as actions with their keys."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from cnnviz.pages.network.model.network_draft import NetworkDraft
from cnnviz.state.level import set_level
from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import name_action
from cnnviz.ui.theme.icons import icon


class EditorActions(QObject):
    """The actions; their keys hold in the widget that adds them, while it has the keyboard.

    They are there before the editor is, so that the table of all keys lists them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.add = self._action("editor_add", "editor_add")
        self.up = self._action("editor_up", "editor_up")
        self.down = self._action("editor_down", "editor_down")
        self.duplicate = self._action("editor_duplicate", "copy")
        self.branch = self._action("editor_branch", "editor_branch")
        self.remove = self._action("editor_remove", "clear")

    @property
    def of_layer(self) -> tuple[QAction, ...]:
        """Those that need a chosen layer, in the order of the buttons."""
        return self.up, self.down, self.duplicate, self.branch, self.remove

    def render_chosen(self, draft: NetworkDraft, chosen: int) -> None:
        """Offer what is possible where a layer stands."""
        place, last = draft.place(chosen), len(draft.layers) - 1
        for action in self.of_layer:
            action.setEnabled(place >= 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < last)

    def _action(self, name: str, icon_name: str) -> QAction:
        action = QAction(icon(icon_name), "", self)
        give_keys(action, "network", name)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def retranslate(self) -> None:
        """Set all texts."""
        name_action(
            self.add,
            self.tr("Add layer"),
            self.tr(
                "Add a layer below the chosen one; at the end while none is chosen"
            ),
        )
        name_action(
            self.up,
            self.tr("Move up"),
            self.tr("Swap the chosen layer with the one above"),
        )
        name_action(
            self.down,
            self.tr("Move down"),
            self.tr("Swap the chosen layer with the one below"),
        )
        name_action(
            self.duplicate,
            self.tr("Duplicate"),
            self.tr("Put a copy below the chosen layer"),
        )
        name_action(
            self.branch,
            self.tr("Branch"),
            self.tr("Put a copy beside the chosen layer and concatenate both"),
        )
        name_action(
            self.remove,
            self.tr("Remove"),
            self.tr("Remove the chosen layer; those below read its input instead"),
        )
