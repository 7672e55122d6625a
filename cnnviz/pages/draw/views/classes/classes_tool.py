"""The tool Own classes: collect, train, try, share."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.datasets.own.collection import LONGEST_NAME, MOST_CLASSES
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.draw.presenters.classes.own_classes import OwnClassesPresenter
from cnnviz.pages.draw.views.classes.class_list import ClassList
from cnnviz.pages.draw.views.classes.example_tiles import LEAST_HEIGHT, ExampleTiles
from cnnviz.pages.draw.views.classes.own_dialogs import OwnDialogs
from cnnviz.pages.draw.views.classes.own_words import OwnWords
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names, set_tips
from cnnviz.ui.texts import filled, plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_PROGRESS: Final = 208
_TRAIN: Final = 96
_TYPED: Final = 200
"""Characters of a name that the field takes: what is too long is told of, not cut."""


class ClassesTool(Retranslated):
    """Show the classes, the examples of one, and what came of training.

    Signals
    -------
    notified(text)
        What has just been done.
    training_wanted()
        The examples are to be learned from on the Train page.
    """

    notified = Signal(str)
    training_wanted = Signal()

    def __init__(
        self, presenter: OwnClassesPresenter, add: QAction, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("classes_tool")
        self._presenter, self._add_action = presenter, add
        self._words, self._dialogs = OwnWords(self), OwnDialogs(self)
        self._next, self._class, self._outcome, self._private = (
            QLabel(self) for _ in range(4)
        )
        self.name, self.list = QLineEdit(self), ClassList(self)
        self.tiles, self.progress = ExampleTiles(self), QProgressBar(self)
        self.add_class, self.moods, self.remove_class = self._buttons(3)
        self.add, self.files, self.folder, self.remove = self._buttons(4)
        self.train, self.cancel, self.open, self.save, self.show_network = (
            self._buttons(5)
        )
        (self.watch,) = self._buttons(1)
        self._lay_out()
        self._connect()
        self._retranslate()
        presenter.look()

    def _buttons(self, count: int) -> list[QPushButton]:
        buttons = [QPushButton(self) for _ in range(count)]
        for button in buttons:
            button.setMinimumHeight(tokens.HIT)
            button.setAutoDefault(False)
        return buttons

    def _lay_out(self) -> None:
        names = "own_next", "own_class", "own_outcome", "own_private"
        labels = self._next, self._class, self._outcome, self._private
        for label, name in zip(labels, names, strict=True):
            label.setObjectName(name)
            label.setWordWrap(True)
        self._next.setFont(half_bold(in_pixels(self.font(), tokens.VALUE_PX)))
        self._class.setFont(half_bold(self._class.font()))
        self._class.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self.name.setMinimumHeight(tokens.HIT)
        self.name.setMaxLength(_TYPED)
        self.progress.setFixedSize(_PROGRESS, tokens.HIT)
        self.train.setMinimumWidth(_TRAIN)
        self._outcome.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        left = in_column(
            in_row((self.name, 1), self.add_class, gap=tokens.SPACE_XS),
            (self.list, 1),
            self.remove_class,
            None,
            gap=tokens.SPACE_S,
        )
        width = self.list.width()
        self.remove_class.setFixedWidth(width)
        self.name.setMaximumWidth(width)
        scroll = ToolScroll(self)
        scroll.fill(self.tiles)
        scroll.setMinimumHeight(LEAST_HEIGHT)
        # While there is no class, they would be empty frames and idle buttons.
        self._of_classes = (
            *(self.list, self.remove_class, self._class, scroll, self._outcome),
            *(self.add, self.files, self.remove, self.train, self.watch),
            *(self.save, self.show_network),
        )
        right = in_column(
            self._class,
            self._row(self.add, self.files, self.folder),
            (scroll, 1),
            self._row(self.remove),
            None,
            gap=tokens.SPACE_S,
        )
        parts = in_row(left, (right, 1), gap=tokens.SPACE_XL)
        in_column(
            self._next,
            self._row(self.moods),
            (parts, 1),
            self._row(self.train, self.progress, self.cancel, self.watch),
            self._outcome,
            self._row(self.open, self.save, self.show_network),
            self._private,
            gap=tokens.SPACE_M,
            of=self,
        )

    def _row(self, *buttons: QWidget) -> QHBoxLayout:
        return in_row(*buttons, (None, 1), gap=tokens.SPACE_S)

    def _connect(self) -> None:
        presenter, dialogs = self._presenter, self._dialogs
        self.add_class.clicked.connect(self._on_add_class)
        self.name.returnPressed.connect(self._on_add_class)
        self.name.textChanged.connect(self._render)
        self.moods.clicked.connect(presenter.add_moods)
        self.list.class_chosen.connect(self._render)
        self.list.renamed.connect(self._on_renamed)
        self.remove_class.clicked.connect(self._on_remove_class)
        self.add.clicked.connect(self._add_action.trigger)
        self._add_action.triggered.connect(self._on_add)
        self.files.clicked.connect(dialogs.ask_for_pictures)
        self.folder.clicked.connect(dialogs.ask_for_folder)
        dialogs.pictures_chosen.connect(self._on_pictures_chosen)
        self.tiles.picture_chosen.connect(self._render)
        self.remove.clicked.connect(self._on_remove)
        self.tiles.removal_wanted.connect(self._on_remove)
        self.train.clicked.connect(presenter.begin)
        self.cancel.clicked.connect(presenter.cancel)
        self.watch.clicked.connect(self.training_wanted)
        self.open.clicked.connect(dialogs.ask_what_to_open)
        dialogs.to_open.connect(presenter.open_file)
        self.save.clicked.connect(dialogs.ask_where_to_save)
        dialogs.to_save.connect(presenter.save)
        self.show_network.clicked.connect(presenter.show_network)
        presenter.classes.changed.connect(self._on_classes_changed)
        presenter.store.changed.connect(self._render)
        presenter.pictures.store.changed.connect(self._render_adding)
        presenter.answering_changed.connect(self._render)

    @Slot()
    def _on_classes_changed(self) -> None:
        self.list.render_classes(self._presenter.classes.state)
        self._render()

    @Slot()
    def _render(self) -> None:
        presenter = self._presenter
        classes, state = presenter.classes.state, presenter.store.state
        place = self.list.place
        chosen = classes.classes[place] if 0 <= place < len(classes.classes) else None
        self.tiles.render_class(chosen)
        step = self._words.next_step(classes, state, place, answers=presenter.answers)
        self._next.setText(step)
        self._outcome.setText(self._words.outcome(state))
        self._class.clear()
        if chosen is not None:
            text = self.tr("{label}: {count} {count|example|examples}")
            count = len(chosen.examples)
            self._class.setText(filled(text, label=plain(chosen.name), count=count))
        self._render_adding()
        for button in (self.files, self.remove_class):
            button.setEnabled(chosen is not None)
        self.remove.setEnabled(self.tiles.chosen >= 0)
        self.moods.setVisible(not classes.classes)
        for part in self._of_classes:
            part.setVisible(bool(classes.classes))
        self.moods.setEnabled(state.is_loaded)
        is_full = len(classes.classes) >= MOST_CLASSES
        self.add_class.setEnabled(bool(self.name.text().strip()) and not is_full)
        self.train.setEnabled(not state.is_training and _is_enough(presenter))
        self.watch.setEnabled(_is_enough(presenter))
        self.progress.setVisible(state.is_training)
        self.cancel.setVisible(state.is_training)
        self.progress.setRange(0, state.steps)
        self.progress.setValue(state.step)
        for button in (self.save, self.show_network):
            button.setEnabled(state.learned is not None)

    @Slot()
    def _render_adding(self) -> None:
        """Say whether there is a drawing to add: at each movement of the pen."""
        can_add = self.list.place >= 0 and self._presenter.can_add
        self.add.setEnabled(can_add)
        self._add_action.setEnabled(can_add and self.isVisible())

    @Slot()
    def _on_add_class(self) -> None:
        presenter, text = self._presenter, self.name.text()
        if text.strip() and presenter.add_class(text):
            self.name.clear()
            self.list.choose(len(presenter.classes.state.classes) - 1)

    @Slot(int, str)
    def _on_renamed(self, place: int, name: str) -> None:
        self._presenter.rename(place, name)
        # Where it was refused, or made plain, the list says what is in force.
        self.list.render_classes(self._presenter.classes.state)

    @Slot()
    def _on_remove_class(self) -> None:
        self._presenter.remove_class(self.list.place)

    @Slot()
    def _on_add(self) -> None:
        if self.list.place >= 0:
            self._presenter.add_picture(self.list.place)

    @Slot(object)
    def _on_pictures_chosen(self, paths: list[str]) -> None:
        self._presenter.add_files(paths, self.list.place)

    @Slot()
    def _on_remove(self) -> None:
        if self.tiles.chosen >= 0:
            self._presenter.remove_example(self.list.place, self.tiles.chosen)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._render()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._add_action.setEnabled(False)

    @override
    def _retranslate(self) -> None:
        text = self.tr("Name of a new class")
        tip = filled(
            self.tr("Any text of at most {count} {count|character|characters}"),
            count=LONGEST_NAME,
        )
        set_names(self.name, "own_name", text, tip)
        self.name.setPlaceholderText(self.tr("New class"))
        for button, name, text, tip in (
            (self.add_class, "add_class", self.tr("Add"), self.tr("Add the class")),
            (
                self.moods,
                "moods",
                self.tr("Begin with smile, sad, neutral"),
                self.tr("Add three classes without examples: draw them yourself"),
            ),
            (
                self.remove_class,
                "remove_class",
                self.tr("Remove class"),
                self.tr("Remove the class with its examples (it can be undone)"),
            ),
            (
                self.files,
                "files",
                self.tr("Pictures…"),
                self.tr("Add pictures of this class, prepared as drawings are"),
            ),
            (
                self.folder,
                "folder",
                self.tr("Folder…"),
                self.tr("Add a folder of pictures; folders in it name classes"),
            ),
            (
                self.remove,
                "remove",
                self.tr("Remove example"),
                self.tr("Remove the example that is chosen (it can be undone)"),
            ),
            (
                self.train,
                "train",
                self.tr("Train"),
                self.tr("Train a small network on your examples: some seconds"),
            ),
            (
                self.watch,
                "watch",
                self.tr("Learn on the Train page"),
                self.tr("Train any network on your examples, and watch how it learns"),
            ),
            (self.cancel, "cancel", self.tr("Cancel"), self.tr("Cancel this training")),
            (
                self.open,
                "open",
                self.tr("Open…"),
                self.tr("Take classes, examples and network from a file"),
            ),
            (
                self.save,
                "save",
                self.tr("Save as…"),
                self.tr("One file to share: the network, and your drawings in it"),
            ),
            (
                self.show_network,
                "show_network",
                self.tr("Show on the Network page"),
                self.tr("See its layers and maps"),
            ),
        ):
            button.setText(text)
            set_names(button, f"own_{name}", text, tip)
        self.add.setText(self.tr("Add drawing"))
        set_names(self.add, "own_add", self.tr("Add drawing"))
        set_tips(self.add, self._add_action.toolTip())
        set_names(self.progress, "own_progress", self.tr("Training progress"))
        self._private.setText(self.tr("Everything stays on this computer."))
        self._on_classes_changed()


def _is_enough(presenter: OwnClassesPresenter) -> bool:
    try:
        presenter.classes.state.check_enough()
    except CnnvizError:
        return False
    return True
