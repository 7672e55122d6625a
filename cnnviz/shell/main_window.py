"""The one window: rail, pages, menus, status line, and what holds for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.shell.actions import WindowActions
from cnnviz.shell.appearance import Appearance
from cnnviz.shell.closing_question import ClosingQuestion
from cnnviz.shell.dialogs.window_dialogs import WindowDialogs
from cnnviz.shell.documents.document_actions import DocumentActions
from cnnviz.shell.documents.window_title import WindowTitle
from cnnviz.shell.drop import Drops
from cnnviz.shell.menus import Menus
from cnnviz.shell.navigation_bar import NavigationBar
from cnnviz.shell.page_stack import PageStack
from cnnviz.shell.page_words import PageWords
from cnnviz.shell.picture_actions import PictureActions
from cnnviz.shell.shutdown import Shutdown
from cnnviz.shell.status_line import StatusLine
from cnnviz.shell.thumbnail import Thumbnail
from cnnviz.shell.timeline_foot import Moments, TimelineFoot
from cnnviz.shell.undoing import Undoing
from cnnviz.shell.window_layout import WindowLayout
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.preferences import PreferencesStore
from cnnviz.state.recent_files import RecentFiles
from cnnviz.ui.controls.last_folder import last_folder
from cnnviz.ui.controls.message_bar import MessageBar
from cnnviz.ui.keyboard.key_guard import keep_for_focus
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import HearsLanguage, Page
from cnnviz.ui.refusal import Refusal
from cnnviz.ui.texts import keep_plain
from cnnviz.ui.theme.icons import icon

_SMALLEST: Final = QSize(960, 528)  # with menu, status line and frame: 1024 x 600


@dataclass(frozen=True, slots=True)
class Controls:
    """What the window steers: made by ``app.build``, passed in as one."""

    picture: PicturePresenter
    labs: LabFilePresenter
    undo: QUndoStack
    preferences: PreferencesStore
    appearance: Appearance
    closing: Shutdown
    samples: tuple[str, ...]
    moments: Moments
    recent: RecentFiles


class _Centre(QWidget):
    """The rail and the pages: never smaller than the largest page needs."""

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(_SMALLEST)


class MainWindow(HearsLanguage, QMainWindow):
    """Show one page at a time, and everything that the pages share.

    Attributes
    ----------
    actions_of_window, menus, rail
        The window's own actions and their menus; the pages' buttons.
    centre
        The pages and all that lies about them: what a presentation enlarges.
    message_bar
        Where sentences for the whole window are said.

    Signals
    -------
    network_offered(path), run_offered(folder)
        A file is to be opened on the Network page, a run to be shown on the Train page.
    first_painted()
        Once, when the window has been on the screen: slow work may begin.
    torch_wanted()
        A page that trains networks is in front, or a hand is on the way to it; never
        before the first painting.
    """

    network_offered = Signal(str)
    run_offered = Signal(str)
    first_painted = Signal()
    torch_wanted = Signal()

    def __init__(
        self,
        pages: Sequence[Page],
        controls: Controls,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self._pages = {page.key: page for page in pages}
        self._controls = controls
        self._was_painted = False
        self._build(pages)
        self._connect()
        self._layout = WindowLayout(self, self.actions_of_window, controls.preferences)
        self.actions_of_window.reduced_motion.setChecked(
            controls.preferences.state.reduced_motion
        )
        self._retranslate()
        self.show_page(controls.preferences.state.page)

    def open_file(self, path: str) -> None:
        """Open a picture file, a lab file with all that is in it, or a network."""
        self._wishes.open_file(path)

    @property
    def can_take_files(self) -> bool:
        """Whether a file of elsewhere can be opened: no question stands open."""
        return self.isVisible() and QApplication.activeModalWidget() is None

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, key: str) -> None:
        """Bring a page to the front; an unknown key brings the first."""
        page = self._pages.get(key) or next(iter(self._pages.values()))
        if self.menus.page_shown is page:
            return
        if self.menus.page_shown is not None:
            self.page.set_shown(False)
        self._stack.setCurrentWidget(page)
        self.message_bar.raise_()  # the page that comes is laid over all others
        self.rail.render_current(page.key)
        self.actions_of_window.pages.render(page.key)
        self.menus.render_page(page)
        self._page_words.show_page(page)
        self._foot.show_page(page.key)
        page.set_shown(True)
        self._want_torch_for(page)
        self._give_focus(page)
        preferences = self._controls.preferences
        preferences.replace(replace(preferences.state, page=page.key))

    @Slot(object)
    def on_network_used(self, _network: object) -> None:
        """Go where the trained network was sent to."""
        self.show_page("draw")

    @Slot(str)
    def _on_page_considered(self, key: str) -> None:
        self._want_torch_for(self._pages[key])

    def _want_torch_for(self, page: Page) -> None:
        if page.needs_torch and self._was_painted:
            self.torch_wanted.emit()

    def _give_focus(self, page: Page) -> None:
        """Let the page's keys act at once, unless the keyboard is on the rail."""
        focus = self.focusWidget()
        if focus is None or not self.rail.isAncestorOf(focus):
            (page.focusWidget() or page).setFocus()

    def _build(self, pages: Sequence[Page]) -> None:
        controls = self._controls
        self.actions_of_window = WindowActions(self, pages, controls.samples)
        self.menus = Menus(self.menuBar(), self.actions_of_window)
        self.centre = centre = _Centre(self)
        self._thumbnail = Thumbnail(controls.picture.store, self.menus.picture, centre)
        self.rail = NavigationBar(pages, self._thumbnail, centre)
        self._stack = PageStack(centre)
        for page in pages:
            self._stack.addWidget(page)
        self.message_bar = MessageBar(self._stack)
        self._status = StatusLine(self)
        self._page_words = PageWords(pages, self._status, self.message_bar)
        self._refusal = Refusal(self)
        self._wishes = PictureActions(controls.picture, self.actions_of_window, self)
        self.documents = DocumentActions(
            controls.labs, controls.recent, self.actions_of_window, self.menus, self
        )
        last_folder(self).keep_in(controls.preferences)
        document = controls.labs.document
        self._title = WindowTitle(document, controls.picture.store, self)
        self._undoing = Undoing(controls.undo, self.actions_of_window, self)
        self._question = ClosingQuestion(controls.closing, self.message_bar, self)
        self._dialogs = WindowDialogs(self.actions_of_window, pages, self)
        self._foot = TimelineFoot(controls.moments, self)
        self._stack.share_height_with(self._foot.bar)
        self.menus.timeline.addActions(self._foot.actions())
        column = in_column((self._stack, 1), self._foot.bar, gap=0)
        in_row(self.rail, (column, 1), gap=0, of=centre)
        self.setCentralWidget(centre)
        self._drops = Drops(self._wishes.take, self._take_path, centre, self)
        self.setStatusBar(self._status)
        self.setWindowIcon(icon("app"))
        keep_plain(self)

    def _connect(self) -> None:
        controls, actions = self._controls, self.actions_of_window
        controls.picture.store.changed.connect(self._on_picture_changed)
        controls.picture.loading_started.connect(self._on_loading_started)
        controls.picture.loading_finished.connect(self._on_loading_finished)
        for done in (controls.labs.opened, controls.labs.saved):
            done.connect(self._refusal.settle)
        self.documents.page_wanted.connect(self.show_page)
        self.documents.told.connect(self._status.tell)
        controls.labs.failed.connect(self.on_failed)
        self._wishes.lab_offered.connect(self.documents.open)
        controls.appearance.connect_actions(actions)
        self._wishes.refused.connect(self.message_bar.say)
        self._refusal.refused.connect(self.message_bar.say)
        self._refusal.settled.connect(self.message_bar.take_back)
        self._wishes.network_offered.connect(self._on_network_offered)
        self._wishes.run_offered.connect(self._on_run_offered)
        self.rail.page_requested.connect(self.show_page)
        self.rail.page_considered.connect(self._on_page_considered)
        for page in self._pages.values():
            page.undo_requested.connect(actions.undo.trigger)
            self._undoing.about_to_step.connect(page.finish_gesture)
        actions.pages.group.triggered.connect(self._on_page_triggered)
        self._undoing.page_wanted.connect(self.show_page)
        self._undoing.notified.connect(self._status.tell)
        actions.quit.triggered.connect(self.close)
        actions.reduced_motion.toggled.connect(self._on_reduced_motion_toggled)

    def _retranslate(self) -> None:
        self.actions_of_window.retranslate()
        self._undoing.render()
        self._foot.retranslate()
        self.menus.retranslate()
        self._status.render_picture(self._controls.picture.store.state)
        self._title.render()

    @override
    def event(self, event: QEvent) -> bool:
        return keep_for_focus(event, self.focusWidget()) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After the parts have been painted too.
            QTimer.singleShot(0, self, self._on_first_painted)

    @Slot()
    def _on_first_painted(self) -> None:
        self.first_painted.emit()
        self._want_torch_for(self.page)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._controls.closing.running():
            self._question.ask()
            event.ignore()
            return
        if not self.documents.may_close():
            event.ignore()
            return
        self._layout.remember()
        self._controls.preferences.flush()
        event.accept()

    @Slot()
    def end(self) -> None:
        """Close without a question: nobody may be there to answer."""
        self.documents.give_up()
        self._controls.closing.stop()
        self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one level back on Esc, where the page had nothing to go back from."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and self.message_bar.isVisible():
            self.message_bar.dismiss()
        elif is_escape and self.page.go_back():
            pass  # the keyboard was beside the page: on its button, in the menu
        elif is_escape and self.isFullScreen():
            self.actions_of_window.full_screen.setChecked(False)
        else:
            super().keyPressEvent(event)

    def _take_path(self, path: str) -> bool:
        return self.page.take_path(path)

    @Slot(object)
    def on_failed(self, error: CnnvizError) -> None:
        """Say what a part of the program could not do."""
        self._refusal.refuse(error)

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        if new.picture is not old.picture:
            self.message_bar.dismiss_all()  # it was about a picture that did not come
        self._status.render_picture(new)
        self.actions_of_window.stretch.setEnabled(self._controls.picture.can_stretch)

    @Slot(str)
    def _on_network_offered(self, path: str) -> None:
        self.show_page("network")
        self.network_offered.emit(path)

    @Slot(str)
    def _on_run_offered(self, folder: str) -> None:
        self.show_page("train")
        self.run_offered.emit(folder)

    @Slot()
    def on_unit_requested(self) -> None:
        """Go where it is shown what a number is made of."""
        self.show_page("network")

    @Slot(str)
    def on_lab_shown(self, said: str) -> None:
        """Go where the lab is, and say what it shows now."""
        self._refusal.settle()
        self.show_page("convolution")
        self._status.tell(said)

    @Slot()
    def _on_loading_started(self) -> None:
        self._thumbnail.render_busy(True)
        self.message_bar.dismiss_all()

    @Slot()
    def _on_loading_finished(self) -> None:
        self._thumbnail.render_busy(False)

    @Slot(QAction)
    def _on_page_triggered(self, action: QAction) -> None:
        self.show_page(str(action.data()))

    @Slot(bool)
    def _on_reduced_motion_toggled(self, is_on: bool) -> None:
        preferences = self._controls.preferences
        preferences.replace(replace(preferences.state, reduced_motion=is_on))
        for page in self._pages.values():
            page.set_reduced_motion(is_on)
