"""Where in time the walk is: steps, play, scrub, speed."""

import math

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import (
    FASTEST,
    SLOWEST,
    WalkPresenter,
)
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.stage.play_button import PlayButton
from cnnviz.state.level import set_chrome, set_level
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_row
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold

_SPEED_NOTCHES = 48
_BUTTON, _SPEED_WIDTH, _LEAST_SCRUB, _GAPS = 36, 72, 24, 64


def speed_at(notch: int) -> float:
    """Return steps a second of a notch of the slider: equal ratios, not differences."""
    return float(SLOWEST * (FASTEST / SLOWEST) ** (notch / _SPEED_NOTCHES))


def notch_of(speed: float) -> int:
    """Return the notch nearest to a speed."""
    return round(_SPEED_NOTCHES * math.log(speed / SLOWEST, FASTEST / SLOWEST))


class TransportBar(Retranslated):
    """Buttons to step and play, a slider to scrub, a slider for the speed."""

    def __init__(
        self, actions: LabActions, walk: WalkPresenter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._walk = walk
        set_level(self, "first")
        self._state: LabState | None = None
        before, after = (actions.first, actions.back), (actions.forward, actions.last)
        self._play = PlayButton(actions.play, self)
        self._buttons: list[QToolButton] = [
            *(tool_button(self, action, tokens.ICON) for action in before),
            self._play,
            *(tool_button(self, action, tokens.ICON) for action in after),
        ]
        self._scrub = JumpingSlider(Qt.Orientation.Horizontal, self)
        self._scrub.setMinimumSize(_LEAST_SCRUB, tokens.HIT)
        self._position = QLabel(self)
        self._speed = JumpingSlider(Qt.Orientation.Horizontal, self)
        self._speed.setRange(0, _SPEED_NOTCHES)
        self._speed.setFixedWidth(_SPEED_WIDTH)
        self._speed.setMinimumHeight(tokens.HIT)
        self._rate = QLabel(self)
        for part in (self._speed, self._rate):
            set_level(part, "standard")
        set_chrome(*self._buttons, self._speed, self._rate)
        self._lay_out()
        self._scrub.valueChanged.connect(walk.go_to)
        self._speed.valueChanged.connect(self._on_speed_moved)
        self._retranslate()

    def _lay_out(self) -> None:
        for button in self._buttons:
            if button is not self._play:
                button.setFixedSize(_BUTTON, _BUTTON)
        self._position.setFont(half_bold(self._position.font()))
        place = tokens.SPACE_M, (self._scrub, 1), self._position
        speed = tokens.SPACE_XL, self._speed, self._rate
        in_row(*self._buttons, *place, *speed, gap=tokens.SPACE_XS, of=self)
        self._position.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )

    def render_state(self, state: LabState) -> None:
        """Show position and speed."""
        self._state = state
        self._play.render_playing(state.playing)
        steps = 1 if state.walk is None else state.walk.steps
        columns = 1 if state.walk is None else state.walk.output_hw[1]
        with QSignalBlocker(self._scrub):
            self._scrub.setRange(0, steps - 1)
            self._scrub.setPageStep(columns)
            self._scrub.setValue(0 if state.walk is None else state.walk.position)
        self._scrub.setEnabled(steps > 1)
        with QSignalBlocker(self._speed):
            self._speed.setValue(notch_of(state.steps_per_second))
        self._write(state, steps)

    def _write(self, state: LabState, steps: int) -> None:
        if state.walk is None:
            self._position.setText("")
        else:
            self._position.setText(self._position_text(state.walk.position + 1, steps))
        # The widest text that this walk can have: nothing jumps while it goes.
        self._reserve(self._position, self._position_text(steps, steps))
        self._reserve(self._rate, self._rate_text(0.26))
        rate = self._rate_text(state.steps_per_second)
        self._rate.setText(rate)
        set_tip(self._speed, self.tr("Playback speed: {rate}").format(rate=rate))
        self._make_room()

    def _make_room(self) -> None:
        """Let the speed be told by its tooltip only, where the bar is too narrow."""
        parts = len(self._buttons) * _BUTTON + _SPEED_WIDTH + _LEAST_SCRUB + _GAPS
        labels = self._position.minimumWidth() + self._rate.minimumWidth()
        self._rate.setVisible(parts + labels <= self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for no more room with a large picture: the window must not grow."""
        return QSize(480, super().minimumSizeHint().height())

    def _reserve(self, label: QLabel, widest: str) -> None:
        width = QFontMetrics(label.font()).horizontalAdvance(widest) + 8
        if label.minimumWidth() != width:
            # Of a label of one size, no other text makes the page be laid out anew.
            label.setFixedSize(width, tokens.HIT)

    def _position_text(self, position: int, steps: int) -> str:
        return filled(self.tr("{position} of {steps}"), position=position, steps=steps)

    def _rate_text(self, speed: float) -> str:
        if speed < 1:
            return self.tr("1 step in {seconds} s").format(seconds=short(1 / speed, 2))
        steps = short(speed, 2)
        count = 1 if steps == "1" else speed
        return filled(self.tr("{steps} {n|step|steps}/s"), steps=steps, n=count)

    @Slot(int)
    def _on_speed_moved(self, notch: int) -> None:
        self._walk.set_speed(speed_at(notch))

    @override
    def _retranslate(self) -> None:
        for button in self._buttons:
            name_as_action(button)
        tip = self.tr("Drag to move the window along its path")
        set_names(self._scrub, "scrub_slider", self.tr("Position of the window"), tip)
        tip = self.tr("Playback speed")
        set_names(self._speed, "speed_slider", self.tr("Speed"), tip)
        self._position.setObjectName("position_label")
        self._rate.setObjectName("speed_label")
        if self._state is not None:
            self.render_state(self._state)
