"""The menu bar: where each action has its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QMenuBar

from cnnviz.shell.actions import WindowActions
from cnnviz.ui.page import Page
from cnnviz.ui.theme.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Menus(QObject):
    """Fill the menu bar, and change the page's menu with the page in front."""

    def __init__(self, bar: QMenuBar, actions: WindowActions) -> None:
        super().__init__(bar)
        self._actions = actions
        self._page: Page | None = None
        self._savings: tuple[QAction, ...] = ()
        self.file = bar.addMenu("")
        self.edit = bar.addMenu("")
        self.page = bar.addMenu("")
        self.view = bar.addMenu("")
        self.help = bar.addMenu("")
        self.samples = QMenu(self.file)
        self.export = QMenu(self.file)
        self.export.setIcon(icon("export"))
        self.samples.setIcon(icon("samples"))
        self.theme = QMenu(self.view)
        self.language = QMenu(self.view)
        self.picture = QMenu(bar)
        self._fill_file()
        self._fill_edit()
        self._fill_view()
        self._fill_help()
        self._fill_picture()
        self.retranslate()

    def render_page(self, page: Page) -> None:
        """Offer the actions of the page in front."""
        self._page = page
        # Not clear(): PySide then forgets actions that belong to another menu.
        for action in self.page.actions():
            self.page.removeAction(action)
        for action in page.page_actions():
            if action.text():
                self.page.addAction(action)
            else:
                self.page.addSeparator()
        self._render_savings(page)
        self.page.menuAction().setVisible(not self.page.isEmpty())
        self._name_page_menu()

    def _render_savings(self, page: Page) -> None:
        """Offer in the File menu what the page in front can save."""
        for action in self._savings:
            self.file.removeAction(action)
        for action in self.export.actions():
            self.export.removeAction(action)
        self._savings = tuple(page.saving_actions())
        self.file.insertActions(self.export.menuAction(), list(self._savings))
        self.export.addActions(list(page.export_actions()))
        has_exports = not self.export.isEmpty()
        self.export.menuAction().setVisible(has_exports)
        self._before_quit.setVisible(has_exports or bool(self._savings))

    @property
    def page_shown(self) -> Page | None:
        """The page whose actions are offered; none before the first."""
        return self._page

    def retranslate(self) -> None:
        """Put every menu's title in the language of now."""
        self.file.setTitle(self.tr("&File"))
        self.edit.setTitle(self.tr("&Edit"))
        self.view.setTitle(self.tr("&View"))
        self.help.setTitle(self.tr("&Help"))
        self.export.setTitle(self.tr("&Export"))
        self.samples.setTitle(self.tr("&Sample pictures"))
        self.theme.setTitle(self.tr("&Theme"))
        self.language.setTitle(self.tr("&Language"))
        self._name_page_menu()

    def _name_page_menu(self) -> None:
        if self._page is not None:
            self.page.setTitle(self._page.title())

    def _fill_file(self) -> None:
        self.file.addAction(self._actions.open_picture)
        self.samples.addActions(list(self._actions.samples.values()))
        self.file.addMenu(self.samples)
        self.file.addAction(self._actions.new_drawing)
        self.file.addSeparator()
        self.file.addMenu(self.export)
        self._before_quit = self.file.addSeparator()
        self.file.addAction(self._actions.quit)

    def _fill_edit(self) -> None:
        self.edit.addActions([self._actions.undo, self._actions.redo])
        self.edit.addSeparator()
        self.edit.addActions([self._actions.copy, self._actions.paste])
        self.edit.addAction(self._actions.stretch)

    def _fill_view(self) -> None:
        self.view.addActions(list(self._actions.pages.values.values()))
        self.view.addSeparator()
        self.theme.addActions(list(self._actions.themes.values.values()))
        self.language.addActions(list(self._actions.languages.values.values()))
        self.view.addMenu(self.theme)
        self.view.addMenu(self.language)
        self.view.addAction(self._actions.reduced_motion)
        self.view.addSeparator()
        self.view.addActions([self._actions.full_screen, self._actions.reset_layout])

    def _fill_help(self) -> None:
        self.help.addAction(self._actions.shortcuts)
        self.help.addSeparator()
        self.help.addAction(self._actions.about)

    def _fill_picture(self) -> None:
        """Fill the menu of the thumbnail: every way to replace the picture."""
        self.picture.addAction(self._actions.open_picture)
        self.picture.addAction(self._actions.paste)
        self.picture.addAction(self._actions.new_drawing)
        self.picture.addSeparator()
        self.picture.addActions(list(self._actions.samples.values()))
