"""The menu bar: where each action has its place."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from cnnviz.engine.images.samples import load_sample
from cnnviz.shell.actions import WindowActions
from cnnviz.shell.levels.level_switch import LevelSwitch
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Page
from cnnviz.ui.picture_choice.picture_grid import add_pictures
from cnnviz.ui.picture_text import sample_title
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


class Menus(QObject):
    """Fill the menu bar, and change the page's menu with the page in front."""

    def __init__(self, bar: QMenuBar, actions: WindowActions) -> None:
        super().__init__(bar)
        self._actions = actions
        self._page: Page | None = None
        self._savings: tuple[QAction, ...] = ()
        self.file, self.edit, self.page = (bar.addMenu("") for _ in range(3))
        self.view, self.help = bar.addMenu(""), bar.addMenu("")
        self.samples = QMenu(self.file)
        self.recent = QMenu(self.file)
        self.export = QMenu(self.file)
        self.export.setIcon(icon("export"))
        self.samples.setIcon(icon("samples"))
        self.theme = QMenu(self.view)
        self.language = QMenu(self.view)
        self.interface_size = QMenu(self.view)
        self.timeline = QMenu(self.view)
        self.screens = QMenu(self.view)
        self.picture = QMenu(bar)
        self._fill_all()
        corner = QWidget(bar)
        row = in_row(LevelSwitch(actions.levels, corner), gap=0, of=corner)
        row.setContentsMargins(0, tokens.SPACE_XS, tokens.SPACE_M, 0)
        bar.setCornerWidget(corner)
        self.retranslate()

    def render_page(self, page: Page) -> None:
        """Offer the actions of the page in front."""
        self._page = page
        # Not clear(): PySide then forgets actions that belong to another menu.
        for action in self.page.actions():
            self.page.removeAction(action)
        _fill(
            self.page, *(each if each.text() else None for each in page.page_actions())
        )
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
        self.recent.setTitle(self.tr("Open &recent"))
        self.samples.setTitle(self.tr("&Example pictures"))
        self.theme.setTitle(self.tr("&Theme"))
        self.timeline.setTitle(self.tr("Time&line"))
        self.language.setTitle(self.tr("&Language"))
        self.screens.setTitle(self.tr("Present &on"))
        self.interface_size.setTitle(self.tr("Interface si&ze at the next start"))
        self._name_page_menu()

    def _name_page_menu(self) -> None:
        if self._page is not None:
            self.page.setTitle(self._page.title())

    def _fill_all(self) -> None:
        does = self._actions
        samples = does.samples.values()
        _fill(self.samples, *samples)
        _fill(self.theme, *does.themes.values.values())
        _fill(self.language, *does.languages.values.values())
        _fill(self.interface_size, *does.interface_sizes.values.values())
        _fill(self.file, does.open_picture, self.recent, does.restore_work, None)
        _fill(self.file, self.samples, does.new_drawing, None)
        _fill(self.file, does.save, does.save_as, None)
        _fill(self.file, self.export)
        self._before_quit = self.file.addSeparator()
        _fill(self.file, does.quit)
        _fill(self.edit, does.undo, does.redo, None, does.copy, does.paste)
        _fill(self.edit, does.stretch)
        _fill(self.view, *does.pages.values.values(), None, self.timeline, None)
        _fill(self.view, *does.levels.values.values(), None)
        _fill(self.view, self.theme, self.language, self.interface_size)
        _fill(self.view, does.reduced_motion, None, does.present, self.screens)
        _fill(self.view, does.full_screen, does.reset_layout)
        _fill(self.help, does.guide, does.start_card, does.shortcuts, None)
        _fill(self.help, does.report_problem, does.log_folder, None, does.about)
        # The menu of the thumbnail: every way to replace the picture.
        _fill(self.picture, does.open_picture, does.paste, does.new_drawing, None)
        grid = add_pictures(
            self.picture, tuple(does.samples), load_sample, sample_title
        )
        grid.chosen.connect(self._on_sample_chosen)

    @Slot(str)
    def _on_sample_chosen(self, key: str) -> None:
        self._actions.samples[key].trigger()


def _fill(menu: QMenu, *entries: QAction | QMenu | None) -> None:
    """Add actions and menus to a menu; ``None`` is a separator."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)
