"""The page on which a kernel is stepped across a picture by hand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.control.presenters.picture_presenter import PicturePresenter
from cnnviz.control.presenters.walk_presenter import LabState, WalkPresenter
from cnnviz.control.shared_picture import SharedPicture
from cnnviz.gui.canvas.draw_pad import DrawPad
from cnnviz.gui.key_guard import belongs_to_focus
from cnnviz.gui.numbers import full
from cnnviz.gui.page import Page
from cnnviz.gui.pages.convolution.inspector import Inspector
from cnnviz.gui.pages.convolution.lab_actions import LabActions
from cnnviz.gui.pages.convolution.source_bar import SourceBar
from cnnviz.gui.pages.convolution.stage import Stage
from cnnviz.gui.pages.convolution.sum_row import SumRow
from cnnviz.gui.pages.convolution.transport_bar import TransportBar


class ConvolutionPage(Page):
    """Picture, kernel and walk: from the input to one number of the output.

    Signals
    -------
    open_requested()
        The window shall ask for a picture file.
    """

    open_requested = Signal()

    key = "convolution"
    icon_name = "convolution"

    def __init__(
        self,
        walk_presenter: WalkPresenter,
        picture_presenter: PicturePresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("convolution_page")
        self._walk = walk_presenter
        self._pictures = picture_presenter
        self._actions = LabActions(self)
        self._source = SourceBar(self._actions, self)
        self._stage = Stage(self._actions, self)
        self._sum = SumRow(self)
        self._transport = TransportBar(self._actions, self)
        self._inspector = Inspector(walk_presenter, self)
        self._lay_out()
        self._connect_actions()
        self._connect_parts()
        self._retranslate()
        self._render(walk_presenter.store.state)
        self._render_picture(picture_presenter.store.state)

    @override
    def set_reduced_motion(self, reduced: bool) -> None:
        self._stage.input.glide.reduced_motion = reduced

    @override
    def title(self) -> str:
        return self.tr("Convolution")

    @override
    def page_actions(self) -> Sequence[QAction]:
        return self._actions.in_order()

    @override
    def set_shown(self, shown: bool) -> None:
        if not shown:
            self._walk.pause()
        else:
            self._stage.input.canvas.setFocus()  # so that the arrow keys walk

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(12, 8, 12, 8)
        left.setSpacing(8)
        left.addWidget(self._source)
        left.addWidget(self._stage, 1)
        left.addWidget(self._sum)
        left.addWidget(self._transport)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(line)
        row.addWidget(self._inspector)

    def _connect_actions(self) -> None:
        actions, walk = self._actions, self._walk
        actions.forward.triggered.connect(walk.advance)
        actions.back.triggered.connect(walk.go_back)
        actions.next_row.triggered.connect(walk.next_row)
        actions.previous_row.triggered.connect(walk.previous_row)
        actions.first.triggered.connect(walk.go_first)
        actions.last.triggered.connect(walk.go_last)
        actions.play.triggered.connect(walk.toggle_play)
        actions.whole.toggled.connect(walk.show_whole_output)
        actions.draw.triggered.connect(self._on_draw_triggered)
        actions.copy_sum.triggered.connect(self._on_copy_sum)
        actions.zoom_in.triggered.connect(self._on_zoom_in)
        actions.zoom_out.triggered.connect(self._on_zoom_out)
        actions.zoom_fit.triggered.connect(self._stage.fit)
        actions.zoom_window.triggered.connect(self._stage.zoom_to_window)
        actions.inspector.toggled.connect(self._inspector.setVisible)

    def _connect_parts(self) -> None:
        walk, pictures, stage = self._walk, self._pictures, self._stage
        walk.store.changed.connect(self._on_state_changed)
        pictures.store.changed.connect(self._on_picture_changed)
        self._source.sample_requested.connect(pictures.open_sample)
        self._source.open_requested.connect(self.open_requested)
        self._source.clear_requested.connect(pictures.clear_drawing)
        stage.output_cell_chosen.connect(walk.go_to_cell)
        stage.input_cell_chosen.connect(walk.go_to_input_cell)
        stage.touched.connect(walk.pause)
        stage.told.connect(self.status_message)
        stage.input.stroke_started.connect(pictures.begin_stroke)
        stage.input.ink_changed.connect(pictures.draw)
        stage.input.stroke_finished.connect(pictures.finish_stroke)
        self._transport.position_requested.connect(walk.go_to)
        self._transport.speed_requested.connect(walk.set_speed)

    @Slot(object, object)
    def _on_state_changed(self, new: LabState, old: LabState) -> None:
        self._render(new)
        if new.step is not old.step:
            self._tell_step(new)

    def _render(self, state: LabState) -> None:
        self._stage.render_state(state)
        self._sum.render_state(state)
        self._transport.render_state(state)
        self._inspector.render_state(state)
        self._actions.render_playing(state.playing)
        self._actions.whole.setChecked(state.whole_output_shown)
        for action in self._actions.walking():
            action.setEnabled(state.walk is not None)

    def _tell_step(self, state: LabState) -> None:
        step = state.step
        if step is None:
            self.status_message.emit("")
            return
        text = self.tr("Row {row}, column {column}: {value}")
        self.status_message.emit(
            text.format(row=step.row + 1, column=step.col + 1, value=full(step.total))
        )

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        if new.origin != "drawing":
            self._actions.draw.setChecked(False)
        self._render_picture(new)

    def _render_picture(self, shared: SharedPicture) -> None:
        drawing = self._actions.draw.isChecked()
        self._stage.input.render_drawing(drawing, shared)
        self._source.render_drawing(drawing)

    @Slot(bool)
    def _on_draw_triggered(self, drawing: bool) -> None:
        self._walk.pause()
        if drawing and self._pictures.store.state.origin != "drawing":
            self._pictures.start_drawing()
        self._render_picture(self._pictures.store.state)
        if drawing:
            self._stage.input.pad.setFocus()

    @Slot()
    def _on_copy_sum(self) -> None:
        QGuiApplication.clipboard().setText(self._sum.text())
        self.status_message.emit(self.tr("The sum is copied."))

    @Slot()
    def _on_zoom_in(self) -> None:
        self._stage.focused_canvas().zoom_in()

    @Slot()
    def _on_zoom_out(self) -> None:
        self._stage.focused_canvas().zoom_out()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._keeps_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _keeps_key(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the field, or to the pad, that has the focus."""
        focus = self.window().focusWidget()
        if isinstance(focus, DrawPad):
            return not event.modifiers()
        return belongs_to_focus(event, focus)

    @override
    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._actions.render_playing(self._walk.store.state.playing)
