"""Everything that can be done on the Network page, as actions with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from cnnviz.state.level import set_level
from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import name_action
from cnnviz.ui.theme.icons import icon


class NetworkActions(QObject):
    """The page's actions; their texts are set by ``retranslate``."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        set_level(self, "first")
        self._page = page
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
        self.step_by_step.setCheckable(True)
        self.to_lab = self._action("unit_to_lab")
        self._no_steps = ""
        self.zoom_in = self._action("columns_zoom_in", "zoom_in")
        self.zoom_out = self._action("columns_zoom_out", "zoom_out")
        self.fit = self._action("columns_fit", "zoom_fit")
        self.every_layer = self._action("every_layer")
        self.every_layer.setCheckable(True)
        self.compare = self._action("compare")
        self.closer = self._action("look_closer")
        set_level(self.compare, "standard")
        set_level(self.closer, "standard")
        self._group = QActionGroup(self)
        self.ranges = {
            "map": self._action("range_map"),
            "layer": self._action("range_layer"),
            "network": self._action("range_network"),
        }
        for ranges, action in self.ranges.items():
            action.setCheckable(True)
            action.setData(ranges)
            self._group.addAction(action)
            set_level(action, "standard")
        self.summary = self._action("network_summary")
        self.summary.setCheckable(True)
        self.change = self._action("change_network")
        self.build = self._action("build_network")
        self.switch_map = self._action("switch_map")
        self.fit_picture = self._action("fit_picture")
        self.fit_picture.setCheckable(True)
        for action in (
            self.forward, self.to_lab, self.every_layer, self.summary, self.change,
            self.switch_map, self.fit_picture,
            self.build,
        ):  # fmt: skip
            set_level(action, "standard")

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
        line = QAction(self)
        line.setSeparator(True)
        other = QAction(self)
        other.setSeparator(True)
        third = QAction(self)
        third.setSeparator(True)
        return (
            self.back, self.forward, *self.of_open_map, self.step_by_step, self.to_lab,
            line, *self.ranges.values(), self.every_layer, self.fit_picture, other,
            self.summary, self.change, self.build, self.switch_map, self.compare, self.closer,
            third, self.zoom_in, self.zoom_out, self.fit,
        )  # fmt: skip

    def _action(self, name: str, icon_name: str = "") -> QAction:
        action = QAction(self)
        if icon_name:
            action.setIcon(icon(icon_name))
        give_keys(action, "network", name)
        self._page.addAction(action)
        return action

    def render_steps(self, why_not: str) -> None:
        """Offer what needs a window that moves over maps, or say why there is none."""
        for action in (self.step_by_step, self.to_lab):
            action.setEnabled(not why_not)
        if why_not != self._no_steps:
            self._no_steps = why_not
            self._name_steps()

    def _name_steps(self) -> None:
        name_action(
            self.step_by_step,
            self.tr("Step by step"),
            self._no_steps
            or self.tr("Show window, kernel, products and sum of this number"),
        )
        name_action(
            self.to_lab,
            self.tr("To the lab"),
            self._no_steps
            or self.tr(
                "Take this map's input, kernel and settings to the Convolution page"
            ),
        )

    def retranslate(self) -> None:
        """Set all texts."""
        self._name_steps()
        name_action(self.back, self.tr("Back"), self.tr("What was open before"))
        name_action(self.forward, self.tr("Forward"), self.tr("What was open after"))
        name_action(self.step_back, self.tr("Number before"))
        name_action(self.step_forward, self.tr("Next number"))
        name_action(self.next_row, self.tr("Next row"))
        name_action(self.previous_row, self.tr("Row before"))
        name_action(self.first, self.tr("First number"))
        name_action(self.last, self.tr("Last number"))
        name_action(self.next_map, self.tr("Next map"))
        name_action(self.previous_map, self.tr("Map before"))
        name_action(self.largest, self.tr("Largest number"))
        name_action(self.smallest, self.tr("Smallest number"))
        name_action(
            self.play, self.tr("Play"), self.tr("Walk across the map by itself")
        )
        name_action(self.zoom_in, self.tr("Zoom in"))
        name_action(self.zoom_out, self.tr("Zoom out"))
        name_action(self.fit, self.tr("Whole network"))
        name_action(
            self.every_layer,
            self.tr("Every layer by itself"),
            self.tr("Show activations and normalizations in columns of their own"),
        )
        name_action(
            self.summary,
            self.tr("Summary"),
            self.tr(
                "A table of the layers: outputs, weights, cost and receptive field"
            ),
        )
        name_action(
            self.change,
            self.tr("Change"),
            self.tr("Change weights and activations of a copy of the network"),
        )
        name_action(
            self.build,
            self.tr("Build"),
            self.tr("Add, remove and set the layers of a copy of the network"),
        )
        name_action(
            self.switch_map,
            self.tr("Switch the map off or on"),
            self.tr("Set the map under the pointer, or the open one, to 0 or back"),
        )
        name_action(
            self.fit_picture,
            self.tr("Whole picture"),
            self.tr(
                "Give the network the whole picture with a margin, not only its middle"
            ),
        )
        name_action(
            self.compare,
            self.tr("Compare"),
            self.tr("Put another picture or network beside this one"),
        )
        name_action(
            self.closer,
            self.tr("Look closer"),
            self.tr("See what the open number sees, responds to and is computed from"),
        )
        name_action(
            self.ranges["map"],
            self.tr("Colours by map"),
            self.tr("Each map has a range of colours of its own"),
        )
        name_action(
            self.ranges["layer"],
            self.tr("Colours by layer"),
            self.tr("The maps of a layer share one range of colours"),
        )
        name_action(
            self.ranges["network"],
            self.tr("Colours by network"),
            self.tr("All maps share one range of colours"),
        )
