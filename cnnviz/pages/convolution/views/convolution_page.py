"""The page on which a window is stepped across a picture by hand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.action_wiring import (
    PadStrokes,
    connect_views,
    connect_walk,
)
from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.pages.convolution.views.export.export_menu import ExportMenu
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.first.first_way import FirstWay
from cnnviz.pages.convolution.views.inspector.inspector import Inspector
from cnnviz.pages.convolution.views.inspector.inspector_place import InspectorPlace
from cnnviz.pages.convolution.views.signal.signal_text import picture_not_seen
from cnnviz.pages.convolution.views.source.source_tools import SourceTools
from cnnviz.pages.convolution.views.stage.cell_editor import CellEditor
from cnnviz.pages.convolution.views.stage.lab_stage import unit_of
from cnnviz.pages.convolution.views.stage.output_tools import OutputTools
from cnnviz.pages.convolution.views.stage.stages import Stages
from cnnviz.pages.convolution.views.stage.step_words import step_text
from cnnviz.pages.convolution.views.stage.transport_bar import TransportBar
from cnnviz.pages.convolution.views.sum.sum_and_loops import SumAndLoops
from cnnviz.state.level import Level, set_chrome
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.keyboard.focus_back import give_focus_back
from cnnviz.ui.keyboard.key_guard import keep_for_focus
from cnnviz.ui.keyboard.tab_order import set_tab_order_from_layout
from cnnviz.ui.layouts import in_column, in_row, upright_line
from cnnviz.ui.page import Page
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.flight import Flight
from cnnviz.ui.unit_view.sum.sum_row import SumRow


class ConvolutionPage(Page):
    """Picture, kernels and walk: from the input to one number of the output.

    Signals
    -------
    open_requested()
        The window shall ask for a file.
    stroke_started(), stroke_drawn(stroke, ink_hw)
        The pen came down on the pad; what it did, and the ink, as of `StrokePaper`.
    """

    open_requested = Signal()
    stroke_started = Signal()
    stroke_drawn = Signal(object, object)

    key = "convolution"
    icon_name = "convolution"

    def __init__(self, lab: LabPresenters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("convolution_page")
        self._lab = lab
        self._walk, self._pictures = lab.walk, lab.pictures
        self._actions = LabActions(self)
        self._source = SourceTools(self._actions, lab, self)
        self._output_tools = OutputTools(self._actions, self)
        self._stages = Stages(self._actions, lab, self)
        self._stages.set_tools(self._source, self._output_tools)
        self._sum = SumRow(self)
        self._sum.add_actions((self._actions.copy_sum, self._actions.copy_latex))
        self._algorithm = AlgorithmPanel(self)
        self._transport = TransportBar(self._actions, lab.walk, self)
        self._inspector = Inspector(lab, self)
        self._export = ExportMenu(lab.exports, (self._stages, self._sum), self)
        self._editor = CellEditor(
            self._stages.picture.input.canvas, lab.walk, lab.pictures, self
        )
        self._output_tools.set_exports(self._export)
        self.addActions(self._algorithm.step_actions())
        self._lay_out()
        self._flight = Flight(self._stages.picture, self._sum, self)
        self._connect_actions()
        self._connect_parts()
        for part in (self._inspector, self._transport):
            give_focus_back(part, self._stages.give_focus)
        self._retranslate()
        self._render(lab.walk.store.state)
        self._render_picture(lab.pictures.store.state)
        set_tab_order_from_layout(self)

    @override
    def set_reduced_motion(self, reduced: bool) -> None:
        self._stages.set_reduced_motion(reduced)
        self._flight.reduced_motion = reduced
        self._first.set_reduced_motion(reduced)

    @override
    def render_level(self, level: Level) -> None:
        self._first.render_level(level)

    @override
    def title(self) -> str:
        return self.tr("Convolution")

    @override
    def page_actions(self) -> Sequence[QAction]:
        return self._actions.in_order(self._editor.action, self._export.savings)

    @override
    def export_actions(self) -> Sequence[QAction]:
        return self._export.savings

    @override
    def set_shown(self, shown: bool) -> None:
        super().set_shown(shown)
        self._lab.set_watched(shown)
        if not shown:
            self._walk.pause()
        else:
            self._first.give_focus(self._stages)  # so that the arrow keys walk

    @override
    def go_back(self) -> bool:
        if self._source.put_away() or self._settings_place.close():
            return True
        is_enlarged = self._stages.is_enlarged
        if is_enlarged:
            self._stages.fit()
        return is_enlarged

    @override
    def set_presented(self, is_presented: bool) -> None:
        super().set_presented(is_presented)
        self._sum.result.set_large(is_presented)

    @override
    def present_step(self, by: int) -> None:
        if self._first.is_asking:
            self._first.step(by)
        else:
            (self._walk.advance if by > 0 else self._walk.go_back)()

    @override
    def answers(self) -> Sequence[QWidget]:
        return () if self._first.is_asking else (self._sum.result,)

    @override
    def set_covered(self, is_covered: bool) -> None:
        self._sum.set_covered(is_covered)

    def begin_first_look(self) -> None:
        self._first.begin()
        self._first.give_focus(self._stages)

    @Slot()
    def _on_first_changed(self) -> None:
        self._render(self._walk.store.state)  # the keys walk in one of the two
        self.status_message.emit(self._step_said())
        self._first.give_focus(self._stages)

    def _lay_out(self) -> None:
        self._told = SumAndLoops(self._sum, self._algorithm, self)
        parts = (self._stages, 5), self._told, self._transport
        left = in_column(*parts, gap=tokens.SPACE_S)
        across, down = tokens.SPACE_L, tokens.SPACE_M
        left.setContentsMargins(across, down, across, down)
        line = upright_line(self)
        bench = QWidget(self)
        in_row((left, 1), line, self._inspector, gap=0, of=bench)
        in_row((bench, 1), gap=0, of=self)
        beside, shows = (line, self._inspector), self._actions.inspector
        self._settings_place = InspectorPlace(bench, beside, self._output_tools, shows)
        set_chrome(self._source, self._output_tools, line, self._inspector)
        self._first = FirstWay(bench, self._actions.draw, self._lab, self)
        left.insertWidget(0, self._first.head)

    def _connect_actions(self) -> None:
        actions = self._actions
        connect_walk(actions, self._walk)
        connect_views(actions, self._stages, self._sum)
        actions.draw.triggered.connect(self._on_draw_triggered)
        actions.algorithm.toggled.connect(self._on_algorithm_toggled)
        actions.inspector.toggled.connect(self._inspector.setVisible)

    def _connect_parts(self) -> None:
        walk, pictures, stages = self._walk, self._pictures, self._stages
        picture, inspector = stages.picture, self._inspector
        walk.store.changed.connect(self._on_state_changed)
        self._first.changed.connect(self._on_first_changed)
        self.refuse_until(failed=walk.failed, done=walk.computed)
        pictures.store.changed.connect(self._on_picture_changed)
        self._source.open_requested.connect(self.open_requested)
        stages.touched.connect(self._on_touched)
        stages.notified.connect(self._on_stage_told)
        for part in (inspector.kernels, self._sum, self._algorithm, self._export):
            part.notified.connect(self._tell)
        inspector.picture.crop.box_considered.connect(picture.input.render_crop)
        self._sum.channel_chosen.connect(walk.show_input_channel)
        picture.input.colour.chosen.connect(partial(walk.commands.set, "colour"))
        pictures.replaced.connect(self._on_picture_replaced)
        self._lab.files.opened.connect(picture.input.show_all_channels)
        strokes = PadStrokes(picture.input.pad, pictures, self)
        strokes.started.connect(self.stroke_started)
        strokes.drawn.connect(self.stroke_drawn)
        self._sum.bias_chosen.connect(self._on_bias_chosen)
        self._algorithm.product_focused.connect(self._on_product_focused)
        self._told.follow(self._lab.timing)
        self._export.refused.connect(self.refused)
        self._export.settled.connect(self.settled)

    @Slot(object, object)
    def _on_state_changed(self, new: LabState, old: LabState) -> None:
        self._render(new)
        if new.step is not old.step:
            self.status_message.emit(self._step_said())

    def _render(self, state: LabState) -> None:
        unit = unit_of(state)
        self._stages.render_state(state, unit)
        self._sum.render_unit(unit)
        self._flight.follow(unit)
        self._algorithm.render_state(state)
        self._transport.render_state(state)
        self._inspector.render_state(state)
        self._actions.render_playing(state.playing)
        self._actions.whole.setChecked(state.whole_output_shown)
        for action in self._actions.walking():
            action.setEnabled(state.walk is not None and not self._first.is_asking)
        for part in (self._actions, self._source):
            part.render_operation(state.settings.operation)

    @Slot(str)
    def _on_stage_told(self, text: str) -> None:
        """Say what is pointed at; the step again, when nothing is any more."""
        self.status_message.emit(text or self._step_said())

    def _step_said(self) -> str:
        return "" if self._first.is_asking else step_text(self._walk.store.state)

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        if new.picture.size_hw != old.picture.size_hw:
            self._stages.picture.input.render_crop(None)  # it was a part of the old one
        if new.origin != "drawing":
            self._actions.draw.setChecked(False)
        self._render_picture(new)

    @Slot()
    def _on_touched(self) -> None:
        if self._walk.store.state.playing:
            self._walk.pause()
            self._tell(
                self.tr("Paused because you moved the window. Press Space to continue.")
            )

    @Slot()
    def _on_picture_replaced(self) -> None:
        self._stages.picture.input.show_all_channels()
        if self._walk.commands.settings.operation == "signal":
            # The operation stays as it was set: other pages take pictures too.
            self.notified.emit(picture_not_seen())

    def _render_picture(self, shared: SharedPicture) -> None:
        drawing = self._actions.draw.isChecked()
        self._stages.picture.input.render_drawing(drawing, shared)
        self._source.render_drawing(drawing)
        self._stages.picture.output.follow_hand(drawing)
        self._render(self._walk.store.state)

    @Slot(bool)
    def _on_draw_triggered(self, drawing: bool) -> None:
        self._walk.pause()
        if drawing and self._pictures.store.state.origin != "drawing":
            self._pictures.start_drawing()
        self._render_picture(self._pictures.store.state)
        if drawing:
            self._stages.picture.input.pad.setFocus()
        else:
            self._stages.give_focus()

    @Slot(bool)
    def _on_algorithm_toggled(self, shown: bool) -> None:
        """Show the loops beside the sum: both tell the same additions."""
        if not shown:
            self._stages.mark_product(-1, -1, -1)
        self._told.show_loops(shown)
        self._algorithm.render_state(self._walk.store.state)

    @Slot(int, int, int)
    def _on_product_focused(self, channel: int, i: int, j: int) -> None:
        """Mark the addition that the loops are at, in the channel that it is of."""
        self._walk.pause()
        if channel >= 0:
            self._walk.show_input_channel(channel)
        self._stages.mark_product(channel, i, j)

    @Slot(str)
    def _tell(self, text: str) -> None:
        """Say what was done, or why not, until the next step says its own."""
        self.status_message.emit(text)
        self.notified.emit(text)

    @Slot()
    def _on_bias_chosen(self) -> None:
        self._actions.inspector.setChecked(True)
        self._inspector.open_section("after")
        self._inspector.give_focus("bias_spin")

    @override
    def event(self, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.ShortcutOverride
        focus = self.window().focusWidget() if is_key else None
        return keep_for_focus(event, focus) or super().event(event)

    @Slot()
    @override
    def finish_gesture(self) -> None:
        super().finish_gesture()
        self._walk.commands.end_edit()  # what is changed next is a step of its own

    @override
    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._actions.render_playing(self._walk.store.state.playing)
        self.status_message.emit(self._step_said())
