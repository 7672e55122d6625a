"""The page where a drawn digit goes through a trained network."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.classes.own_classes import OwnClassesPresenter
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter, DrawState
from cnnviz.pages.draw.presenters.drawings.drawing_files import looks_like_strokes
from cnnviz.pages.draw.views.answer_card import AnswerCard
from cnnviz.pages.draw.views.draw_actions import DrawActions
from cnnviz.pages.draw.views.draw_tools import DrawTools, GoesOn
from cnnviz.pages.draw.views.drawings.drawing_file_actions import DrawingFileActions
from cnnviz.pages.draw.views.drawings.drawings_tool import DrawingsTool
from cnnviz.pages.draw.views.maps_tool import MapsTool
from cnnviz.pages.draw.views.pad_panel import PadPanel
from cnnviz.pages.draw.views.preparation_strip import PreparationStrip
from cnnviz.pages.draw.views.stages.stages_tool import StagesTool
from cnnviz.pages.draw.views.what_if.what_if_tool import WhatIfTool
from cnnviz.pages.draw.views.why.why_tool import WhyTool
from cnnviz.state.level import set_chrome, set_level
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.ui.controls.tool_row import ToolRow
from cnnviz.ui.controls.tool_switch import Tool
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_chooser import NetworkChooser
from cnnviz.ui.network_view.maps_page import MapsPage
from cnnviz.ui.page import PRESENTED
from cnnviz.ui.theme import tokens

_MARGIN, _SPACING = tokens.SPACE_L, tokens.SPACE_XL
_SMALLEST = QSize(860, 528)


class DrawPage(MapsPage):
    """Show, left to right: the drawing and its preparation, a tool, the answer.

    Signals
    -------
    training_wanted()
        The collection of own drawings is to be learned from on the Train page.
    """

    key = "draw"
    icon_name = "draw"

    training_wanted = Signal()

    def __init__(
        self,
        presenter: DrawPresenter,
        picture_presenter: PicturePresenter,
        choices: NetworkChoices,
        parent: QWidget | None = None,
        *,
        own: OwnClassesPresenter | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draw_page")
        self._own = own
        self._presenter = presenter
        self._pictures = picture_presenter
        self._choices = choices
        self._actions = DrawActions(self)
        self._files = DrawingFileActions(presenter.drawings, self)
        self._left = QWidget(self)
        self._pad = PadPanel(self._actions, picture_presenter.undo_stack, self._left)
        self._strip = PreparationStrip(self._left)
        self._chooser = NetworkChooser(self, only_answering=True)
        set_level(self._chooser, "standard")
        self._maps = MapsTool(self)
        self._view = self._maps.view
        set_level(self._view, "first")
        tools = self._tools_to_make()
        self._tools = DrawTools(tools, presenter.store.state, self)
        self._row = ToolRow(tools, (self._actions.own_ranges,), self)
        self._answer = AnswerCard(self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._render(presenter.store.state)

    @override
    def title(self) -> str:
        return self.tr("Draw")

    @override
    def page_actions(self) -> Sequence[QAction]:
        return *self._actions.all(), self._files.open

    @override
    def set_shown(self, shown: bool) -> None:
        if shown:
            self._presenter.take_picture()
            self._tools.show_tool()
        super().set_shown(shown)

    @override
    def minimumSizeHint(self) -> QSize:
        # Parts have sizes that follow the page's: they must not keep it from shrinking.
        return PRESENTED if self.is_presented else _SMALLEST

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.width() - 2 * _MARGIN - 2 * _SPACING
        least = 170 if self.is_presented else 224
        left = max(least, min(480, int(width * 0.25), int(self.height() * 0.42)))
        self._left.setFixedWidth(left)
        self._pad.pad.setFixedHeight(left)
        self._answer.setFixedWidth(max(160, min(320, int(width * 0.16))))

    def _lay_out(self) -> None:
        in_column(self._pad, (self._strip, 1), gap=tokens.SPACE_L, of=self._left)
        head = in_column(self._chooser, self._row, gap=tokens.SPACE_S)
        middle = in_column(head, (self._tools, 1), gap=tokens.SPACE_M)
        parts = self._left, (middle, 1), self._answer
        in_row(*parts, gap=_SPACING, of=self, margin=_MARGIN)
        set_chrome(self._chooser, self._row)

    def _tools_to_make(self) -> list[Tool]:
        """Return what can stand between drawing and answer, and its actions."""
        why, what_if = self._presenter.why, self._presenter.what_if
        stages = self._presenter.stages
        tools: list[Tool] = [
            (self._actions.maps, lambda: self._maps),
            (self._actions.why, lambda: WhyTool(why, self)),
            (self._actions.what_if, lambda: WhatIfTool(what_if, self)),
            (self._actions.stages, lambda: StagesTool(stages, self)),
            (self._actions.drawings, self._make_drawings),
        ]
        if self._own is not None:
            tools.append(
                (self._actions.classes, partial(self._make_classes, self._own))
            )
        return tools

    def _make_drawings(self) -> QWidget:
        drawings, actions = self._presenter.drawings, self._actions
        return DrawingsTool(drawings, actions, self._files.open, self)

    @override
    def export_actions(self) -> Sequence[QAction]:
        return self._files.exports

    @override
    def take_path(self, path: str) -> bool:
        """Open drawings that are dropped on the page."""
        is_strokes = looks_like_strokes(path)
        if is_strokes:
            self._presenter.drawings.files.open(path)
        return is_strokes

    def _make_classes(self, own: OwnClassesPresenter) -> QWidget:
        # Loaded with the first look at it.
        from cnnviz.pages.draw.views.classes.classes_tool import ClassesTool

        tool = ClassesTool(own, self._actions.add_example, self)
        tool.training_wanted.connect(self.training_wanted)
        return tool

    @Slot()
    def show_classes(self) -> None:
        """Bring the tool of own classes to the front."""
        self._actions.classes.setChecked(True)

    @override
    def present_step(self, by: int) -> None:
        """Go on in the tool in front: by a map, explanation or stage; else by a drawing."""
        tool: object = self._tools.currentWidget()
        if isinstance(tool, GoesOn):
            tool.go(by)
        else:
            self._presenter.drawings.go(by)

    @override
    def answers(self) -> Sequence[QWidget]:
        return (self._answer,)

    @override
    def go_back(self) -> bool:
        """Close what is open in the tool in front, or the tool where it has no tab."""
        if self._tools.go_back():
            return True
        is_alone = self.is_presented and not self._actions.maps.isChecked()
        if is_alone:
            self._show_maps()
        return is_alone

    def _connect(self) -> None:
        pad, pictures = self._pad.pad, self._pictures
        self.watched.connect(self._presenter.set_watched)
        drawings = self._presenter.drawings
        # First, so that whoever shows the new ink knows what made it.
        pad.stroke_started.connect(drawings.begin_stroke)
        pad.stroke_started.connect(pictures.begin_stroke)
        pad.ink_changed.connect(pictures.draw)
        pad.stroke_finished.connect(self._on_stroke_finished)
        drawings.wanted.connect(self._bring_back)
        self._actions.replay.triggered.connect(self._on_replay)
        self._actions.slower.triggered.connect(
            partial(drawings.replay.change_speed, -1)
        )
        self._actions.faster.triggered.connect(partial(drawings.replay.change_speed, 1))
        self._files.notified.connect(self.notified)
        self.refuse_until(failed=drawings.files.failed, done=drawings.files.opened)
        self._pad.undo.clicked.connect(self.undo_requested)
        self._actions.clear.triggered.connect(pictures.clear_drawing)
        self._actions.maps.toggled.connect(self._row.show_outcome)
        self._actions.own_ranges.toggled.connect(self._show_maps)
        self._actions.own_ranges.toggled.connect(self._presenter.use_own_ranges)
        self._answer.why.clicked.connect(self._on_why)
        self._answer.ways.clear.clicked.connect(self._actions.clear.trigger)
        self._answer.ways.teach.clicked.connect(self._actions.classes.trigger)
        self._actions.classes.toggled.connect(self._answer.set_teaching)
        self._actions.classes.toggled.connect(self._say_hint)
        self._strip.digit.map_clicked.connect(self._open_input)
        self._view.notified.connect(self.status_message)
        self._view.unit_requested.connect(self.unit_requested)
        self._presenter.store.changed.connect(self._on_changed)
        self._chooser.chosen.connect(self._choices.choose)
        self._chooser.file_chosen.connect(self._choices.open_file)
        self._choices.store.changed.connect(self._render_chooser)
        self.refuse_until(failed=self._choices.failed, done=self._choices.chosen)

    @Slot(object, object)
    def _on_changed(self, new: DrawState, old: DrawState) -> None:
        if new.is_but_for_picture(old):
            self._render_pad(new)  # what is at the right of it comes with the answer
        else:
            self._render(new)

    def _render_pad(self, state: DrawState) -> None:
        self._pad.render_state(state.picture)
        current = self._presenter.drawings.store.state.current
        self._actions.replay.setEnabled(current is not None and bool(current.strokes))

    def _render(self, state: DrawState) -> None:
        answer = state.answer
        self._render_pad(state)
        self._say_hint()
        if answer is None:
            self._strip.render_state(None, None)
        else:
            self._strip.render_state(answer.preparation, answer.digit)
        self._tools.render_state(state)
        self._answer.render_state(state)
        self._render_chooser()
        self._actions.own_ranges.setChecked(state.own_ranges)

    @Slot()
    def _say_hint(self) -> None:
        """Let an empty sheet ask for a digit only where one is read."""
        reads_own = self._presenter.store.state.answering.network.drawings
        is_own = self._actions.classes.isChecked() or reads_own
        self._pad.pad.hint = self.tr("Draw here") if is_own else ""

    @Slot(object)
    def _on_stroke_finished(self, ink_hw: NDArray[np.uint8] | None) -> None:
        stroke = self._pad.pad.newest_stroke
        self._presenter.drawings.finish_stroke(stroke, ink_hw)
        self._pictures.finish_stroke(ink_hw)

    @Slot(object)
    def _bring_back(self, ink_hw: NDArray[np.uint8]) -> None:
        self._pictures.begin_stroke()
        self._pictures.finish_stroke(ink_hw, self.tr("Bring back drawing"))

    @Slot()
    def _on_replay(self) -> None:
        self._actions.drawings.setChecked(True)
        self._presenter.drawings.toggle_replay()

    @Slot()
    def _on_why(self) -> None:
        """Explain the answer, or go back to the maps."""
        actions = self._actions
        (actions.maps if actions.why.isChecked() else actions.why).setChecked(True)

    @Slot()
    def _show_maps(self) -> None:
        self._actions.maps.setChecked(True)

    @Slot()
    def _open_input(self) -> None:
        self._show_maps()
        self._view.open_input()

    @Slot()
    def _render_chooser(self) -> None:
        choices, state = self._choices.store.state, self._presenter.store.state
        self._chooser.render_state(choices, state.current, state.answering)

    @override
    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._files.retranslate()
        if self._was_painted:
            self._render(self._presenter.store.state)
