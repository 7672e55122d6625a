"""Play, pause, speed and place of a drawing that is drawn once more."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.drawings.drawings_presenter import DrawingsPresenter
from cnnviz.pages.draw.presenters.drawings.replay_presenter import SPEEDS
from cnnviz.pages.draw.views.draw_actions import DrawActions
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.keys import key_text
from cnnviz.ui.layouts import in_row
from cnnviz.ui.numbers import fixed, short
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


class ReplayBar(Retranslated):
    """Show how far the drawing has come, and let hands change that."""

    def __init__(
        self, drawings: DrawingsPresenter, actions: DrawActions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._drawings, self._replay = drawings, drawings.replay
        self._play = tool_button(self, "play", flat=False)
        self._play.setFixedSize(tokens.HIT_WIDE, tokens.HIT)
        self._play.clicked.connect(actions.replay.trigger)
        self._place = JumpingSlider(Qt.Orientation.Horizontal, self)
        self._place.setMinimumSize(64, tokens.HIT)
        self._place.setSingleStep(50)
        self._place.setPageStep(250)
        self._place.valueChanged.connect(self._on_place_changed)
        self._time = QLabel(self)
        self._speed = QComboBox(self)
        self._speed.setMinimumHeight(tokens.HIT)
        for speed in SPEEDS:
            self._speed.addItem("", speed)
        self._speed.activated.connect(self._on_speed_chosen)
        parts = self._play, (self._place, 1), self._time, self._speed
        in_row(*parts, gap=tokens.SPACE_M, of=self)
        self._replay.store.changed.connect(self._render)
        drawings.store.changed.connect(self._render)
        self._retranslate()

    @Slot()
    def _render(self) -> None:
        state = self._replay.store.state
        current = self._drawings.store.state.current
        strokes = () if current is None else current.strokes or ()
        is_of_it = strokes is state.strokes
        self.setEnabled(bool(strokes))
        name = "pause" if state.playing else "play"
        if self._play.property("shown") != name:
            self._play.setProperty("shown", name)
            self._play.setIcon(icon(name))
            self._name_play(playing=state.playing)
        length = state.length_ms if is_of_it else 0.0
        place = state.place_ms if is_of_it else 0.0
        with QSignalBlocker(self._place):
            # Before it is played, its length is not known: any will do.
            self._place.setRange(0, max(1, round(length or 1000)))
            self._place.setValue(round(place))
        seconds = self.tr("{now} s of {all} s")
        text = seconds.format(now=fixed(place / 1000, 1), all=fixed(length / 1000, 1))
        self._time.setText(text if length else "")
        self._speed.setCurrentIndex(SPEEDS.index(state.speed))

    @Slot(int)
    def _on_place_changed(self, place_ms: int) -> None:
        state = self._replay.store.state
        if not state.length_ms:  # the slider has stood for any length
            self._drawings.seek_replay(0)
            place_ms = round(place_ms * self._replay.store.state.length_ms / 1000)
        self._drawings.seek_replay(place_ms)

    @Slot(int)
    def _on_speed_chosen(self, index: int) -> None:
        self._replay.set_speed(SPEEDS[index])

    def _name_play(self, *, playing: bool) -> None:
        text = self.tr("Pause") if playing else self.tr("Draw once more")
        key = key_text("draw", "replay_drawing")
        set_names(self._play, "replay_play", text, f"{text} ({key})")

    @override
    def _retranslate(self) -> None:
        self._name_play(playing=self._replay.store.state.playing)
        set_names(
            self._place,
            "replay_place",
            self.tr("Time of the drawing"),
            self.tr("Drag to any time of the drawing; the answer follows"),
        )
        set_names(self._speed, "replay_speed", self.tr("Speed"))
        keys = "{}, {}".format(
            key_text("draw", "replay_slower"), key_text("draw", "replay_faster")
        )
        tip = self.tr("Times as fast as the hand was ({keys})").format(keys=keys)
        set_tip(self._speed, tip)
        for index, speed in enumerate(SPEEDS):
            self._speed.setItemText(index, f"{short(speed)}×")
        self._render()
