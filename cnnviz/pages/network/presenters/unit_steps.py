"""Stepping from number to number of the open map, by hand or by itself."""

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.autoplay import Autoplay

_STEPS_PER_SECOND = 4.0


class UnitSteps(QObject):
    """Move the place that is open; on a vector, from number to number.

    Signals
    -------
    playing_changed(playing)
        It began, or ceased, to walk by itself.
    """

    playing_changed = Signal(bool)

    def __init__(self, presenter: NetworkPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._clock = Autoplay(self)
        self._clock.due.connect(self._on_due)
        self.is_playing = False

    @Slot()
    def forward(self) -> None:
        """Go to the next number, at a row's end to the row below."""
        self._by(1)

    @Slot()
    def back(self) -> None:
        """Go to the number before."""
        self._by(-1)

    @Slot()
    def next_row(self) -> None:
        """Go one row down."""
        self._rows(1)

    @Slot()
    def previous_row(self) -> None:
        """Go one row up."""
        self._rows(-1)

    @Slot()
    def first(self) -> None:
        """Go to the first number."""
        self._go(0)

    @Slot()
    def last(self) -> None:
        """Go to the last number."""
        self._go(self._size() - 1)

    @Slot()
    def largest(self) -> None:
        """Go to the largest number of the map, or of the vector."""
        self._go(self._extreme(1))

    @Slot()
    def smallest(self) -> None:
        """Go to the smallest number."""
        self._go(self._extreme(-1))

    @Slot()
    def next_map(self) -> None:
        """Open the next map of the layer, at the same place."""
        self._map(1)

    @Slot()
    def previous_map(self) -> None:
        """Open the map before."""
        self._map(-1)

    @Slot()
    def toggle_play(self) -> None:
        """Walk by itself, or stand still."""
        if self.is_playing:
            self.pause()
        elif self._presenter.store.state.place is not None:
            if self._position() == self._size() - 1:
                self.first()
            self._set_playing(True)
            self._clock.begin(_STEPS_PER_SECOND)

    @Slot()
    def pause(self) -> None:
        """Stand still."""
        self._clock.end()
        self._set_playing(False)

    def _set_playing(self, playing: bool) -> None:
        if playing != self.is_playing:
            self.is_playing = playing
            self.playing_changed.emit(playing)

    @Slot(int)
    def _on_due(self, steps: int) -> None:
        before = self._position()
        self._by(steps)
        if self._position() == before:
            self.pause()

    # where it is

    def _is_vector(self) -> bool:
        place = self._presenter.store.state.place
        return place is not None and self._shape() == (1, 1)

    def _shape(self) -> tuple[int, int]:
        place = self._presenter.store.state.place
        assert place is not None
        return self._presenter.store.state.block(place.layer).map_hw

    def _count(self) -> int:
        place = self._presenter.store.state.place
        assert place is not None
        return self._presenter.store.state.block(place.layer).count

    def _size(self) -> int:
        height, width = self._shape()
        return self._count() if self._is_vector() else height * width

    def _position(self) -> int:
        place = self._presenter.store.state.place
        if place is None:
            return 0
        if self._is_vector():
            return place.channel
        row, column = place.cell or (0, 0)
        return row * self._shape()[1] + column

    def _is_whole(self) -> bool:
        """Whether a map is open as a whole, so that a step only enters it."""
        place = self._presenter.store.state.place
        return place is not None and place.cell is None

    def _by(self, steps: int) -> None:
        if self._is_whole():
            self.largest()
        elif self._presenter.store.state.place is not None:
            self._go(self._position() + steps)

    def _rows(self, rows: int) -> None:
        if self._presenter.store.state.place is None:
            return
        if self._is_whole():
            self.largest()
            return
        width = 10 if self._is_vector() else self._shape()[1]
        target = self._position() + rows * width
        if 0 <= target < self._size():
            self._go(target)

    def _go(self, position: int) -> None:
        if self._presenter.store.state.place is None:
            return
        position = min(max(position, 0), self._size() - 1)
        if self._is_vector():
            self._presenter.show_channel(position)
        else:
            self._presenter.open_cell(*divmod(position, self._shape()[1]))

    def _map(self, by: int) -> None:
        place = self._presenter.store.state.place
        if place is not None and 0 <= place.channel + by < self._count():
            self._presenter.show_channel(place.channel + by)

    def _extreme(self, sign: int) -> int:
        state = self._presenter.store.state
        if state.place is None or state.answer is None:
            return 0
        values = state.answer.values(state.block(state.place.layer).shown)
        if not self._is_vector():
            values = values[state.place.channel]
        return int(np.argmax(sign * values.reshape(-1)))
