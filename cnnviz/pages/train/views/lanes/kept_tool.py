"""The tool of the Train page that sets kept runs side by side, or those of a folder."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.presenters.lanes.kept_lanes import KeptLanes
from cnnviz.pages.train.presenters.lanes.sweep_following import (
    Sweep,
    SweepFollowing,
)
from cnnviz.pages.train.views.lanes.lanes_view import LanesView
from cnnviz.pages.train.views.lanes.runs_to_compare import RunsToCompare
from cnnviz.pages.train.views.lanes.sweep_view import MOST_CURVES, SweepView
from cnnviz.state.level import set_level
from cnnviz.state.run.lanes import MOST_LANES, run_names
from cnnviz.ui.controls.empty_place import EmptyPlace
from cnnviz.ui.controls.file_dialogs import ask_what_to_open
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_title import title_words
from cnnviz.ui.numbers import percent
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled, plain, sentence
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_listing import RunListed


class KeptTool(Retranslated):
    """Choose kept runs, or a folder of many, and see them beside each other.

    Signals
    -------
    races_wanted()
        Two runs that differ in one thing are to be started.
    """

    races_wanted = Signal()

    IS_WIDE: ClassVar[bool] = True
    IS_TALL: ClassVar[bool] = True

    def __init__(
        self, presenter: KeptLanes, sweep: SweepFollowing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self.setObjectName("kept_tool")
        self._presenter, self._sweep = presenter, sweep
        self._failed: CnnvizError | None = None
        self._listed: tuple[RunListed, ...] = ()
        self.choose = QToolButton(self)
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setMinimumHeight(tokens.HIT)
        self.menu = QMenu(self)
        self.choose.setMenu(self.menu)
        self.folder = QToolButton(self)
        self.folder.setMinimumHeight(tokens.HIT)
        self._said = QLabel(self)
        self._said.setObjectName("kept_said")
        self._said.setWordWrap(True)
        self.list = RunsToCompare(self)
        self.few = EmptyPlace("kept_few", self)
        self.lanes = LanesView(presenter.maps, self)
        self.all = SweepView(self)
        head = in_row(self.choose, self.folder, gap=tokens.SPACE_M)
        head.addSpacing(tokens.SPACE_M)
        head.addWidget(self._said, 1)
        # The list has the place of the runs while there are none.
        below = (
            (self.few, 1000),
            (self.list, 1000),
            (self.lanes, 1000),
            (self.all, 1000),
            (None, 1),
        )
        in_column(head, *below, gap=tokens.SPACE_M, of=self)
        self.list.chosen.connect(self._on_toggled)
        presenter.store.changed.connect(self._render)
        sweep.store.changed.connect(self._on_sweep_changed)
        sweep.failed.connect(self._on_sweep_failed)
        self.few.button.clicked.connect(self.races_wanted)
        self.folder.clicked.connect(self._on_folder_clicked)
        self._retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look which runs there are: others may have been written meanwhile."""
        super().showEvent(event)
        self._presenter.look()

    def _fill_menu(self, lines: Mapping[Path, str]) -> None:
        state = self._presenter.store.state
        if state.listed is self._listed and self.menu.actions():
            for one, action in zip(state.listed, self.menu.actions(), strict=True):
                with QSignalBlocker(action):
                    action.setChecked(one.folder in state.chosen)
            return
        self._listed = state.listed
        self.menu.clear()
        for one in state.listed:
            text = lines[one.folder].replace("&", "&&")
            action = QAction(text, self.menu)
            action.setCheckable(True)
            action.setChecked(one.folder in state.chosen)
            action.toggled.connect(partial(self._on_toggled, one.folder))
            self.menu.addAction(action)

    def _lines(self) -> dict[Path, str]:
        """Return what is said of each kept run: what it is called, and how good it was."""
        listed = self._presenter.store.state.listed
        titles = {
            one.folder: one.settings.config.network.title if one.settings else ""
            for one in listed
        }
        names, lines = run_names(titles), dict[Path, str]()
        for one in listed:
            parts = [plain(title_words(names[one.folder]))]
            if one.accuracy is not None:
                parts.append(percent(one.accuracy, 2))
            lines[one.folder] = " · ".join(parts)
        return lines

    def _on_toggled(self, folder: Path, wanted: bool) -> None:
        self._sweep.close()
        self._presenter.choose(folder, wanted=wanted)

    @Slot()
    def _render(self) -> None:
        state = self._presenter.store.state
        lines = self._lines()
        self._fill_menu(lines)
        self.choose.setEnabled(bool(state.listed))
        self._said.setText(self._words())
        sweep = self._sweep.store.state
        self.list.render_runs(lines, state.chosen)
        are_beside = sweep is None and len(state.chosen) > 1
        is_empty = sweep is None and not are_beside
        self.list.setVisible(is_empty and len(lines) > 1)
        self.few.setVisible(is_empty and len(lines) < 2)
        self.few.set_words(*self._few_words(tuple(lines.values())))
        self.lanes.render_lanes(state.lanes if are_beside else ())
        self.all.setVisible(sweep is not None and bool(sweep.lanes))
        if sweep is not None:
            self.all.render_lanes(sweep.lanes)

    @Slot()
    def _on_sweep_changed(self) -> None:
        self._failed = None
        self._render()

    @Slot(object)
    def _on_sweep_failed(self, error: CnnvizError) -> None:
        self._failed = error
        self._render()

    @Slot()
    def _on_folder_clicked(self) -> None:
        title = self.tr("Choose a folder with several runs")
        dialog = ask_what_to_open(self, title, folder=True)
        dialog.fileSelected.connect(self._sweep.open)

    def _sweep_words(self, sweep: Sweep) -> str:
        name = plain(sweep.folder.name)
        if not sweep.lanes:
            text = self.tr(
                "There is no run in {name} yet. Runs appear here as soon as they start."
            )
            return text.format(name=name)
        said = [
            filled(
                self.tr("{count} {count|run|runs} in {name}, the best first"),
                count=len(sweep.lanes),
                name=name,
            )
        ]
        if sweep.going:
            said.append(filled(self.tr("{count} training now"), count=sweep.going))
        if len(sweep.lanes) > MOST_CURVES:
            text = self.tr("curves: the best {most}")
            said.append(filled(text, most=MOST_CURVES))
        return " · ".join(said)

    def _words(self) -> str:
        if self._failed is not None:
            return sentence(self._failed)
        if self._sweep.store.state is not None:
            return self._sweep_words(self._sweep.store.state)
        state = self._presenter.store.state
        if state.problem is not None:
            return sentence(state.problem)
        if len(state.listed) < 2 and len(state.chosen) < 2:
            return ""  # said in the empty place
        if len(state.chosen) < 2:
            text = self.tr("Choose two to {most} runs to see them side by side.")
            return filled(text, most=MOST_LANES)
        return filled(self.tr("{count} runs side by side."), count=len(state.chosen))

    def _few_words(self, lines: tuple[str, ...]) -> tuple[str, str]:
        """Say that there are too few runs, and how there are more."""
        what = self.tr(
            "See two runs side by side here: their curves, the settings that "
            "differ, and the maps of the same picture at the same batch."
        )
        if not lines:
            return self.tr("No run is kept yet. Start one, then another."), what
        text = self.tr(
            "Kept: {run}. Change one setting and click Start, or let a "
            "race train two networks that differ in one thing."
        )
        title = self.tr("One run is kept: a second one makes a comparison.")
        return title, f"{what} {text.format(run=lines[0])}"

    @override
    def _retranslate(self) -> None:
        self.few.offer(
            self.tr("Open R&aces"),
            self.tr("Ready-made pairs of runs that differ in one thing"),
        )
        self.choose.setText(self.tr("Choose &runs"))
        set_names(
            self.choose,
            "kept_choose",
            self.tr("Choose runs"),
            self.tr("Which kept runs are shown side by side"),
        )
        set_names(self.list, "kept_list", self.tr("Kept runs to choose from"))
        self.folder.setText(self.tr("Open fol&der…"))
        set_names(
            self.folder,
            "kept_folder",
            self.tr("Open a folder of runs"),
            self.tr("All runs of a folder as one chart, as cnnviz sweep writes them"),
        )
        self._render()
