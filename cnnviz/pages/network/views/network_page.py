"""The page on which a whole network is seen, and any number of it opened."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.blocks import Block, picture_block
from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.pages.network.presenters.network_presenter import (
    NetworkPresenter,
    NetworkState,
)
from cnnviz.pages.network.presenters.unit_steps import UnitSteps
from cnnviz.pages.network.views.columns_state import columns_shown, feeding_of
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.network_hint import hint_of, map_reading
from cnnviz.pages.network.views.opened_panel import OpenedPanel
from cnnviz.pages.network.views.path_bar import PathBar
from cnnviz.pages.network.views.path_words import crumbs
from cnnviz.pages.network.views.range_switch import RangeSwitch
from cnnviz.state.level import set_level
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_chooser.network_chooser import NetworkChooser
from cnnviz.ui.network_view.columns.column_marks import Thread
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.page import Page, set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look_palette

_ZOOM_STEP = 1.25
_SMALLEST = QSize(860, 528)


class NetworkPage(Page):
    """Show a network in columns; open any number of any map, and go on from it.

    Signals
    -------
    lab_requested()
        The open map's input and kernel are to be taken to the Convolution page.
    """

    lab_requested = Signal()

    key = "network"
    icon_name = "network"

    def __init__(
        self,
        presenter: NetworkPresenter,
        choices: NetworkChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("network_page")
        self._presenter, self._choices = presenter, choices
        self._steps = UnitSteps(presenter, self)
        self._picture: Block | None = None
        self._painted = False
        self._actions = NetworkActions(self)
        self._actions.retranslate()
        self._path = PathBar(self._actions.back, self._actions.forward, self)
        self._chooser = NetworkChooser(self)
        self._ranges = RangeSwitch(self._actions.ranges.values(), self)
        self._hint = FittingLabel(self)
        self._columns = NetworkColumns(self)
        self._panel = OpenedPanel(self._actions, self._columns)
        self._lay_out()
        self._connect_actions()
        self._connect_parts()
        self._on_palette_changed()
        self._retranslate()
        self._render(presenter.store.state)

    @override
    def title(self) -> str:
        return self.tr("Network")

    @override
    def page_actions(self) -> Sequence[QAction]:
        return self._actions.all()

    @override
    def set_shown(self, shown: bool) -> None:
        if not shown:
            self._steps.pause()
            self._presenter.set_watched(False)
        elif self._painted:
            self._presenter.set_watched(True)

    @override
    def set_reduced_motion(self, reduced: bool) -> None:
        self._columns.place.reduced_motion = reduced

    @override
    def go_back(self) -> bool:
        is_open = self._presenter.store.state.place is not None
        self._presenter.go_up()
        return is_open

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # The network is read when the page is on the screen, not before.
            QTimer.singleShot(0, self, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        self._presenter.set_watched(self.isVisible())

    @override
    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def _lay_out(self) -> None:
        set_level(self._chooser, "standard")
        set_level(self._ranges, "standard")
        set_level(self._columns, "first")
        self.setAutoFillBackground(True)
        self._panel.hide()
        gap = tokens.SPACE_XL
        head = in_row((self._path, 3), (self._chooser, 2), gap=gap)
        second = in_row((self._hint, 1), self._ranges, gap=gap)
        in_column(
            head,
            second,
            (self._columns, 1),
            gap=tokens.SPACE_XS,
            of=self,
            margin=tokens.SPACE_L,
        )

    def _connect_actions(self) -> None:
        actions, steps, columns = self._actions, self._steps, self._columns
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
            (actions.to_lab, self.lab_requested),
            (actions.fit, columns.place.fit),
            (actions.zoom_in, self._on_zoom_in),
            (actions.zoom_out, self._on_zoom_out),
        ):
            action.triggered.connect(slot)
        actions.every_layer.toggled.connect(self._presenter.show_every_layer)
        for action in actions.ranges.values():
            action.triggered.connect(self._on_ranges_chosen)

    def _connect_parts(self) -> None:
        presenter = self._presenter
        self._columns.map_clicked.connect(self._on_map_clicked)
        self._columns.map_hovered.connect(self._on_map_hovered)
        self._columns.beside_clicked.connect(presenter.go_up)
        self._columns.panel_placed.connect(self._on_panel_placed)
        self._columns.set_tells_status(False)
        self._panel.input_chosen.connect(self._on_input_chosen)
        self._panel.map.cell_chosen.connect(presenter.open_cell)
        self._panel.map.number_chosen.connect(presenter.show_channel)
        self._path.chosen.connect(presenter.cut)
        presenter.store.changed.connect(self._render)
        self._chooser.chosen.connect(self._choices.choose)
        self._chooser.file_chosen.connect(self._choices.open_file)
        self._choices.store.changed.connect(self._render_chooser)
        self._choices.failed.connect(self._on_file_refused)

    # rendering

    @Slot(object)
    def _render(self, state: NetworkState) -> None:
        if self._picture is None or self._picture.shape != state.network.input_chw:
            self._picture = picture_block(state.network)
        self._columns.render_state(columns_shown(state, self._picture))
        self._hint.setText(hint_of(state))
        self._path.render_crumbs(crumbs(state))
        self._render_panel(state)
        self._render_actions(state)
        self._render_chooser()

    def _render_panel(self, state: NetworkState) -> None:
        if state.place is None:
            self._panel.hide()
            return
        unit = state.unit()
        self._panel.render_state(state, unit, self._centres(state))
        box = self._columns.place.panel
        if box is not None:
            self._on_panel_placed(QRectF(*box))
            self._tie(state, unit, box[0], box[1])

    def _tie(
        self, state: NetworkState, unit: OpenedUnit | None, left: float, top: float
    ) -> None:
        """Tie the maps that feed the open number to their windows in the panel."""
        threads = []
        for index, above, below in self._panel.windows_shown():
            if unit is None:
                break
            window = unit.windows[index]
            block = state.block(window.layer)
            tile = window.channel if block.layers else 0
            threads.append(Thread(block.place, tile, left, top + above, top + below))
        self._columns.show_threads(tuple(threads))

    def _centres(self, state: NetworkState) -> tuple[float, ...]:
        """Return the heights, in the panel, of the maps that feed the open one."""
        place, columns = state.place, self._columns
        if place is None or columns.place.panel is None:
            return ()
        block = state.block(place.layer)
        feeding = feeding_of(state.network, state.shown, block, place.channel)
        if len(feeding) != 1:
            return ()
        ((source, tiles),) = feeding.items()
        if columns.place.layout.placed[source].columns != 1 or source < 0:
            return ()
        top = columns.place.panel[1]
        return tuple(
            columns.tile_box(source, tile).center().y() - top for tile in tiles
        )

    def _render_actions(self, state: NetworkState) -> None:
        actions = self._actions
        actions.back.setEnabled(state.way.can_go_back)
        actions.forward.setEnabled(state.way.can_go_forward)
        for action in actions.of_open_map:
            action.setEnabled(state.place is not None)
        actions.ranges[state.ranges].setChecked(True)
        actions.every_layer.setChecked(state.every_layer)

    @Slot()
    def _render_chooser(self) -> None:
        state = self._presenter.store.state
        self._chooser.render_state(
            self._choices.store.state, state.current, state.answering
        )

    # what hands do

    @Slot(int, int)
    def _on_map_clicked(self, block: int, tile: int) -> None:
        state = self._presenter.store.state
        shown = state.shown[block] if block >= 0 else self._picture
        if shown is not None and state.answer is not None:
            self._presenter.open_map(shown.shown, tile)
            self._panel.map.canvas.setFocus()

    @Slot(int, int)
    def _on_map_hovered(self, block: int, tile: int) -> None:
        state = self._presenter.store.state
        shown = self._picture if block < 0 else state.shown[block]
        if tile < 0 or shown is None:
            self._columns.show_feeding({})
            self.status_message.emit("")
            return
        feeding = feeding_of(state.network, state.shown, shown, tile)
        self._columns.show_feeding(feeding)
        self.status_message.emit(map_reading(state, shown, tile))

    @Slot(int, int, int)
    def _on_input_chosen(self, index: int, row: int, column: int) -> None:
        unit = self._presenter.store.state.unit()
        if unit is None:
            return
        window = unit.windows[index]
        source = window.source(row, column)
        if source is not None:
            channel, *at = source
            self._presenter.follow(window.layer, channel, at[0], at[1])

    @Slot(QRectF)
    def _on_panel_placed(self, box: QRectF) -> None:
        if self._presenter.store.state.place is None:
            return
        geometry = box.toRect()
        if self._panel.geometry() != geometry or self._panel.isHidden():
            self._panel.setGeometry(geometry)
            self._panel.show()
            self._panel.map.canvas.setFocus()
            self._render_panel(self._presenter.store.state)

    @Slot()
    def _on_ranges_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._presenter.use_ranges(action.data())

    @Slot()
    def _on_zoom_in(self) -> None:
        self._columns.zoom(_ZOOM_STEP)

    @Slot()
    def _on_zoom_out(self) -> None:
        self._columns.zoom(1 / _ZOOM_STEP)

    @Slot(object)
    def _on_file_refused(self, error: CnnvizError) -> None:
        self.refused.emit(sentence(error))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._on_palette_changed()
        return super().event(event)

    def _on_palette_changed(self) -> None:
        self.setPalette(look_palette(QGuiApplication.palette()))

    @override
    def _retranslate(self) -> None:
        self._actions.retranslate()
        set_names(
            self._columns,
            "network_columns",
            self.tr("The network, from the picture to its answer"),
            self.tr("Point at a map to see what feeds it; click it to open it"),
        )
        if self._picture is not None:
            self._render(self._presenter.store.state)
