"""Everything that can be done on the Network page, as actions with their keys."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.state.level import set_level
from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import name_action
from cnnviz.ui.theme.icons import icon

_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "way_back": (
        QT_TRANSLATE_NOOP("NetworkActions", "Back"),
        QT_TRANSLATE_NOOP("NetworkActions", "What was open before"),
    ),
    "way_forward": (
        QT_TRANSLATE_NOOP("NetworkActions", "Forward"),
        QT_TRANSLATE_NOOP("NetworkActions", "What was open after"),
    ),
    "unit_back": (QT_TRANSLATE_NOOP("NetworkActions", "Number before"), ""),
    "unit_forward": (QT_TRANSLATE_NOOP("NetworkActions", "Next number"), ""),
    "unit_next_row": (QT_TRANSLATE_NOOP("NetworkActions", "Next row"), ""),
    "unit_previous_row": (QT_TRANSLATE_NOOP("NetworkActions", "Row before"), ""),
    "unit_first": (QT_TRANSLATE_NOOP("NetworkActions", "First number"), ""),
    "unit_last": (QT_TRANSLATE_NOOP("NetworkActions", "Last number"), ""),
    "unit_next_map": (QT_TRANSLATE_NOOP("NetworkActions", "Next map"), ""),
    "unit_previous_map": (QT_TRANSLATE_NOOP("NetworkActions", "Previous map"), ""),
    "unit_largest": (QT_TRANSLATE_NOOP("NetworkActions", "Largest number"), ""),
    "unit_smallest": (QT_TRANSLATE_NOOP("NetworkActions", "Smallest number"), ""),
    "unit_pause": (
        QT_TRANSLATE_NOOP("NetworkActions", "Pause"),
        QT_TRANSLATE_NOOP("NetworkActions", "Stay at this number"),
    ),
    "unit_play": (
        QT_TRANSLATE_NOOP("NetworkActions", "Play"),
        QT_TRANSLATE_NOOP("NetworkActions", "Move across the map automatically"),
    ),
    "columns_zoom_in": (QT_TRANSLATE_NOOP("NetworkActions", "Zoom in"), ""),
    "columns_zoom_out": (QT_TRANSLATE_NOOP("NetworkActions", "Zoom out"), ""),
    "columns_fit": (QT_TRANSLATE_NOOP("NetworkActions", "Whole network"), ""),
    "every_layer": (
        QT_TRANSLATE_NOOP("NetworkActions", "Every layer on its own"),
        QT_TRANSLATE_NOOP(
            "NetworkActions",
            "Show activations and normalizations in columns of their own",
        ),
    ),
    "batch_statistics": (
        QT_TRANSLATE_NOOP("NetworkActions", "Batch normalization as while training"),
        QT_TRANSLATE_NOOP(
            "NetworkActions",
            "Normalize by the mean and variance of this picture, not by those measured "
            "while training; dropout leaves out nothing, and nothing is saved",
        ),
    ),
    "network_summary": (
        QT_TRANSLATE_NOOP("NetworkActions", "Summary"),
        QT_TRANSLATE_NOOP(
            "NetworkActions",
            "A table of the layers: outputs, weights, cost and receptive field",
        ),
    ),
    "change_network": (
        QT_TRANSLATE_NOOP("NetworkActions", "Change"),
        QT_TRANSLATE_NOOP(
            "NetworkActions", "Change weights and activations of a copy of the network"
        ),
    ),
    "build_network": (
        QT_TRANSLATE_NOOP("NetworkActions", "Build"),
        QT_TRANSLATE_NOOP(
            "NetworkActions", "Add, remove and set the layers of a copy of the network"
        ),
    ),
    "switch_map": (
        QT_TRANSLATE_NOOP("NetworkActions", "Switch the map off or on"),
        QT_TRANSLATE_NOOP(
            "NetworkActions",
            "Set the map under the pointer, or the open one, to 0 or back",
        ),
    ),
    "fit_picture": (
        QT_TRANSLATE_NOOP("NetworkActions", "Whole picture"),
        QT_TRANSLATE_NOOP(
            "NetworkActions",
            "Give the network the whole picture with a margin, not only its middle",
        ),
    ),
    "compare": (
        QT_TRANSLATE_NOOP("NetworkActions", "Compare"),
        QT_TRANSLATE_NOOP(
            "NetworkActions", "Put another picture or network beside this one"
        ),
    ),
    "look_closer": (
        QT_TRANSLATE_NOOP("NetworkActions", "Look closer"),
        QT_TRANSLATE_NOOP(
            "NetworkActions",
            "See what the open number sees, responds to and is computed from",
        ),
    ),
    "range_map": (
        QT_TRANSLATE_NOOP("NetworkActions", "Colours by map"),
        QT_TRANSLATE_NOOP(
            "NetworkActions", "Each map has a range of colours of its own"
        ),
    ),
    "range_layer": (
        QT_TRANSLATE_NOOP("NetworkActions", "Colours by layer"),
        QT_TRANSLATE_NOOP(
            "NetworkActions", "The maps of a layer share one range of colours"
        ),
    ),
    "range_network": (
        QT_TRANSLATE_NOOP("NetworkActions", "Colours by network"),
        QT_TRANSLATE_NOOP("NetworkActions", "All maps share one range of colours"),
    ),
    "unit_step_by_step": (
        QT_TRANSLATE_NOOP("NetworkActions", "Step by step"),
        QT_TRANSLATE_NOOP(
            "NetworkActions", "Show window, kernel, products and sum of this number"
        ),
    ),
    "unit_to_lab": (
        QT_TRANSLATE_NOOP("NetworkActions", "Convolution"),
        QT_TRANSLATE_NOOP(
            "NetworkActions",
            "Take this map's input, kernel and settings to the Convolution page",
        ),
    ),
}
"""What each action is called, and its tip where that is not the same.

What plays, pauses.
"""

_CHECKABLE: Final = frozenset(
    {
        "unit_step_by_step",
        "every_layer",
        "fit_picture",
        "batch_statistics",
        "network_summary",
        "range_map",
        "range_layer",
        "range_network",
    }
)
_STANDARD: Final = _CHECKABLE - {"unit_step_by_step"} | {
    "way_forward",
    "unit_to_lab",
    "change_network",
    "build_network",
    "switch_map",
    "compare",
    "look_closer",
}
"""Those that the first look does without."""


class NetworkActions(QObject):
    """The page's actions; their texts are set by ``retranslate``."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        set_level(self, "first")
        self._page = page
        self._no_steps, self._playing = "", False
        self._all: dict[str, QAction] = {}
        self._lines = [self._line() for _ in range(3)]
        self._make_steps()
        self.zoom_in = self._action("columns_zoom_in", "zoom_in")
        self.zoom_out = self._action("columns_zoom_out", "zoom_out")
        self.fit = self._action("columns_fit", "zoom_fit")
        self.every_layer = self._action("every_layer")
        self.fit_picture = self._action("fit_picture")
        self.batch_statistics = self._action("batch_statistics")
        self.summary = self._action("network_summary")
        self.change = self._action("change_network")
        self.build = self._action("build_network")
        self.switch_map = self._action("switch_map")
        self.compare = self._action("compare")
        self.closer = self._action("look_closer")
        self._group = QActionGroup(self)
        self.ranges = {
            ranges: self._action(f"range_{ranges}")
            for ranges in ("map", "layer", "network")
        }
        for ranges, action in self.ranges.items():
            action.setData(ranges)
            self._group.addAction(action)

    def _make_steps(self) -> None:
        """Make what leads through the network, and across an open map."""
        self.back = self._action("way_back", "step_back")
        self.forward = self._action("way_forward", "step_forward")
        self.step_back = self._action("unit_back", "step_back")
        self.step_forward = self._action("unit_forward", "step_forward")
        self.next_row = self._action("unit_next_row")
        self.previous_row = self._action("unit_previous_row")
        self.first = self._action("unit_first")
        self.last = self._action("unit_last")
        self.next_map = self._action("unit_next_map")
        self.previous_map = self._action("unit_previous_map")
        self.largest = self._action("unit_largest")
        self.smallest = self._action("unit_smallest")
        self.play = self._action("unit_play", "play")
        self.step_by_step = self._action("unit_step_by_step")
        self.to_lab = self._action("unit_to_lab")

    @property
    def of_open_map(self) -> tuple[QAction, ...]:
        """Those that need an open number."""
        return (
            self.step_back, self.step_forward, self.next_row, self.previous_row,
            self.first, self.last, self.next_map, self.previous_map, self.largest,
            self.smallest, self.play,
        )  # fmt: skip

    def all(self) -> Sequence[QAction]:
        """Return all of them in the order of the menu; without text: a separator."""
        views, changes, zooms = self._lines
        return (
            self.back, self.forward, *self.of_open_map, self.step_by_step, self.to_lab,
            views, *self.ranges.values(), self.every_layer, self.fit_picture,
            self.batch_statistics,
            changes, self.summary, self.change, self.build, self.switch_map,
            self.compare, self.closer,
            zooms, self.zoom_in, self.zoom_out, self.fit,
        )  # fmt: skip

    def _line(self) -> QAction:
        made = QAction(self)
        made.setSeparator(True)
        return made

    def _action(self, name: str, icon_name: str = "") -> QAction:
        action = self._all[name] = QAction(self)
        if icon_name:
            action.setIcon(icon(icon_name))
        give_keys(action, "network", name)
        action.setCheckable(name in _CHECKABLE)
        if name in _STANDARD:
            set_level(action, "standard")
        self._page.addAction(action)
        return action

    def render_steps(self, why_not: str) -> None:
        """Offer what needs a window that moves over maps, or say why there is none."""
        for action in (self.step_by_step, self.to_lab):
            action.setEnabled(not why_not)
        if why_not != self._no_steps:
            self._no_steps = why_not
            self.retranslate()

    @Slot(bool)
    def render_playing(self, playing: bool) -> None:
        """Offer to play, or to stay."""
        self._playing = playing
        self.play.setIcon(icon("pause" if playing else "play"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        needs_steps = (self.step_by_step, self.to_lab)
        for name, action in self._all.items():
            pauses = self._playing and action is self.play
            shown = "unit_pause" if pauses else name
            text, tip = (
                each and QCoreApplication.translate("NetworkActions", each)
                for each in _TEXTS[shown]
            )
            name_action(action, text, (action in needs_steps and self._no_steps) or tip)
