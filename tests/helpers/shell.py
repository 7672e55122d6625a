"""A window around pages that do nothing, for tests of the window itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QSpinBox, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.engine.images.samples import SAMPLES, load_sample
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.shell.appearance import Appearance
from cnnviz.shell.main_window import Controls, MainWindow
from cnnviz.shell.shutdown import LongWork, Shutdown, WorkKind
from cnnviz.shell.timeline_foot import Moments
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.preferences import PreferencesStore
from cnnviz.state.recent_files import RecentFiles
from cnnviz.state.run.moment_networks import MomentNetworks
from cnnviz.state.run.probe_scores import ProbeScores
from cnnviz.state.run.run_state import Run
from cnnviz.state.run.run_timeline import RunTimeline
from cnnviz.state.store import Store
from cnnviz.ui.controls.layout_memory import mark_panel
from cnnviz.ui.i18n import Translation
from cnnviz.ui.page import Page, set_names
from cnnviz.ui.theme.theme import Theme


class FakePage(Page):
    """A page with one field and one action on the space bar."""

    def __init__(self, key: str, icon_name: str, title: str) -> None:
        super().__init__()
        self.key, self.icon_name, self._title = key, icon_name, title
        self.played = 0
        self.shown: list[bool] = []
        self.reduced_motion = False
        self.field = QSpinBox(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName(f"{key}_splitter")
        for _ in range(2):
            self.splitter.addWidget(QWidget(self.splitter))
        self.play = QAction(self)
        self.play.setShortcut("Space")
        set_names(self.play, f"{key}_play", f"&Play {key}", "Go on")
        self.play.triggered.connect(self._on_play)
        self.addAction(self.play)
        self.panel = QAction(self, checkable=True, checked=True)
        set_names(self.panel, f"{key}_panel", "Panel")
        mark_panel(self.panel)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.splitter, 1)

    @override
    def title(self) -> str:
        return self._title

    @override
    def page_actions(self) -> Sequence[QAction]:
        return (self.play,)

    @override
    def set_shown(self, shown: bool) -> None:
        self.shown.append(shown)

    @override
    def set_reduced_motion(self, reduced: bool) -> None:
        self.reduced_motion = reduced

    def _on_play(self) -> None:
        self.played += 1


@dataclass(frozen=True, slots=True, eq=False)
class Shell:
    """The parts that a test of the window touches."""

    window: MainWindow
    pages: tuple[FakePage, ...]
    pictures: PictureStore
    picture: PicturePresenter
    walk: WalkPresenter
    labs: LabFilePresenter
    undo: QUndoStack
    preferences: PreferencesStore
    closing: Shutdown
    root: QObject

    def shut_down(self) -> None:
        """End every thread."""
        for part in (self.labs, self.walk, self.picture):
            part.shut_down()


def fake_pages() -> tuple[FakePage, ...]:
    """Return four pages as the real ones are called."""
    names = {
        "convolution": "Convolution",
        "draw": "Draw",
        "network": "Network",
        "train": "Train",
    }
    return tuple(FakePage(key, "info", title) for key, title in names.items())


def make_shell(
    settings_file: Path,
    *,
    is_running: Callable[[], bool] = bool,
    stop: Callable[[], None] = lambda: None,
    kind: WorkKind = "training",
) -> Shell:
    """Build the window; the test shows it and shuts it down."""
    root = QObject()
    settings = QSettings(str(settings_file), QSettings.Format.IniFormat, root)
    preferences = PreferencesStore(settings, root)
    appearance = Appearance(preferences, Theme(root), Translation(root), root)
    pictures: PictureStore = Store(SharedPicture(load_sample("cat"), "sample"), root)
    undo = QUndoStack(root)
    picture = PicturePresenter(pictures, undo, root)
    closing = Shutdown((LongWork(kind, is_running, stop),), root)
    walk = WalkPresenter(pictures, undo, root)
    labs = LabFilePresenter(picture, walk, undo, root)
    timeline = RunTimeline(Store(Run(), root), pictures, root)
    moments = Moments(
        timeline,
        ProbeScores(timeline, root),
        MomentNetworks(timeline, {}, root),
        Store((), root),
        lambda: None,
    )
    recent = RecentFiles(settings, root)
    controls = Controls(
        picture, labs, undo, preferences, appearance, closing, SAMPLES, moments, recent
    )
    pages = fake_pages()
    window = MainWindow(pages, controls)
    root.setParent(window)
    return Shell(
        window, pages, pictures, picture, walk, labs, undo, preferences, closing, root
    )
