"""The tour's way through the Network page: from a map to a pixel, a step, a change, back."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from cnnviz.app import Session
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.pages.network.views.opened.opened_panel import OpenedPanel
from cnnviz.pages.network.views.step_view import StepView
from cnnviz.tour.robot import Hand, Script, TourFailure, settled
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns

_LAYER, _MAP = "c3_relu", 13
_OFF = 1e-4
"""How far a sum in double precision may be from what the network computed, of 1."""


@dataclass(slots=True)
class NetworkVisit:
    """What is seen of the drawing on the Network page, by clicks on maps and numbers.

    Attributes
    ----------
    hand
        Events, pictures and the record.
    session
        The composed program.
    """

    hand: Hand
    session: Session

    def script(self) -> Script:
        """Open a map, a number, what that is made of; step, change a kernel, go back."""
        hand, store = self.hand, self.session.network.store
        hand.find(QAction, "page_network").trigger()
        drawn = self.session.pictures.state
        yield (
            lambda: (
                store.state.answer is not None
                and store.state.answer.question.picture is drawn
            )
        )
        columns = hand.find(NetworkColumns, "network_columns")
        block = store.state.block(_LAYER).place
        at = columns.tile_box(block, _MAP).center().toPoint()
        hand.point(columns, at)
        yield settled()
        hand.did("pointed at map 14 of C3")
        hand.picture("network")
        hand.click(columns, at)
        panel = hand.find(OpenedPanel, "opened_panel")
        yield panel.isVisible
        yield settled()
        hand.picture("network-map")
        yield from self._follow(panel)
        yield from self._step()
        yield from self._change()
        while hand.window.page.go_back():
            yield settled()

    def _follow(self, panel: OpenedPanel) -> Script:
        """Open the map's largest number, and by clicks what it is made of."""
        whole = self.session.network.store.state.whole_map()
        if whole is None:
            raise TourFailure("the map did not open")
        columns = whole.values_hw.shape[1]
        row, column = divmod(int(whole.values_hw.argmax()), columns)
        canvas = panel.map.canvas
        x, y, width, height = canvas.view.rect(row, column)
        self.hand.click(canvas, QPoint(int(x + width / 2), int(y + height / 2)))
        yield settled()
        sums = [self._check(self._unit())]
        self.hand.picture("network-number")
        while self._place() != PICTURE:
            part, inner, beside = _largest(self._unit())
            shown = panel.rows.shown.rows
            at = next(i for i, each in enumerate(shown) if each.index == part)
            row = at * shown[at].size_hw[0] + inner
            self.hand.click(
                panel.rows, panel.rows.box_of(row, beside).center().toPoint()
            )
            yield settled()
            if self._place() != PICTURE:
                sums.append(self._check(self._unit()))
            if len(sums) > 3:  # C3, S2, C1: the picture comes next
                raise TourFailure("the clicks do not lead to the picture")
        self.hand.did("followed a number back to the picture", sums=sums)
        self.hand.picture("network-pixel")
        for _ in sums:
            self.session.network.go_up()

    def _step(self) -> Script:
        action = self.hand.find(QAction, "unit_step_by_step")
        action.trigger()
        yield self.hand.find(StepView, "step_view").isVisible
        yield settled()
        self.hand.did("opened the number step by step")
        self.hand.picture("network-steps")
        action.trigger()

    def _change(self) -> Script:
        """Set the largest kernel to 0: its partial sum must be gone."""
        network = self.session.network.store
        before = self._unit()
        self.hand.find(QAction, "change_network").trigger()
        yield settled()
        self.hand.find(QAbstractButton, "kernel_clear_button").click()
        yield lambda: network.state.answering.origin == "changed"
        yield settled()
        after = self._check(self._unit())
        wanted = max(before.value - float(before.totals[0]), 0.0)
        if abs(after - wanted) > _OFF * max(1.0, before.value):
            raise TourFailure(f"without a kernel {before.value} became {after}")
        self.hand.did("set a kernel to 0", before=before.value, after=after)
        self.hand.picture("network-changed")
        self.session.undo.undo()
        yield lambda: network.state.answering.origin != "changed"

    def _unit(self) -> OpenedUnit:
        unit = self.session.network.store.state.unit()
        if unit is None:
            raise TourFailure("no number is open")
        return unit

    def _place(self) -> str:
        place = self.session.network.store.state.place
        return "" if place is None else place.layer

    def _check(self, unit: OpenedUnit) -> float:
        """Return the number that is open, if its parts make it."""
        made = unit.unit.parts.value
        if len(unit.chain) > 1:  # the activation after it
            made = max(made, 0.0)
        if abs(made - unit.value) > _OFF * max(1.0, abs(made)):
            raise TourFailure(f"the parts make {made}, the network {unit.value}")
        return unit.value


def _largest(unit: OpenedUnit) -> tuple[int, int, int]:
    """Return the window that adds most, and the row and column of its largest number."""
    part = int(np.argmax(unit.totals))
    cells_hw = unit.windows[part].cells_hw
    row, column = divmod(int(np.nanargmax(cells_hw)), cells_hw.shape[1])
    return part, row, column
