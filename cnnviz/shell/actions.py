"""Everything the window itself can do, as actions: pages have their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QUndoStack
from PySide6.QtWidgets import QWidget

from cnnviz.engine.messages.languages import LANGUAGES
from cnnviz.state.level import LEVELS
from cnnviz.state.preferences import INTERFACE_SIZES
from cnnviz.ui.keys import EVERYWHERE, give_keys
from cnnviz.ui.page import Page, name_action
from cnnviz.ui.picture_text import sample_title
from cnnviz.ui.texts import plain
from cnnviz.ui.theme.icons import icon


@dataclass(frozen=True, slots=True)
class Choice:
    """Actions of which exactly one is in force, each with the value it stands for."""

    group: QActionGroup
    values: dict[str, QAction]

    def render(self, value: str) -> None:
        """Tick the action of the value in force."""
        self.values[value].setChecked(True)


class WindowActions(QObject):
    """The actions of the window; what they do is the window's part."""

    def __init__(
        self, owner: QWidget, pages: Sequence[Page], samples: Sequence[str]
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._pages = tuple(pages)
        self._make_picture_actions(samples)
        self._make_document_actions()
        self._make_other_actions()
        self.themes = self._choice("theme", ("system", "light", "dark", "contrast"))
        self.languages = self._choice(
            "language", ("system", *(one.key for one in LANGUAGES))
        )
        self.levels = self._choice("level", LEVELS)
        sizes = tuple(map(str, INTERFACE_SIZES))
        self.interface_sizes = self._choice("interface_size", sizes)
        self.pages = self._choice("page", tuple(page.key for page in pages))
        self.retranslate()

    def render_undo(self, undo: QUndoStack) -> None:
        """Say what undo and redo would do now."""
        back, again = (
            plain(text).replace("&", "&&")  # one alone would mark a key
            for text in (undo.undoText(), undo.redoText())
        )
        self.undo.setEnabled(undo.canUndo())
        self.redo.setEnabled(undo.canRedo())
        self.undo.setText(
            self.tr("&Undo: {step}").format(step=back) if back else self.tr("&Undo")
        )
        self.redo.setText(
            self.tr("&Redo: {step}").format(step=again) if again else self.tr("&Redo")
        )

    def retranslate(self) -> None:
        """Put every text in the language of now (undo and redo: ``render_undo``)."""
        self._name_picture_actions()
        self._name_document_actions()
        self._name_other_actions()
        self._name_choices()

    def _make_picture_actions(self, samples: Sequence[str]) -> None:
        self.open_picture = self._action("open", "open_picture")
        self.new_drawing = self._action("new_drawing", "new_drawing")
        self.restore_work = self._action("", "restore_work")
        self.restore_work.setVisible(False)  # until there is some
        self.samples = {key: self._action("", f"sample_{key}") for key in samples}
        for key, action in self.samples.items():
            action.setData(key)
        self.copy = self._action("copy", "copy_picture")
        self.paste = self._action("paste", "paste_picture")
        self.stretch = self._action("", "stretch_picture")
        self.stretch.setEnabled(False)

    def _make_document_actions(self) -> None:
        self.save = self._action("save_lab", "save_experiment")
        self.save_as = self._action("", "save_experiment_as")
        self.clear_recent = self._action("", "clear_recent")

    def _make_other_actions(self) -> None:
        self.quit = self._action("", "quit")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = self._action("undo", "undo")
        self.redo = self._action("redo", "redo")
        self.present = self._action("present", "present", checkable=True)
        self.full_screen = self._action("", "full_screen", checkable=True)
        self.reduced_motion = self._action("", "reduced_motion", checkable=True)
        self.reset_layout = self._action("", "reset_layout")
        self.guide = self._action("", "guide_book")
        self.start_card = self._action("", "start_card")
        self.shortcuts = self._action("keyboard", "shortcuts")
        self.report_problem = self._action("", "report_problem")
        self.log_folder = self._action("", "log_folder")
        self.about = self._action("info", "about")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _name_picture_actions(self) -> None:
        name_action(
            self.open_picture,
            self.tr("&Open picture or experiment…"),
            self.tr("Open a picture file and use it on every page"),
        )
        name_action(
            self.new_drawing,
            self.tr("&New drawing"),
            self.tr("Start a blank drawing"),
        )
        name_action(
            self.restore_work,
            self.tr("&Restore work from last time"),
            self.tr("Bring back the picture, settings and networks of last time"),
        )
        name_action(
            self.copy,
            self.tr("&Copy picture"),
            self.tr("Copy the picture, so that you can paste it in another program"),
        )
        name_action(
            self.paste,
            self.tr("&Paste picture"),
            self.tr("Use the copied picture or picture file"),
        )
        name_action(
            self.stretch,
            self.tr("&Stretch dark picture"),
            self.tr(
                "Make the brightest number of a dark picture of more than 8 bits white"
            ),
        )
        for key, action in self.samples.items():
            tip = self.tr("Use this example picture")
            name_action(action, sample_title(key), tip)

    def _name_document_actions(self) -> None:
        name_action(
            self.save,
            self.tr("&Save experiment"),
            self.tr(
                "Save the picture, the settings, the networks and the page in a file"
            ),
        )
        name_action(
            self.save_as,
            self.tr("Save experiment &as…"),
            self.tr("Save the experiment in another file"),
        )
        name_action(
            self.clear_recent,
            self.tr("&Clear list"),
            self.tr("Empty this list; the files stay where they are"),
        )

    def _name_other_actions(self) -> None:
        name_action(self.quit, self.tr("&Quit"), self.tr("Close the program"))
        name_action(self.undo, self.tr("&Undo"), self.tr("Undo your last action"))
        name_action(
            self.redo, self.tr("&Redo"), self.tr("Redo the action that you undid")
        )
        name_action(
            self.present,
            self.tr("&Presentation"),
            self.tr("Show the page alone, larger, on the whole screen"),
        )
        name_action(
            self.full_screen,
            self.tr("&Full screen"),
            self.tr("Turn full screen on or off"),
        )
        name_action(
            self.reduced_motion,
            self.tr("Less &motion"),
            self.tr("Show changes at once, without moving effects"),
        )
        name_action(
            self.reset_layout,
            self.tr("&Reset layout"),
            self.tr("Restore the original size of the window and its panels"),
        )
        name_action(
            self.guide,
            self.tr("&Guide"),
            self.tr("Read what each page shows, with pictures"),
        )
        name_action(
            self.start_card,
            self.tr("&Three ways in"),
            self.tr("See a kernel work, draw a digit, or watch a network learn"),
        )
        name_action(
            self.shortcuts,
            self.tr("&Keyboard shortcuts"),
            self.tr("Show all keyboard shortcuts"),
        )
        name_action(
            self.report_problem,
            self.tr("&Report a problem…"),
            self.tr("Gather what we need to know; nothing is sent"),
        )
        name_action(
            self.log_folder,
            self.tr("Open &log folder"),
            self.tr("Show the folder with the log and the reports of crashes"),
        )
        name_action(
            self.about,
            self.tr("&About cnnviz"),
            self.tr("Versions and licence"),
        )

    def _name_choices(self) -> None:
        themes = {
            "system": self.tr("Same as &system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
            "contrast": self.tr("&High contrast"),
        }
        for value, text in themes.items():
            name_action(self.themes.values[value], text)
        levels = {
            "first": (
                self.tr("&First look"),
                self.tr("Show the one idea of each page, and few controls"),
            ),
            "standard": (
                self.tr("&Standard"),
                self.tr("Show what a lesson needs"),
            ),
            "everything": (
                self.tr("&Everything"),
                self.tr("Show all that can be set"),
            ),
        }
        for value, (text, tip) in levels.items():
            name_action(self.levels.values[value], text, tip)
        for value, action in self.interface_sizes.values.items():
            tip = self.tr("Make everything this large when cnnviz starts again")
            name_action(action, f"{value}%", tip)
        languages = {one.key: one.own_name for one in LANGUAGES}
        languages["system"] = self.tr("Same as &system")
        for value, text in languages.items():
            name_action(self.languages.values[value], text)
        for page in self._pages:
            tip = self.tr("Go to the {page} page").format(page=page.title())
            name_action(self.pages.values[page.key], page.title(), tip)

    def _action(self, icon_name: str, name: str, *, checkable: bool = False) -> QAction:
        action = QAction(self._owner, checkable=checkable)
        if icon_name:
            action.setIcon(icon(icon_name))
        give_keys(action, EVERYWHERE, name)
        self._owner.addAction(action)
        return action

    def _choice(self, kind: str, values: Sequence[str]) -> Choice:
        group = QActionGroup(self._owner)
        actions = {}
        for value in values:
            action = self._action("", f"{kind}_{value}", checkable=True)
            action.setData(value)
            group.addAction(action)
            actions[value] = action
        return Choice(group, actions)
