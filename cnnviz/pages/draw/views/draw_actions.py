"""What can be done on the Draw page, as actions: menu, keys and buttons alike."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QWidget

from cnnviz.state.level import set_level
from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import name_action
from cnnviz.ui.theme.icons import icon


class DrawActions(QObject):
    """Hold the page's actions and name them."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        set_level(self, "first")
        self.thinner = self._action("pen_thinner", "pen_thin")
        self.thicker = self._action("pen_thicker", "pen_thick")
        self.eraser = self._action("eraser", "eraser")
        self.eraser.setCheckable(True)
        self.clear = self._action("clear_drawing", "clear")
        self.guide = self._action("guide_box", "guide_box")
        self.guide.setCheckable(True)
        set_level(self.guide, "standard")
        self.maps = self._action("draw_maps", "draw_maps")
        self.stages = self._action("draw_stages", "draw_stages")
        set_level(self.stages, "standard")
        self.drawings = self._action("draw_drawings", "draw_drawings")
        self.replay = self._action("replay_drawing", "play")
        self.slower = self._action("replay_slower")
        self.faster = self._action("replay_faster")
        for action in (self.drawings, self.replay, self.slower, self.faster):
            set_level(action, "standard")
        self.classes = self._action("own_classes", "own_classes")
        set_level(self.classes, "standard")
        self.add_example = self._action("add_example")
        set_level(self.add_example, "standard")
        self.add_example.setEnabled(False)  # until its tool is open
        self.why = self._action("draw_why", "draw_why")
        self.what_if = self._action("draw_what_if", "draw_what_if")
        set_level(self.what_if, "standard")
        self.own_ranges = self._action("own_ranges", "own_ranges")
        self.own_ranges.setCheckable(True)
        set_level(self.own_ranges, "standard")
        self.retranslate()

    def all(self) -> tuple[QAction, ...]:
        """Return every action in the order of the menu."""
        return (
            self.thinner,
            self.thicker,
            self.eraser,
            self.clear,
            self.guide,
            self._separator(),
            self.maps,
            self.why,
            self.what_if,
            self.stages,
            self.drawings,
            self.classes,
            self.add_example,
            self.own_ranges,
            self._separator(),
            self.replay,
            self.slower,
            self.faster,
        )

    def _separator(self) -> QAction:
        separator = QAction(self)
        separator.setSeparator(True)
        return separator

    def _action(self, name: str, icon_name: str = "") -> QAction:
        action = QAction(icon(icon_name) if icon_name else QIcon(), "", self)
        give_keys(action, "draw", name)
        return action

    def retranslate(self) -> None:
        """Say everything in the language of now (Qt tells widgets only)."""
        name_action(self.thinner, self.tr("Thinner pen"))
        name_action(self.thicker, self.tr("Thicker pen"))
        name_action(
            self.eraser,
            self.tr("Eraser"),
            self.tr("Erase instead of drawing"),
        )
        name_action(
            self.clear,
            self.tr("Clear"),
            self.tr("Erase the whole drawing"),
        )
        name_action(
            self.guide,
            self.tr("Guide box"),
            self.tr("Show where MNIST's digits lie: in the middle, 20 of 28 pixels"),
        )
        name_action(
            self.maps,
            self.tr("Maps"),
            self.tr("Every layer's feature maps for this drawing"),
        )
        name_action(
            self.stages,
            self.tr("Stages"),
            self.tr("How the drawing becomes what the network sees, stage by stage"),
        )
        name_action(
            self.drawings,
            self.tr("Drawings"),
            self.tr("What was drawn, to be brought back or drawn once more"),
        )
        name_action(
            self.replay,
            self.tr("Draw once more"),
            self.tr("Redraw the drawing, stroke by stroke"),
        )
        name_action(self.slower, self.tr("Draw more slowly"))
        name_action(self.faster, self.tr("Draw faster"))
        name_action(
            self.classes,
            self.tr("Own classes"),
            self.tr(
                "Draw examples of classes of your own, and train a network on them"
            ),
        )
        name_action(
            self.add_example,
            self.tr("Add drawing to the class"),
            self.tr("Keep what is on the sheet as an example, and clear the sheet"),
        )
        name_action(
            self.why,
            self.tr("Why"),
            self.tr("What speaks for this answer, and what for another"),
        )
        name_action(
            self.what_if,
            self.tr("What if"),
            self.tr("Shift, turn, scale and thicken the drawing, and watch the answer"),
        )
        name_action(
            self.own_ranges,
            self.tr("Colours per map"),
            self.tr(
                "On: each map uses all colours. Off: the maps of a layer share a scale "
                "and can be compared."
            ),
        )
