"""The document of the window: saved, opened again, and not left by mistake."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import MOST
from cnnviz.pages.convolution.model.lab_file import SUFFIX
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.shell.actions import WindowActions
from cnnviz.shell.documents.recent_menu import RecentMenu
from cnnviz.shell.documents.saving_question import SavingQuestion
from cnnviz.shell.menus import Menus
from cnnviz.state.recent_files import RecentFiles
from cnnviz.ui.controls.file_dialogs import ask_where_to_save
from cnnviz.ui.texts import plain


class DocumentActions(QObject):
    """Save, save as, open, open recent; ask before changed work of a file is left.

    Work that never had a name is not asked about: it is kept for the next start, and
    opening something else is a step that undo takes back.

    Signals
    -------
    told(text)
        What was opened or saved, for the status line.
    page_wanted(key)
        Where what was opened is seen.
    """

    told = Signal(str)
    page_wanted = Signal(str)

    def __init__(
        self,
        labs: LabFilePresenter,
        recent: RecentFiles,
        actions: WindowActions,
        menus: Menus,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._labs, self._recent, self._window = labs, recent, window
        self._document = labs.document
        self._then: Callable[[], object] | None = None
        self._saving = 0
        self._is_left = self._was_answered = False
        self._question = SavingQuestion(window)
        self._question.answered.connect(self._on_answered)
        above = menus.file
        menu = RecentMenu(recent, menus.recent, actions.clear_recent, above)
        menu.wanted.connect(self.open)
        actions.save.triggered.connect(self.save)
        actions.save_as.triggered.connect(self.save_as)
        labs.opened.connect(self._on_opened)
        labs.open_failed.connect(self._on_open_failed)
        labs.saved.connect(self._on_saved)
        labs.save_failed.connect(self._on_save_failed)

    @Slot()
    def save(self) -> None:
        """Write the work into its file; ask for one where it has none."""
        if name := self._document.name.state:
            self._save(name)
        else:
            self.save_as()

    @Slot()
    def save_as(self) -> None:
        """Ask for a file, and write the work into it: that is its own from then on."""
        dialog = ask_where_to_save(
            self._window,
            "save_lab_dialog",
            self.tr("Save experiment"),
            [self.tr("cnnviz experiments") + f" (*{SUFFIX})"],
            self._document.name.state or self.tr("experiment") + SUFFIX,
        )
        dialog.fileSelected.connect(self._save)

    @Slot(str)
    def open(self, path: str) -> None:
        """Open an experiment, once what there is may be left."""
        self._leave(partial(self._labs.open, path))

    @property
    def is_asking(self) -> bool:
        """Whether a question stands in the way of another file."""
        return self._question.is_open

    @property
    def is_in_its_file(self) -> bool:
        """Whether nothing has to be kept: it is in the file, or is not wanted."""
        has_name = bool(self._document.name.state)
        return has_name and (self._was_answered or not self._document.is_modified)

    def may_close(self) -> bool:
        """Whether the window may close; if not, it closes by itself after an answer."""
        if self._is_left or not self._document.would_be_lost:
            return True
        self._leave(self._close)
        return False

    def give_up(self) -> None:
        """Let the window close without a question: what is not saved is kept."""
        self._is_left = True

    def _close(self) -> None:
        self._is_left = True
        self._is_left = self._window.close()

    def _leave(self, then: Callable[[], object]) -> None:
        if not self._document.would_be_lost:
            then()
            return
        self._then = then
        if self._saving == 0:  # else it goes on by itself when that is written
            self._question.ask(self._document.name.state)

    @Slot(str)
    def _save(self, path: str) -> None:
        self._saving += 1
        self._labs.save(path)

    @Slot(str)
    def _on_answered(self, answer: str) -> None:
        then = self._then
        if answer == "save":
            self.save()
            return
        self._then = None
        if answer == "leave" and then is not None:
            self._was_answered = True
            then()
            self._was_answered = self._is_left

    @Slot(str)
    def _on_opened(self, path: str) -> None:
        self._recent.add(path)
        self.page_wanted.emit("convolution")
        self.told.emit(self.tr("Opened {name}").format(name=plain(Path(path).name)))

    @Slot(str, object)
    def _on_open_failed(self, path: str, error: CnnvizError) -> None:
        if error.code == "file_not_found":
            self._recent.remove(path)

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._saving = max(self._saving - 1, 0)
        self._recent.add(path)
        self.told.emit(self.tr("Saved as {name}").format(name=plain(path, MOST)))
        if self._then is not None and self._saving == 0:
            then, self._then = self._then, None
            self._leave(then)  # it may have been changed again meanwhile

    @Slot()
    def _on_save_failed(self) -> None:
        self._saving = max(self._saving - 1, 0)
        self._then = None
