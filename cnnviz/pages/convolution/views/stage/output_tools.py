"""What can be done with the output, in its title: the loops, files, the settings."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.state.level import set_level
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class OutputTools(Retranslated):
    """Algorithm, export, and settings on and off."""

    def __init__(self, actions: LabActions, page: QWidget) -> None:
        super().__init__(page)
        set_level(self, "standard")
        self._menu: QMenu | None = None
        self._algorithm = tool_button(self, actions.algorithm)
        self._export = tool_button(self, "export")
        self._inspector = tool_button(self, actions.inspector)
        buttons = self._algorithm, self._export, self._inspector
        for button in buttons:
            button.setFixedSize(tokens.HIT_SMALL, tokens.HIT_SMALL)
        in_row(*buttons, gap=0, of=self)
        self._export.clicked.connect(self._on_export_clicked)
        self._retranslate()

    def set_exports(self, menu: QMenu) -> None:
        """Take what the button for exports offers."""
        self._menu = menu

    @Slot()
    def _on_export_clicked(self) -> None:
        if self._menu is not None:
            # Not setMenu: Fusion would put its arrow over the icon, in the corner.
            at = self._export.mapToGlobal(self._export.rect().bottomLeft())
            self._menu.popup(at)

    @override
    def _retranslate(self) -> None:
        for button in (self._algorithm, self._inspector):
            name_as_action(button)
        tip = self.tr(
            "Save the view, an animation, the output, or the whole experiment"
        )
        set_names(self._export, "export_button", self.tr("Export"), tip)
