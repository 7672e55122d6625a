"""Classes of one's own: collected, trained, answering, kept and shared."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.own.collection import (
    Example,
    OwnClasses,
    checked_name,
)
from cnnviz.engine.datasets.own.keeping import KeptClasses
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.draw.presenters.classes.own_jobs import (
    Found,
    keep_classes,
    keep_network,
    load_kept,
    opened_own,
    prepared,
    read_pictures,
    trained,
    write_own,
)
from cnnviz.pages.draw.presenters.classes.own_state import Learned, OwnState
from cnnviz.pages.draw.presenters.classes.own_training import OwnTraining, Train
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.store import Store
from cnnviz.state.undo import change
from cnnviz.state.workers.file_writing import FileWriting
from cnnviz.state.workers.latest import QueueWorker


class OwnClassesPresenter(QObject):
    """Turn wishes about the classes into collections, with undo; train and keep them.

    Parameters
    ----------
    picture
        The shared picture, which is what there is to add, and the window's steps.
    choices
        Where a trained network is offered and chosen.
    folder
        Where the collection is kept from one start to the next.

    Attributes
    ----------
    classes
        The collection.
    store
        What goes on.

    Signals
    -------
    network_wanted(network)
        It is to be seen on the Network page.
    answering_changed()
        Another network answers now.
    """

    network_wanted = Signal(object)
    answering_changed = Signal()

    def __init__(
        self,
        picture: PicturePresenter,
        choices: NetworkChoices,
        folder: Path,
        parent: QObject | None = None,
        *,
        train: Train = trained,
    ) -> None:
        super().__init__(parent)
        self._picture, self._choices, self._folder = picture, choices, folder
        # Beside the presenter, not below it: undo steps refer to it.
        self.classes: Store[OwnClasses] = Store(OwnClasses(), parent)
        self.store: Store[OwnState] = Store(OwnState(), self)
        self.writing = FileWriting(self)
        self.writing.saved.connect(self._on_saved)
        self.writing.failed.connect(self._on_refused)
        self._kept = KeptClasses(folder)
        self._jobs: QueueWorker[Callable[[], Found], Found]
        self._jobs = QueueWorker(operator.call, "own-classes", self)
        self._jobs.answered.connect(self._on_found)
        self._jobs.failed.connect(self._on_job_failed)
        self._training = OwnTraining(train, self)
        self._training.progressed.connect(self._on_progressed)
        self._training.trained.connect(self._on_trained)
        self._training.failed.connect(self._on_refused)
        self._training.over.connect(self._on_training_over)
        choices.current.changed.connect(self.answering_changed)
        self._has_looked = False

    @property
    def pictures(self) -> PicturePresenter:
        """The picture of now, which can be added."""
        return self._picture

    @property
    def answers(self) -> bool:
        """Whether the newest network is the one that answers."""
        learned = self.store.state.learned
        return learned is not None and self._choices.current.state is learned.network

    def look(self) -> None:
        """Bring back what was kept; the first time only."""
        if not self._has_looked:
            self._has_looked = True
            self._jobs.request(partial(load_kept, self._kept, self._folder))

    # the classes

    def add_class(self, name: str) -> bool:
        """Add a class; whether it has come."""
        return self._try(lambda old: old.with_class(name), self.tr("Add class"))

    def add_moods(self) -> None:
        """Add three classes to begin with."""
        names = self.tr("smile"), self.tr("sad"), self.tr("neutral")

        def with_moods(old: OwnClasses) -> OwnClasses:
            for name in names:
                old = old.with_class(name)
            return old

        self._try(with_moods, self.tr("Add classes"))

    def rename(self, place: int, name: str) -> bool:
        """Call a class otherwise; whether it is."""
        if self.classes.state.names[place] == name:
            return True
        return self._try(lambda old: old.renamed(place, name), self.tr("Rename class"))

    def remove_class(self, place: int) -> None:
        """Take a class out, with its examples."""
        self._try(lambda old: old.without_class(place), self.tr("Remove class"))

    def remove_example(self, place: int, number: int) -> None:
        """Take one example out."""
        self._try(
            lambda old: old.without_example(place, number), self.tr("Remove example")
        )

    # examples from outside

    @property
    def can_add(self) -> bool:
        """Whether there is a picture that could be added."""
        shared = self._picture.store.state
        if shared.ink_hw is not None:
            return bool(shared.ink_hw.any())
        return True

    def add_picture(self, place: int) -> None:
        """Add the picture of now to a class, and clear the sheet for the next drawing."""
        if self.can_add:
            shared = self._picture.store.state
            self._ask(partial(prepared, shared, place))
            if shared.ink_hw is not None:
                self._picture.clear_drawing()

    def add_files(self, paths: Sequence[str], place: int) -> None:
        """Add pictures of files or of a folder; folders inside it name classes."""
        files = [Path(path) for path in paths]
        self._ask(partial(read_pictures, files, place))

    def open_file(self, path: str) -> None:
        """Take the classes, the examples and the network of a file."""
        self._ask(partial(_open, Path(path)))

    def _ask(self, job: Callable[[], Found]) -> None:
        self.look()  # what was kept comes first
        self._say(is_reading=True)
        self._jobs.request(job)

    # training, and what comes of it

    def begin(self) -> None:
        """Train a network on the classes of now, unless one is being trained."""
        if self._training.is_going:
            return
        wanted = self.classes.state
        try:
            wanted.check_enough()
        except CnnvizError as error:
            self._on_refused(error)
            return
        self._say(is_training=True, step=0, steps=0)
        self._training.begin(wanted)

    def cancel(self) -> None:
        """Give the training up; the network of before goes on answering."""
        self._training.cancel()

    def save(self, path: str) -> None:
        """Write the newest network with its examples to one file."""
        learned, file = self.store.state.learned, Path(path)
        if file.suffix.lower() != ".safetensors":
            file = file.with_name(f"{file.name}.safetensors")
        if learned is not None:
            self._say()
            self.writing.write(file, partial(_write, file, learned))

    def show_network(self) -> None:
        """Let the network be seen on its page."""
        learned = self.store.state.learned
        if learned is not None:
            self.network_wanted.emit(learned.network)

    def shut_down(self) -> None:
        """Give a training up; end every thread after what was asked to be kept."""
        self._training.shut_down()
        self.writing.shut_down()
        self._jobs.finish()

    # within

    def _try(self, changed: Callable[[OwnClasses], OwnClasses], label: str) -> bool:
        if not self.store.state.is_loaded:
            return False  # what was kept is still to come, and must not be written over
        try:
            new = changed(self.classes.state)
        except CnnvizError as error:
            self._on_refused(error)
            return False
        self._say()
        self._replace(new, label)
        return True

    def _replace(self, new: OwnClasses, label: str) -> None:
        change(self._picture.undo_stack, self.classes, new, label, page="draw")

    def _keep(self, new: OwnClasses) -> None:
        self._jobs.request(partial(keep_classes, self._kept, new))

    def _say(self, **changes: object) -> None:
        """Say something new, and no more of what was asked for before."""
        said = self.store.state.without_words()
        self.store.replace(replace(said, **changes))  # type: ignore[arg-type]

    def _let_answer(self, learned: Learned) -> None:
        self._choices.offer(learned.network)
        self._choices.choose(learned.network)

    @Slot(object, object)
    def _on_classes_changed(self, new: OwnClasses, _old: OwnClasses) -> None:
        self._keep(new)

    @Slot(int, object)
    def _on_found(self, _number: int, found: Found) -> None:
        if found.kept is not None:
            self._take_kept(found.kept, found.learned)
        elif found.opened is not None:
            self._say(is_reading=False, learned=found.opened)
            self._replace(found.opened.classes, self.tr("Open classes"))
            self._let_answer(found.opened)
            self._keep_network(found.opened)
        elif found.examples:
            self._take_examples(found)

    def _take_kept(self, kept: OwnClasses, learned: Learned | None) -> None:
        self.classes.replace(kept)
        self.classes.changed.connect(self._on_classes_changed)
        if learned is not None:
            if learned.is_of(kept):
                learned = replace(learned, classes=kept)  # known to be the same
            self._choices.offer(learned.network)
        self.store.replace(replace(self.store.state, is_loaded=True, learned=learned))

    def _take_examples(self, found: Found) -> None:
        self._say(is_reading=False, refused=found.refused)
        label = self.tr("Add examples")
        try:
            new = _with_examples(self.classes.state, found.place, found.examples)
        except CnnvizError as error:
            self._on_refused(error)
        else:
            self._replace(new, label)

    @Slot(int, object)
    def _on_job_failed(self, _number: int, error: CnnvizError) -> None:
        # Where even what was kept could not be looked at, nothing is written there.
        self._say(is_reading=False, is_loaded=True, problem=error)

    @Slot(object)
    def _on_refused(self, error: CnnvizError) -> None:
        self._say(problem=error)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._say(saved=path.name)

    @Slot(int, int)
    def _on_progressed(self, step: int, steps: int) -> None:
        if self.store.state.is_training:
            self.store.replace(replace(self.store.state, step=step, steps=steps))

    @Slot(object)
    def _on_trained(self, learned: Learned) -> None:
        self._say(is_training=False, learned=learned)
        self._let_answer(learned)
        self._keep_network(learned)

    def _keep_network(self, learned: Learned) -> None:
        self._jobs.request(partial(keep_network, self._folder, learned))

    @Slot()
    def _on_training_over(self) -> None:
        if self.store.state.is_training:
            self.store.replace(
                replace(self.store.state, is_training=False, step=0, steps=0)
            )


def _open(path: Path) -> Found:
    return Found(opened=opened_own(path))


def _write(path: Path, learned: Learned, _is_cancelled: Callable[[], bool]) -> None:
    write_own(path, learned)


def _with_examples(
    classes: OwnClasses, place: int, examples: Mapping[str, Sequence[Example]]
) -> OwnClasses:
    """Return the classes with examples by their names; new names are new classes.

    Raises
    ------
    CnnvizError
        What a class is refused for.
    """
    for called, some in examples.items():
        name = checked_name(called) if called else ""
        if not name and not classes.classes:
            continue
        if not name:
            at = min(place, len(classes.classes) - 1)  # one may be gone meanwhile
        elif name in classes.names:
            at = classes.names.index(name)
        else:
            classes = classes.with_class(name)
            at = len(classes.classes) - 1
        classes = classes.with_examples(at, some)
    return classes
