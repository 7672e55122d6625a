"""The pictures of the guide, each set up by the program's own wishes and events."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from guide_numbers import numbers_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTableView,
    QToolButton,
)

from cnnviz.app import Session
from cnnviz.control.kernel_bank import KernelBank
from cnnviz.control.lab_settings import initial_settings
from cnnviz.control.lab_state import LabState
from cnnviz.gui.canvas.grid_canvas import GridCanvas
from cnnviz.images.resizing import Box
from cnnviz.tour.hand import Hand, Script, Wait, at_once, settled

GRID: Final = (
    "1 2 0 3 1 2\n0 1 4 2 0 1\n2 3 1 0 5 2\n1 0 2 6 1 0\n3 1 0 2 4 1\n0 2 1 3 0 5"
)
"""Six rows of six numbers, small enough to multiply in the head."""


_NOTCHES: Final = 2


@dataclass(slots=True)
class Guide:
    """What the scenes work with: the window, the hand, and what was seen.

    Attributes
    ----------
    hand, session
        The window and its parts.
    save
        Writes the window as a picture of that name.
    numbers
        By picture: what it shows.
    """

    hand: Hand
    session: Session
    save: Callable[[str], None]
    numbers: dict[str, dict[str, object]] = field(default_factory=dict)

    @property
    def state(self) -> LabState:
        """What the page shows."""
        return self.session.walk.store.state

    def script(self) -> Script:
        """Make every picture; yield what to wait for."""
        for scene in SCENES:
            yield from self._begin_anew()
            yield from scene(self)

    def _begin_anew(self) -> Script:
        self.session.walk.show_whole_output(True)
        self.session.walk.wishes.apply(initial_settings())
        self.session.walk.show_input_channel(0)
        self.do("zoom_fit_action")
        self.show_tab("kernel")
        yield at_once

    def take(self, name: str) -> Script:
        """Wait until nothing moves, and take the picture."""
        yield self.ready
        yield settled()
        self.save(name)
        self.numbers[name] = numbers_of(self.state)

    def ready(self) -> bool:
        """Whether the whole output has been computed."""
        walk, output = self.state.walk, self.state.output
        if walk is None or output is None or output.every > 1:
            return False
        same = (output.size_hw, output.channel) == (walk.output_hw, walk.output_channel)
        return same and not self.session.picture.is_loading

    def do(self, action: str) -> None:
        """Trigger an action of the page."""
        self.hand.find(QAction, action).trigger()

    def show_tab(self, key: str) -> None:
        """Bring a tab of the settings to the front."""
        tabs = self.hand.find(QTabBar, "inspector_tabs")
        for index in range(tabs.count()):
            if tabs.tabData(index) == key:
                tabs.setCurrentIndex(index)

    def sample(self, key: str) -> Script:
        """Open one of the program's own pictures."""
        self.session.picture.open_sample(key)
        yield lambda: self.session.pictures.state.picture.name == key

    def grid(self, text: str = GRID) -> Script:
        """Take typed numbers as the picture."""
        self.session.picture.paste_numbers(text)
        yield lambda: not self.session.picture.is_loading

    def answered(self) -> Script:
        """Wait for the output of what was just asked for."""
        yield settled()
        yield self.ready


def sobel(guide: Guide) -> Script:
    """Walk Sobel across a picture like a photograph, at its strongest edge."""
    yield from guide.sample("landscape")
    yield from guide.answered()
    guide.do("largest_action")
    yield from guide.take("sobel")


def colour(guide: Guide) -> Script:
    """Give each channel its own numbers: grey makes 0, and brick much."""
    wishes = guide.session.walk.wishes
    yield from guide.sample("house")
    wishes.set_colour("rgb")
    planes = [np.full((3, 3), weight, np.float32) for weight in (2, -3, 1)]
    wishes.set_bank(KernelBank(np.stack(planes)[np.newaxis]), "")
    yield from guide.answered()
    guide.do("largest_action")
    yield from guide.take("colour")


def stride(guide: Guide) -> Script:
    """Leave a row and a column unmet: size 6, padding 1, kernel 3, stride 2."""
    wishes = guide.session.walk.wishes
    yield from guide.grid()
    wishes.choose_kernel("prewitt_x")
    wishes.set_padding((1, 1))
    wishes.set_stride((2, 2))
    guide.show_tab("window")
    yield from guide.answered()
    guide.session.walk.go_to_cell(2, 2)
    yield from guide.take("stride")


def dilation(guide: Guide) -> Script:
    """Put the cells of the same kernel two apart."""
    wishes = guide.session.walk.wishes
    yield from guide.grid()
    wishes.choose_kernel("prewitt_x")
    wishes.set_dilation((2, 2))
    guide.show_tab("window")
    yield from guide.answered()
    guide.session.walk.go_to_cell(0, 1)
    yield from guide.take("dilation")


def transposed(guide: Guide) -> Script:
    """Make seven rows of three."""
    wishes = guide.session.walk.wishes
    yield from guide.grid("1 2 3\n4 5 6\n7 8 9")
    wishes.choose_operation("transposed")
    counting = np.arange(1, 10, dtype=np.float32).reshape(3, 3)
    wishes.set_plane(counting, "")
    guide.show_tab("window")
    yield from guide.answered()
    guide.session.walk.go_to_cell(2, 2)
    yield from guide.take("transposed")


def signal(guide: Guide) -> Script:
    """Move a kernel along a row of numbers, turned as in the formula."""
    guide.session.walk.wishes.choose_operation("signal")
    yield from guide.answered()
    guide.session.walk.go_to_cell(0, 4)
    yield from guide.take("signal")


def pooling(guide: Guide) -> Script:
    """Keep the largest of each four: 24 rows become 12."""
    yield from guide.sample("three")
    guide.session.picture.crop(Box(2, 2, 24, 24))
    yield lambda: not guide.session.picture.is_loading
    guide.session.walk.wishes.choose_operation("pooling")
    guide.show_tab("window")
    yield from guide.answered()
    guide.session.walk.go_to_cell(4, 5)
    yield from guide.take("pooling")


def curve(guide: Guide) -> Script:
    """Lay a filter for a curve where it matches best, not at all, and worst."""
    yield from guide.sample("mouse")
    guide.session.walk.wishes.choose_kernel("dark_curve")
    yield from guide.answered()
    guide.do("largest_action")
    yield from _enlarged(guide, "curve-best")
    guide.session.walk.go_to_cell(56, 20)
    yield from _enlarged(guide, "curve-none")
    guide.do("smallest_action")
    yield from _enlarged(guide, "curve-worst")


def _enlarged(guide: Guide, name: str) -> Script:
    """Take the picture with the window so large that its numbers can be read."""
    guide.do("zoom_window_action")
    for _ in range(_NOTCHES):
        guide.do("zoom_in_action")
    yield from guide.take(name)


def refusal(guide: Guide) -> Script:
    """Ask for a dilation for which the picture has no room."""
    yield from guide.grid()
    guide.show_tab("window")
    guide.hand.find(QSpinBox, "dilation_v").setValue(3)
    guide.hand.find(QSpinBox, "dilation_h").setValue(3)
    yield lambda: guide.state.refusal is not None
    yield from guide.take("refusal")


def activation(guide: Guide) -> Script:
    """Put a sum below zero through a bias and ReLU."""
    wishes = guide.session.walk.wishes
    yield from guide.sample("landscape")
    yield from guide.answered()
    guide.do("smallest_action")
    wishes.set_bias(100)
    wishes.set_activation("relu")
    guide.show_tab("after")
    yield from guide.take("activation")


def algorithm(guide: Guide) -> Script:
    """Stop the loops in the middle of a sum."""
    yield from guide.grid()
    guide.do("algorithm_action")
    yield from guide.answered()
    guide.session.walk.go_to_cell(1, 1)
    yield settled()
    guide.do("first_addition_action")
    for _ in range(6):
        guide.do("addition_forward_action")
    yield from guide.take("algorithm")
    guide.do("algorithm_action")


def sharing(guide: Guide) -> Script:
    """Point at one weight, to see every cell that it meets."""
    yield from guide.grid()
    guide.session.walk.go_to_cell(1, 1)
    yield from guide.answered()
    canvas = guide.hand.find(GridCanvas, "kernel_canvas")
    x, y, width, height = canvas.view.rect(1, 2)
    QTest.mouseMove(canvas, QPoint(x + width // 2, y + height // 2))
    yield from guide.take("sharing")
    QTest.mouseMove(guide.hand.window, QPoint(4, 4))


def typed(guide: Guide) -> Script:
    """Type a kernel number by number."""
    yield from guide.sample("cat")
    guide.session.walk.wishes.choose_kernel("identity")
    table = guide.hand.find(QTableView, "kernel_table")
    for row, column, number in ((0, 1, "-1"), (1, 0, "-1"), (1, 2, "-1"), (2, 1, "-1")):
        yield from _type(table, (row, column), number)
    yield from _type(table, (1, 1), "5")
    yield from guide.answered()
    guide.do("largest_action")
    yield from guide.take("typed")


def _type(table: QTableView, cell: tuple[int, int], number: str) -> Script:
    table.setFocus()
    table.setCurrentIndex(table.model().index(*cell))
    QTest.keyClicks(table, number[:1])
    editor = table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, number[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    yield lambda: table.findChild(QLineEdit) is None  # the editor is gone


def learned(guide: Guide) -> Script:
    """Take all kernels of LeNet-5's first layer over from the network."""
    wishes = guide.session.walk.wishes
    yield from guide.sample("three")
    wishes.set_value_range("0..1")
    wishes.set_padding("same")
    guide.hand.find(QToolButton, "learned_button").click()
    every = guide.hand.find(QPushButton, "learned_all")
    yield every.isEnabled
    every.click()
    yield from guide.answered()
    guide.do("largest_action")
    yield from guide.take("learned")


SCENES: Final[tuple[Callable[[Guide], Iterator[Wait]], ...]] = (
    sobel,
    colour,
    stride,
    dilation,
    transposed,
    signal,
    pooling,
    curve,
    refusal,
    activation,
    algorithm,
    sharing,
    typed,
    learned,
)
"""In the order of the guide."""
