"""The composition: the one place that knows every part of the window."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QUndoStack

from cnnviz.engine.datasets.loading import drawings_folder
from cnnviz.engine.images.samples import SAMPLES, load_sample
from cnnviz.pages.convolution.presenters.kept_lab import KeptLab, KeptPlace
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.convolution_page import ConvolutionPage
from cnnviz.pages.draw.presenters.classes.own_classes import OwnClassesPresenter
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter
from cnnviz.pages.draw.views.draw_page import DrawPage
from cnnviz.pages.network.presenters.kept_built import KeptBuilt
from cnnviz.pages.network.presenters.kept_change import KeptChange
from cnnviz.pages.network.presenters.kept_looking import KeptLooking
from cnnviz.pages.network.presenters.network_presenters import NetworkPresenters
from cnnviz.pages.network.views.network_page import NetworkPage
from cnnviz.pages.train.presenters.kept_run import KeptRun
from cnnviz.pages.train.presenters.kept_training import (
    KeptChosen,
    KeptNewest,
    KeptRecipe,
)
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.training_engine import TrainingEngine, runs_folder
from cnnviz.pages.train.views.train_page import TrainPage
from cnnviz.session import Session as Session
from cnnviz.shell.appearance import Appearance, use_interface_size
from cnnviz.shell.application import make_application as make_application
from cnnviz.shell.dialogs.error_report import ErrorReportDialog
from cnnviz.shell.documents.handed_files import HandedFiles
from cnnviz.shell.documents.kept_window import KeptWindow
from cnnviz.shell.faults.error_hooks import ErrorHooks
from cnnviz.shell.faults.log_setup import log_file
from cnnviz.shell.faults.qt_log import log_qt_messages
from cnnviz.shell.first_minute.first_minute import FirstMinute
from cnnviz.shell.gc_timer import GcTimer
from cnnviz.shell.interface_sizes import InterfaceSizes
from cnnviz.shell.kept_work_words import KeptWorkWords
from cnnviz.shell.levels.levels import Levels
from cnnviz.shell.main_window import Controls, MainWindow
from cnnviz.shell.os_signals import OsSignals
from cnnviz.shell.presentation.presentation import Presentation
from cnnviz.shell.shutdown import LongWork, Shutdown
from cnnviz.shell.timeline_foot import Moments
from cnnviz.state.current_network import NetworkStore
from cnnviz.state.kept_choice import KeptChoice, KeptWeights
from cnnviz.state.kept_document import KeptDocument
from cnnviz.state.kept_slot import KeptSlots, kept_folder
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.preferences import PreferencesStore, open_settings
from cnnviz.state.recent_files import RecentFiles
from cnnviz.state.run.moment_networks import MomentNetworks
from cnnviz.state.run.probe_scores import ProbeScores
from cnnviz.state.start_pictures import start_pictures
from cnnviz.state.store import Store
from cnnviz.state.work_keeping import WorkKeeping
from cnnviz.state.workers.torch_warm_up import TorchWarmUp
from cnnviz.state.workers.weight_file import offered_networks
from cnnviz.ui.i18n import Translation
from cnnviz.ui.theme.theme import Theme

_ONCE = Qt.ConnectionType.SingleShotConnection

FIRST_SAMPLE = "three"
"""The picture of the first moment: a digit, so that no page is empty."""


def build(settings: QSettings, *, runs: Path | None = None) -> Session:
    """Make the whole window, not yet shown, with the preferences in ``settings``.

    Every run of training has a folder in ``runs``; without that none is kept.
    """
    root = QObject()
    preferences = PreferencesStore(settings, root)
    theme = Theme(root)
    appearance = Appearance(preferences, theme, Translation(root), root)
    first = SharedPicture(load_sample(FIRST_SAMPLE), "sample")
    pictures: PictureStore = Store(first, root)
    offered = offered_networks()
    networks = NetworkStore(offered[0], root)
    choices = NetworkChoices(networks, offered, root, only_answering=True)
    undo = QUndoStack(root)
    picture = PicturePresenter(pictures, undo, root)
    lab = LabPresenters(pictures, picture, networks, undo, root)
    draw = DrawPresenter(pictures, networks, root)
    own = OwnClassesPresenter(picture, choices, drawings_folder(), root)
    looking = NetworkPresenters(picture, choices, undo, root)
    train = TrainPresenter(
        pictures, networks, root, among=choices, engine=TrainingEngine(runs)
    )
    moments = Moments(
        train.timeline,
        ProbeScores(train.timeline, root),
        MomentNetworks(
            train.timeline,
            {
                "convolution": networks,
                "draw": networks,
                "network": looking.choices.current,
            },
            root,
        ),
        lab.following.seen,
        lab.following.take,
    )
    exports, writing = lab.exports, looking.files.writing
    reports = train.report.writing
    races = train.beside.races
    closing = Shutdown(
        (
            LongWork("training", lambda: train.is_running, train.interrupt),
            LongWork("race", lambda: races.is_running, races.stop),
            LongWork(
                "animation", lambda: exports.is_animating, exports.cancel_animation
            ),
            LongWork("file", lambda: exports.is_writing, exports.cancel_writing),
            LongWork("animation", lambda: train.film.is_going, train.film.cancel),
            LongWork("file", lambda: writing.is_writing, writing.cancel),
            LongWork("file", lambda: reports.is_writing, reports.cancel),
        ),
        root,
    )
    recent = RecentFiles(settings, root)
    controls = Controls(
        picture,
        lab.files,
        undo,
        preferences,
        appearance,
        closing,
        SAMPLES,
        moments,
        recent,
    )
    draw_page, train_page = DrawPage(draw, picture, choices, own=own), TrainPage(train)
    network_page = NetworkPage(looking)
    lab_page = ConvolutionPage(lab)
    lab.set_watched(False)  # until its page comes to the front
    lab_page.stroke_started.connect(draw.drawings.begin_stroke)
    lab_page.stroke_drawn.connect(draw.drawings.finish_stroke)
    pages = lab_page, draw_page, network_page, train_page
    window = MainWindow(pages, controls)
    levels = Levels(window, window.centre)
    appearance.show_levels_of(levels)
    Presentation(window, levels, preferences)
    InterfaceSizes(window, preferences)
    for page in (draw_page, train_page):
        page.unit_requested.connect(looking.open_unit)
        page.unit_requested.connect(window.on_unit_requested)
    own.network_wanted.connect(looking.choices.choose)
    own.network_wanted.connect(window.on_unit_requested)
    window.network_offered.connect(looking.choices.open_file)
    drawn = str(drawings_folder())
    draw_page.training_wanted.connect(partial(train.use_data, drawn))
    draw_page.training_wanted.connect(partial(window.show_page, "train"))
    more_wanted = train.beside.data.drawings.more_wanted
    more_wanted.connect(partial(window.show_page, "draw"))
    more_wanted.connect(draw_page.show_classes)
    train.beside.scores = moments.scores.store
    train_page.picture_wanted.connect(picture.take_dataset_picture)
    window.run_offered.connect(train.beside.open)
    train.shelf.limit_by(preferences)
    network_page.lab_requested.connect(lab.wishes.show)
    network_page.page_wanted.connect(window.show_page)
    lab.wishes.shown.connect(window.on_lab_shown)
    lab.wishes.failed.connect(window.on_failed)
    first_minute = FirstMinute(window, preferences, partial(start_pictures, offered[0]))
    warm_up = TorchWarmUp(root)
    window.torch_wanted.connect(warm_up.begin)
    for changed in (
        train.running_changed,
        races.running_changed,
        exports.progress.changed,
        exports.written,
        train.film.ended,
        writing.written,
        reports.written,
    ):
        changed.connect(closing.on_changed)
    for failed in (
        exports.failed,
        exports.animation_failed,
        writing.failed,
        reports.failed,
        train.film.failed,
    ):
        failed.connect(closing.stay)
    train.network_used.connect(window.on_network_used)
    train.network_trained.connect(choices.offer)
    open_picture = window.actions_of_window.open_picture
    pages[0].open_requested.connect(open_picture.trigger)
    root.setParent(window)  # what the window listens to lives as long as it does
    stores = pictures, networks, undo, preferences
    workers = choices, warm_up, moments, first_minute
    session = Session(
        root, window, *stores, picture, lab, draw, own, looking, train, *workers
    )
    _make_document(session)
    return session


def _make_document(session: Session) -> None:
    """Let what the pages would miss after a crash be in a document, and what they show."""
    root, files, choices = session.root, session.lab.files, session.choices
    train, looking, networks = session.train, session.looking, session.networks
    looked_at = looking.choices.current
    kept_lab = KeptLab(files, session.lab.walk, root)
    # Networks by name first: what was trained, changed or built takes their place.
    carried = (
        KeptChoice("draw", networks, choices, root),
        KeptWeights("draw", ("file", "own"), networks, choices, root),
        KeptChoice("network", looked_at, looking.choices, root),
        KeptWeights("network", ("file", "own", "trained"), looked_at, choices, root),
        KeptRecipe(train, root),
        KeptChosen(train, networks, choices.offer, root),
        KeptNewest(train, networks, choices.offer, root),
        KeptChange(looked_at, choices, root),
        KeptBuilt(looking.built, looking.choices, root),
        KeptRun(train, root),
        KeptWindow(session.window, session.preferences, root),
        KeptLooking(looking.network, root),
    )
    files.carry(carried)
    files.document.follow((kept_lab, *carried))
    session.undo.indexChanged.connect(files.document.look)
    session.kept_parts.extend((kept_lab, KeptPlace(files, session.lab.walk, root)))
    session.kept_parts.extend(carried[4:9])
    session.kept_parts.append(KeptDocument(files.document, root))


def keep_work(session: Session, *, crashed: bool = False) -> WorkKeeping:
    """Keep what is done in the window from now on, and let the window speak of it."""
    root, files, parts = session.root, session.lab.files, session.kept_parts
    slots = KeptSlots(kept_folder())
    keeping = WorkKeeping(parts, session.undo, files.batch_updates, slots, root)
    window, actions = session.window, session.window.actions_of_window
    words = KeptWorkWords(
        keeping, session.preferences, window.message_bar, actions.restore_work
    )
    if crashed:
        tell = partial(words.say_that_it_crashed, actions.report_problem.trigger)
        window.first_painted.connect(tell)
    return keeping


def main(file: str | None = None, *, crashed: bool = False) -> int:
    """Run the program until its window is closed; return the exit status.

    With ``crashed``, the window says that an earlier start left the report of a crash.
    """
    log_qt_messages()
    use_interface_size(open_settings())
    application = make_application(sys.argv[:1])
    session = build(open_settings(), runs=runs_folder())
    hooks = ErrorHooks(session.root)
    report = ErrorReportDialog(log_file(), session.window)
    hooks.caught.connect(report.add)
    hooks.install()
    termination = OsSignals(session.root)
    termination.requested.connect(session.window.end)
    keeping = keep_work(session, crashed=crashed)
    collector = GcTimer(session.root)
    collector.begin()
    session.window.first_painted.connect(collector.freeze_loaded_objects)
    session.warm_up.finished.connect(collector.freeze_loaded_objects)
    session.train.getting_ready.finished.connect(collector.freeze_loaded_objects)
    session.window.show()
    handed = HandedFiles(session.window)
    application.file_wanted.connect(handed.take)
    application.applicationStateChanged.connect(handed.on_used)
    session.window.first_painted.connect(handed.begin)
    if file is not None:
        session.window.open_file(file)
        session.lab.files.opened.connect(keeping.look_for_crashed, _ONCE)
    else:
        session.window.first_painted.connect(keeping.look_for_work)
        session.window.first_painted.connect(session.first_minute.show_if_new)
    status = application.exec()
    handed.shut_down()
    keeping.shut_down(is_in_a_file=session.window.documents.is_in_its_file)
    session.shut_down()
    collector.shut_down()
    termination.shut_down()
    hooks.uninstall()
    return status
