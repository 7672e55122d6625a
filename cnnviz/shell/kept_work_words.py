"""What the window says of work that is kept: one sentence, and a way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.preferences import PreferencesStore
from cnnviz.state.work_keeping import WorkKeeping
from cnnviz.ui.controls.message_bar import EVERY_PAGE, MessageBar
from cnnviz.ui.texts import sentence


class KeptWorkWords(QObject):
    """Say in the message bar what became of the work, and hear its button.

    What it offers goes from there after a while, and stays in the menu: ``restore``.
    """

    def __init__(
        self,
        keeping: WorkKeeping,
        preferences: PreferencesStore,
        bar: MessageBar,
        restore: QAction,
    ) -> None:
        super().__init__(bar)
        self._keeping, self._bar = keeping, bar
        self._restore = restore
        restore.triggered.connect(keeping.restore)
        self._act: Callable[[], None] | None = None
        self._said = ""
        self._has_report = False
        keeping.restored.connect(self._on_restored)
        keeping.offered.connect(self._on_offered)
        keeping.left_alone.connect(self._on_left_alone)
        keeping.unreadable.connect(self._on_unreadable)
        keeping.unkept.connect(self._on_unkept)
        preferences.unwritable.connect(self._on_preferences_unwritable)
        bar.acted.connect(self._on_acted)

    def say_that_it_crashed(self, report: Callable[[], None]) -> None:
        """Say that the last start crashed; what is kept is told after that."""
        self._has_report = True
        text = self.tr("The program ended unexpectedly last time.")
        self._say(text, self.tr("Report a problem"), report)

    def _say(
        self, text: str, act_text: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self._said, self._act = text, act
        icon_name = "info" if act else "warning"
        is_note = act is not None
        self._bar.say(text, icon_name, act_text, page=EVERY_PAGE, is_note=is_note)

    @Slot(str)
    def _on_acted(self, text: str) -> None:
        if self._act is not None and text == self._said:
            self._act()

    @Slot(bool)
    def _on_restored(self, after_crash: bool) -> None:
        self._restore.setVisible(False)  # Undo takes it back
        text = self.tr("Your work from last time is back.")
        if after_crash:
            text = self.tr(
                "The program ended unexpectedly last time. Your work has been restored."
            )
        if self._has_report:
            why = self.tr("What happened is in the Help menu, “Report a problem”.")
            text = f"{text} {why}"
        self._say(text, self.tr("Undo"), self._keeping.begin_fresh)

    @Slot()
    def _on_offered(self) -> None:
        self._restore.setVisible(True)
        text = self.tr("Your work from last time has been kept.")
        self._say(text, self.tr("Restore"), self._keeping.restore)

    @Slot(str)
    def _on_left_alone(self, path: str) -> None:
        self._say(
            self.tr(
                "Your work from last time was not restored, because the program ended "
                "unexpectedly twice while doing so. You can find it in {folder}."
            ).format(folder=path)
        )

    @Slot(object, str)
    def _on_unreadable(self, error: CnnvizError, path: str) -> None:
        self._say(
            self.tr(
                "Your work from last time could not be restored. You can find it in "
                "{folder}. {reason}"
            ).format(folder=path, reason=sentence(error))
        )

    @Slot(object)
    def _on_unkept(self, error: CnnvizError) -> None:
        reason = sentence(error)
        if error.code == "file_unwritable":  # nobody chose this place
            reason = "{file}: {reason}".format_map(error.facts)
        self._say(
            self.tr(
                "Your work cannot be kept for the next start, so save the experiment "
                "yourself before you close. {reason}"
            ).format(reason=reason)
        )

    @Slot(str)
    def _on_preferences_unwritable(self, file: str) -> None:
        text = self.tr("Preferences cannot be saved: {file} cannot be written.")
        self._say(text.format(file=file))
