"""The page where a drawn digit goes through a trained network."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter, DrawState
from cnnviz.pages.draw.views.answer_card import AnswerCard
from cnnviz.pages.draw.views.draw_actions import DrawActions
from cnnviz.pages.draw.views.draw_tools import DrawTools
from cnnviz.pages.draw.views.maps_tool import MapsTool
from cnnviz.pages.draw.views.pad_panel import PadPanel
from cnnviz.pages.draw.views.preparation_strip import PreparationStrip
from cnnviz.pages.draw.views.stages.stages_tool import StagesTool
from cnnviz.state.level import set_level
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.ui.controls.tool_row import ToolRow
from cnnviz.ui.controls.tool_switch import Tool
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_chooser import NetworkChooser
from cnnviz.ui.network_view.maps_page import MapsPage
from cnnviz.ui.theme import tokens

_MARGIN, _SPACING = tokens.SPACE_L, tokens.SPACE_XL
_SMALLEST = QSize(860, 528)


class DrawPage(MapsPage):
    """Show, left to right: the drawing and its preparation, a tool, the answer."""

    key = "draw"
    icon_name = "draw"

    def __init__(
        self,
        presenter: DrawPresenter,
        picture_presenter: PicturePresenter,
        choices: NetworkChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draw_page")
        self._presenter = presenter
        self._pictures = picture_presenter
        self._choices = choices
        self._actions = DrawActions(self)
        self._left = QWidget(self)
        self._pad = PadPanel(self._actions, picture_presenter.undo_stack, self._left)
        self._strip = PreparationStrip(self._left)
        self._chooser = NetworkChooser(self, only_digits=True)
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
        return self._actions.all()

    @override
    def set_shown(self, shown: bool) -> None:
        if shown:
            self._presenter.take_picture()
            self._tools.show_tool()
        super().set_shown(shown)

    @override
    def minimumSizeHint(self) -> QSize:
        # Parts have sizes that follow the page's: they must not keep it from shrinking.
        return _SMALLEST

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.width() - 2 * _MARGIN - 2 * _SPACING
        left = max(220, min(480, int(width * 0.25), int(self.height() * 0.42)))
        self._left.setFixedWidth(left)
        self._pad.pad.setFixedHeight(left)
        self._answer.setFixedWidth(max(160, min(320, int(width * 0.16))))

    def _lay_out(self) -> None:
        in_column(self._pad, (self._strip, 1), gap=tokens.SPACE_L, of=self._left)
        head = in_column(self._chooser, self._row, gap=tokens.SPACE_S)
        middle = in_column(head, (self._tools, 1), gap=tokens.SPACE_M)
        parts = self._left, (middle, 1), self._answer
        in_row(*parts, gap=_SPACING, of=self, margin=_MARGIN)

    def _tools_to_make(self) -> list[Tool]:
        """Return what can stand between drawing and answer, and its actions."""
        stages = self._presenter.stages
        return [
            (self._actions.maps, lambda: self._maps),
            (self._actions.stages, lambda: StagesTool(stages, self)),
        ]

    @override
    def go_back(self) -> bool:
        """Close what is open in the tool in front."""
        return self._tools.go_back()

    def _connect(self) -> None:
        pad, pictures = self._pad.pad, self._pictures
        self.watched.connect(self._presenter.set_watched)
        pad.stroke_started.connect(pictures.begin_stroke)
        pad.ink_changed.connect(pictures.draw)
        pad.stroke_finished.connect(pictures.finish_stroke)
        self._pad.undo.clicked.connect(self.undo_requested)
        self._actions.clear.triggered.connect(pictures.clear_drawing)
        self._actions.own_ranges.toggled.connect(self._show_maps)
        self._actions.own_ranges.toggled.connect(self._presenter.use_own_ranges)
        self._strip.digit.map_clicked.connect(self._open_input)
        self._view.notified.connect(self.status_message)
        self._view.unit_requested.connect(self.unit_requested)
        self._presenter.store.changed.connect(self._render)
        self._chooser.chosen.connect(self._choices.choose)
        self._chooser.file_chosen.connect(self._choices.open_file)
        self._choices.store.changed.connect(self._render_chooser)
        self.refuse_until(failed=self._choices.failed, done=self._choices.chosen)

    @Slot(object)
    def _render(self, state: DrawState) -> None:
        answer = state.answer
        self._pad.render_state(state.picture)
        if answer is None:
            self._strip.render_state(None, None)
        else:
            self._strip.render_state(answer.preparation, answer.digit)
        self._tools.render_state(state)
        self._answer.render_state(state)
        self._render_chooser()
        self._actions.own_ranges.setChecked(state.own_ranges)

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
        if self._was_painted:
            self._render(self._presenter.store.state)
