"""The page on which a whole network is seen, and any number of it opened."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.presenters.network_presenters import NetworkPresenters
from cnnviz.pages.network.presenters.unit_steps import UnitSteps
from cnnviz.pages.network.views.compare.second_columns import SecondColumns
from cnnviz.pages.network.views.draw_way import DrawWay
from cnnviz.pages.network.views.editor.built_hint import built_hint
from cnnviz.pages.network.views.editor.editor_actions import EditorActions
from cnnviz.pages.network.views.files.file_actions import NetworkFileActions
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.network_hint import hint_of
from cnnviz.pages.network.views.network_tools import NetworkTools
from cnnviz.pages.network.views.opening_bar import OpeningBar
from cnnviz.pages.network.views.path_bar import PathBar
from cnnviz.pages.network.views.path_words import crumbs
from cnnviz.pages.network.views.range_switch import RangeSwitch
from cnnviz.pages.network.views.source_picture import SourcePicture
from cnnviz.pages.network.views.stepped_stage import SteppedStage
from cnnviz.pages.network.views.walk_words import wish_of
from cnnviz.state.level import set_chrome, set_level
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_switch import Tool, ToolSwitch
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_chooser import NetworkChooser
from cnnviz.ui.page import PRESENTED, Page
from cnnviz.ui.theme import tokens

_ZOOM_STEP = 1.25
_SMALLEST = QSize(860, 528)


class NetworkPage(Page):
    """Show a network in columns; open any number of any map, and go on from it.

    Signals
    -------
    lab_requested(wish)
        The open number is to be seen on the Convolution page: a ``LabWish``.
    page_wanted(key)
        Another page is to be seen.
    """

    lab_requested = Signal(object)
    page_wanted = Signal(str)

    key = "network"
    icon_name = "network"

    def __init__(
        self,
        presenters: NetworkPresenters,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("network_page")
        self._presenters, presenter = presenters, presenters.network
        self._presenter, self._choices = presenter, presenters.choices
        self._steps = UnitSteps(presenter, self)
        self._actions = NetworkActions(self)
        self._actions.retranslate()
        self._editor_actions = EditorActions(self)
        self._path = PathBar(self._actions.back, self._actions.forward, self)
        self._chooser = NetworkChooser(self)
        self._ranges = RangeSwitch(self._actions.ranges.values(), self)
        self._hint = FittingLabel(self)
        self._draw_way = DrawWay(self)
        self._opening = OpeningBar("opening_network", self)
        self._source = SourcePicture(self._actions.fit_picture, self)
        self._stages = SteppedStage(presenter, self._actions, self)
        self._stage = self._stages.stage
        self._second = SecondColumns(presenters.comparison, self)
        view = self._path, self._stages
        self._files = NetworkFileActions(
            presenters.files, presenter, self._stage, view, self
        )
        tools = self._tools_to_make()
        self._tools = NetworkTools(tools, self)
        self._switch = ToolSwitch(
            [self._actions.summary, *(action for action, _ in tools)], self
        )
        self._lay_out()
        self._connect_actions()
        self._connect_parts()
        self._retranslate()
        self._render(presenter.store.state)

    def _tools_to_make(self) -> list[Tool]:
        """Return the tools beside the network, each with the action that opens it."""
        actions = self._actions
        return [
            (actions.change, self._make_change),
            (actions.build, self._make_editor),
            (actions.compare, self._make_compare),
            (actions.closer, self._make_closer),
        ]

    # What a tool needs is loaded with it: all of it together takes 0.1 s.

    def _make_change(self) -> QWidget:
        from cnnviz.pages.network.views.change.change_tool import ChangeTool

        return ChangeTool(self._presenter, self._presenters.changes, self)

    def _make_editor(self) -> QWidget:
        from cnnviz.pages.network.views.editor.editor_panel import EditorPanel

        editor = self._presenters.built.editor
        return EditorPanel(editor, self._editor_actions, self)

    def _make_compare(self) -> QWidget:
        from cnnviz.pages.network.views.compare.compare_tool import CompareTool

        return CompareTool(self._presenters.comparison, self)

    def _make_closer(self) -> QWidget:
        from cnnviz.pages.network.views.closer.closer_tool import CloserTool

        return CloserTool(self._presenters.closer, self)

    @override
    def title(self) -> str:
        return self.tr("Network")

    @override
    def page_actions(self) -> Sequence[QAction]:
        return self._actions.all()

    @override
    def saving_actions(self) -> Sequence[QAction]:
        return (self._files.save_network,)

    @override
    def export_actions(self) -> Sequence[QAction]:
        return self._files.exports

    @override
    def set_shown(self, shown: bool) -> None:
        if not shown:
            self._steps.pause()
        super().set_shown(shown)

    @override
    def set_reduced_motion(self, reduced: bool) -> None:
        columns = self._stage.columns
        columns.place.reduced_motion = columns.receding.reduced_motion = reduced
        self._stages.steps.unit_view.set_reduced_motion(reduced)

    @override
    def go_back(self) -> bool:
        if self._presenter.cancel_opening():
            return True
        if self._presenters.comparison.cancel_opening():
            return True
        is_open = self._presenter.store.state.place is not None
        if self._stages.close_front():
            return True
        if is_open:
            self._presenter.go_up()
        elif self._tools.is_open:
            self._tools.close_tool()
            return True
        return is_open

    @override
    def present_step(self, by: int) -> None:
        self._presenter.open_next_layer(by)

    @override
    def minimumSizeHint(self) -> QSize:
        return PRESENTED if self.is_presented else _SMALLEST

    def _lay_out(self) -> None:
        set_level(self._chooser, "standard")
        set_level(self._ranges, "standard")
        set_level(self._path, "first")
        set_level(self._stage, "first")
        set_chrome(self._chooser, self._source, self._ranges, self._switch)
        self.setAutoFillBackground(True)
        gap, small = tokens.SPACE_XL, tokens.SPACE_XS
        head = in_row((self._path, 5), (self._chooser, 2), gap=gap)
        below = in_row(
            self._source, (self._hint, 1), self._draw_way, (self._opening, 1),
            self._ranges, self._switch, gap=gap,
        )  # fmt: skip
        second = self._second
        stages = in_column((self._stages, 1), second.title, (second, 1), gap=small)
        body = in_row((stages, 1), self._tools, gap=gap)
        parts = head, below, (body, 1)
        in_column(*parts, gap=small, of=self, margin=tokens.SPACE_L)

    def _connect_actions(self) -> None:
        actions, steps, columns = self._actions, self._steps, self._stage.columns
        for action, slot in (
            (actions.back, self._presenter.go_back),
            (actions.forward, self._presenter.go_forward),
            (actions.step_back, steps.back),
            (actions.step_forward, steps.forward),
            (actions.next_row, steps.next_row),
            (actions.previous_row, steps.previous_row),
            (actions.first, steps.first),
            (actions.last, steps.last),
            (actions.next_map, steps.next_map),
            (actions.previous_map, steps.previous_map),
            (actions.largest, steps.largest),
            (actions.smallest, steps.smallest),
            (actions.play, steps.toggle_play),
            (actions.to_lab, self._on_to_lab),
            (actions.fit, columns.place.fit),
            (actions.switch_map, self._on_switch_map),
            (actions.zoom_in, self._on_zoom_in),
            (actions.zoom_out, self._on_zoom_out),
        ):
            action.triggered.connect(slot)
        actions.build.toggled.connect(self._presenters.built.set_open)
        actions.fit_picture.toggled.connect(self._presenter.fit_picture)
        actions.batch_statistics.toggled.connect(self._presenter.use_batch_statistics)
        actions.compare.toggled.connect(self._presenters.comparison.set_on)
        actions.closer.toggled.connect(self._presenters.closer.set_on)
        actions.every_layer.toggled.connect(self._presenter.show_every_layer)
        for action in actions.ranges.values():
            action.triggered.connect(self._on_ranges_chosen)

    def _connect_parts(self) -> None:
        presenter = self._presenter
        self.watched.connect(presenter.set_watched)
        self._steps.playing_changed.connect(self._actions.render_playing)
        self._stages.notified.connect(self.status_message)
        self._stage.weight_chosen.connect(self._on_weight_chosen)
        self._files.notified.connect(self.notified)
        files, built = self._presenters.files, self._presenters.built
        self.refuse_until(failed=files.failed, done=files.saved)
        self._stage.map_pointed.connect(self._second.point_at)
        self._second.map_pointed.connect(self._stage.point_at)
        self._second.notified.connect(self.status_message)
        self.refuse_until(failed=built.failed, done=built.editor.network_ready)
        self._presenters.built.editor.store.changed.connect(self._say_hint)
        self._opening.cancelled.connect(presenter.cancel_opening)
        self._path.chosen.connect(presenter.cut)
        presenter.store.changed.connect(self._render)
        self._chooser.chosen.connect(self._choices.choose)
        self._chooser.file_chosen.connect(self._choices.open_file)
        self._choices.store.changed.connect(self._render_chooser)
        self._draw_way.page_wanted.connect(self.page_wanted)
        self.refuse_until(failed=self._choices.failed, done=self._choices.chosen)

    @Slot(object)
    def _render(self, state: NetworkState) -> None:
        self._stages.render_state(state)
        self._say_hint()
        self._draw_way.render_state(state)
        self._source.render_answer(state.answer)
        self._path.render_crumbs(crumbs(state))
        self._render_actions(state)
        self._render_chooser()

    @Slot()
    def _say_hint(self) -> None:
        state, editor = self._presenter.store.state, self._presenters.built.editor
        self._hint.setText(built_hint(state, editor.checked) or hint_of(state))
        self._hint.setVisible(state.opening is None)
        has_other = state.opened is not None  # to go back to
        self._opening.render_progress(state.opening, can_cancel=has_other)

    def _render_actions(self, state: NetworkState) -> None:
        actions = self._actions
        actions.back.setEnabled(state.way.can_go_back)
        actions.forward.setEnabled(state.way.can_go_forward)
        for action in actions.of_open_map:
            action.setEnabled(state.place is not None)
        actions.ranges[state.ranges].setChecked(True)
        actions.fit_picture.setChecked(state.fit)
        actions.batch_statistics.setVisible(state.network.normalizes_batch)
        actions.batch_statistics.setChecked(state.batch_statistics)
        has_answer = state.answer is not None
        self._files.render_ready(
            has_network=state.opened is not None, has_answer=has_answer
        )
        actions.every_layer.setChecked(state.every_layer)

    @Slot()
    def _render_chooser(self) -> None:
        state = self._presenter.store.state
        self._chooser.render_state(
            self._choices.store.state, state.current, state.answering
        )

    @Slot()
    def _on_to_lab(self) -> None:
        state, found = self._presenter.store.state, self._stages.walk()
        if found is not None:
            seen = self._stages.steps.channel if self._stages.shows_steps else None
            self.lab_requested.emit(wish_of(state, found, seen))

    @Slot()
    def _on_ranges_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._presenter.use_ranges(action.data())

    @Slot(int, int, int)
    def _on_weight_chosen(self, part: int, row: int, column: int) -> None:
        self._presenters.changes.choose_part(part, row, column)
        self._actions.change.setChecked(True)

    @Slot()
    def _on_switch_map(self) -> None:
        pointed = self._stage.columns.pointed
        if pointed is None:
            self._presenters.changes.switch_open()
        elif pointed[0] >= 0:
            block = self._presenter.store.state.shown[pointed[0]]
            self._presenters.changes.switch(block.shown, pointed[1])

    @Slot()
    def _on_zoom_in(self) -> None:
        self._stage.columns.zoom(_ZOOM_STEP)

    @Slot()
    def _on_zoom_out(self) -> None:
        self._stage.columns.zoom(1 / _ZOOM_STEP)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # Then all that is on the page has the palette, too.
            QTimer.singleShot(0, self, self._follow_theme)

    @Slot()
    def _follow_theme(self) -> None:
        """Show everything in the look of the theme that the window has now."""
        if self._was_painted:
            self._render(self._presenter.store.state)
            self._tools.show_newest()

    @override
    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._editor_actions.retranslate()
        self._files.retranslate()
        if self._was_painted:
            self._render(self._presenter.store.state)
