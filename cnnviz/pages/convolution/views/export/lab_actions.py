"""Everything that can be done on the Convolution page, as actions with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.views.signal.signal_text import no_picture_here
from cnnviz.state.level import Level, set_level
from cnnviz.ui.controls.layout_memory import mark_panel
from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import set_names
from cnnviz.ui.theme.icons import icon


class LabActions(QObject):
    """The page's actions; their shortcuts hold while the focus is within the page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.forward = self._action("step_forward", "forward_action", "first")
        self.back = self._action("step_back", "back_action", "first")
        self.next_row = self._action("", "next_row_action")
        self.previous_row = self._action("", "previous_row_action")
        self.first = self._action("first", "first_action")
        self.last = self._action("last", "last_action")
        self.next_page = self._action("", "next_page_action", "everything")
        self.previous_page = self._action("", "previous_page_action", "everything")
        self.largest = self._action("largest", "largest_action")
        self.smallest = self._action("smallest", "smallest_action")
        self.play = self._action("play", "play_action", "first")
        self.draw = self._action("draw", "draw_action", "first")
        self.whole = self._action("whole_output", "whole_output_action")
        self.zoom_in = self._action("zoom_in", "zoom_in_action")
        self.zoom_out = self._action("zoom_out", "zoom_out_action")
        self.zoom_fit = self._action("zoom_fit", "zoom_fit_action")
        self.zoom_window = self._action("zoom_window", "zoom_window_action")
        self.copy_sum = self._action("copy", "copy_sum_action")
        self.copy_latex = self._action("copy_latex", "copy_latex_action", "everything")
        self.reset = self._action("", "reset_action")
        self.algorithm = self._action("algorithm", "algorithm_action")
        self.inspector = self._action("inspector", "inspector_action")
        self._ways = (
            (self.play, self.forward, self.back, self.next_row, self.previous_row),
            (self.next_page, self.previous_page, self.first, self.last),
            (self.largest, self.smallest),
        )
        for checkable in (self.draw, self.whole, self.algorithm, self.inspector):
            checkable.setCheckable(True)
        self.inspector.setChecked(True)
        mark_panel(self.inspector)
        self.retranslate()
        self.render_playing(False)

    def _action(self, icon_name: str, name: str, level: Level = "standard") -> QAction:
        action = QAction(self._page)
        action.setObjectName(name)
        set_level(action, level)
        if icon_name:
            action.setIcon(icon(icon_name))
        give_keys(action, "convolution", name)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page.addAction(action)
        return action

    def in_order(
        self, edit_cell: QAction, savings: Sequence[QAction]
    ) -> Sequence[QAction]:
        """Return the actions as a menu shows them, with separators.

        ``edit_cell`` and ``savings`` belong to other parts of the page.
        """
        groups = (
            *self._ways,
            (self.draw, edit_cell, self.whole, self.copy_sum, self.copy_latex),
            (self.zoom_in, self.zoom_out, self.zoom_fit, self.zoom_window),
            savings,
            (self.algorithm, self.inspector, self.reset),
        )
        ordered: list[QAction] = []
        for group in groups:
            if ordered:
                ordered.append(self._separator())
            ordered.extend(group)
        return ordered

    def _separator(self) -> QAction:
        separator = QAction(self._page)
        separator.setSeparator(True)
        return separator

    def walking(self) -> Sequence[QAction]:
        """Return the actions that need a walk."""
        ways = (action for group in self._ways for action in group)
        return (*ways, self.whole, self.copy_sum, self.copy_latex)

    def render_playing(self, playing: bool) -> None:
        """Let the play action say and show what it would do."""
        text = self.tr("Pause") if playing else self.tr("Play")
        if text == self.play.text():
            return  # a new icon would be painted, at every step
        self.play.setIcon(icon("pause" if playing else "play"))
        set_names(self.play, "play_action", text, text)

    def render_operation(self, operation: OperationKind) -> None:
        """Let nobody draw a picture where there is a signal in place of one."""
        has_picture = operation != "signal"
        if self.draw.isEnabled() != has_picture:
            self.draw.setEnabled(has_picture)
            self._name_draw()

    def _name_draw(self) -> None:
        tip = self.tr("Draw the input by hand")
        if not self.draw.isEnabled():
            tip = no_picture_here()
        set_names(self.draw, "draw_action", self.tr("Draw input"), tip)

    def retranslate(self) -> None:
        """Put every text in the language of now (play: ``render_playing``)."""
        self._name_draw()
        self._name_ways()
        unreached = self.tr("Show output cells that the window has not reached yet")
        enlarged = self.tr(
            "Zoom in on the window in the input and on its cell in the output"
        )
        latex = self.tr("Copy the sum for LaTeX's math mode (package amsmath)")
        loops = self.tr(
            "Show the loops in Python, line by line, and the same computation in "
            "PyTorch"
        )
        reset = self.tr("Set every setting back to its default; the picture stays")
        for action, *texts in (
            (self.whole, self.tr("Show whole output"), unreached),
            (self.zoom_in, self.tr("Zoom in")),
            (self.zoom_out, self.tr("Zoom out")),
            (
                self.zoom_fit,
                self.tr("Fit to view"),
                self.tr("Zoom out until everything fits"),
            ),
            (self.zoom_window, self.tr("Zoom to the window"), enlarged),
            (self.copy_sum, self.tr("Copy the sum")),
            (self.copy_latex, self.tr("Copy the sum as LaTeX"), latex),
            (self.algorithm, self.tr("Algorithm"), loops),
            (self.inspector, self.tr("Settings"), self.tr("Show settings")),
            (self.reset, self.tr("Reset settings"), reset),
        ):
            set_names(action, action.objectName(), *texts)

    def _name_ways(self) -> None:
        largest = self.tr(
            "Move the window to the largest output: the best match of the kernel"
        )
        smallest = self.tr("Move the window to the smallest output")
        for action, *texts in (
            (self.forward, self.tr("Step forward")),
            (self.back, self.tr("Step back")),
            (self.next_row, self.tr("Next row")),
            (self.previous_row, self.tr("Previous row")),
            (self.first, self.tr("First step")),
            (self.last, self.tr("Last step")),
            (self.next_page, self.tr("Jump down a tenth of the rows")),
            (self.previous_page, self.tr("Jump up a tenth of the rows")),
            (self.largest, self.tr("Go to the largest output"), largest),
            (self.smallest, self.tr("Go to the smallest output"), smallest),
        ):
            set_names(action, action.objectName(), *texts)
