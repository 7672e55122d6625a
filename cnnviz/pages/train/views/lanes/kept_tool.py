"""The tool of the Train page that sets kept runs side by side."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget
from typing_extensions import override

from cnnviz.pages.train.presenters.lanes.kept_lanes import KeptLanes
from cnnviz.pages.train.views.lanes.lanes_view import LanesView
from cnnviz.pages.train.views.lanes.runs_to_compare import RunsToCompare
from cnnviz.state.level import set_level
from cnnviz.state.run.lanes import MOST_LANES, run_name
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import percent
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled, plain, sentence
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_listing import RunListed


class KeptTool(Retranslated):
    """Choose two or more kept runs, and see them beside each other."""

    IS_WIDE: ClassVar[bool] = True
    IS_TALL: ClassVar[bool] = True

    def __init__(self, presenter: KeptLanes, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("kept_tool")
        self._presenter = presenter
        self._listed: tuple[RunListed, ...] = ()
        self.choose = QToolButton(self)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setMinimumHeight(tokens.HIT)
        self.menu = QMenu(self)
        self.choose.setMenu(self.menu)
        self._said = QLabel(self)
        self._said.setObjectName("kept_said")
        self._said.setWordWrap(True)
        self.list = RunsToCompare(self)
        self.lanes = LanesView(presenter.maps, self)
        head = in_row(self.choose, (self._said, 1), gap=tokens.SPACE_L)
        # The list has the place of the runs while there are none.
        parts = head, (self.list, 1000), (self.lanes, 1000), (None, 1)
        in_column(*parts, gap=tokens.SPACE_M, of=self)
        self.list.chosen.connect(self._on_toggled)
        presenter.store.changed.connect(self._render)
        self._retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look which runs there are: others may have been written meanwhile."""
        super().showEvent(event)
        self._presenter.look()

    def _fill_menu(self) -> None:
        state = self._presenter.store.state
        if state.listed is self._listed and self.menu.actions():
            return
        self._listed = state.listed
        self.menu.clear()
        for one in state.listed:
            action = QAction(self._line(one).replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(one.folder in state.chosen)
            action.toggled.connect(partial(self._on_toggled, one.folder))
            self.menu.addAction(action)

    def _line(self, one: "RunListed") -> str:
        network = "" if one.settings is None else one.settings.config.network.title
        parts = [plain(run_name(network, one.folder))]
        if one.accuracy is not None:
            parts.append(percent(one.accuracy, 2))
        return " · ".join(parts)

    def _on_toggled(self, folder: Path, wanted: bool) -> None:
        self._presenter.choose(folder, wanted=wanted)

    @Slot()
    def _render(self) -> None:
        state = self._presenter.store.state
        self._fill_menu()
        self.choose.setEnabled(bool(state.listed))
        self._said.setText(self._words())
        lines = {one.folder: self._line(one) for one in state.listed}
        self.list.render_runs(lines, state.chosen)
        are_beside = len(state.chosen) > 1
        self.list.setVisible(bool(lines) and not are_beside)
        self.lanes.render_lanes(state.lanes if are_beside else ())

    def _words(self) -> str:
        state = self._presenter.store.state
        if state.problem is not None:
            return sentence(state.problem)
        if not state.listed:
            return self.tr(
                "No run is kept yet: start one, and it will be offered here."
            )
        if len(state.chosen) < 2:
            text = self.tr("Choose two to {most} runs to see them beside each other.")
            return filled(text, most=MOST_LANES)
        return filled(
            self.tr("{count} runs beside each other."), count=len(state.chosen)
        )

    @override
    def _retranslate(self) -> None:
        self.choose.setText(self.tr("Choose &runs"))
        set_names(
            self.choose,
            "kept_choose",
            self.tr("Choose runs"),
            self.tr("Which kept runs are set beside each other"),
        )
        set_names(self.list, "kept_list", self.tr("Kept runs to choose from"))
        self._render()
