"""The lab as a part of the work that is kept: picture and settings, and the place."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import write_whole
from cnnviz.engine.images.files.loading import read_file
from cnnviz.pages.convolution.model import checks
from cnnviz.pages.convolution.model.lab_file import Lab, LabView, view_from_record
from cnnviz.pages.convolution.model.lab_record import Record
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.pages.convolution.presenters.lab_files import read_lab
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.kept_part import KeptPart
from cnnviz.state.undo import Part

_MOST_BYTES = 10_000


class KeptLab(KeptPart[Lab]):
    """Picture (a drawing with its ink) and settings, as a lab file."""

    file_name = "work.cnnlab"

    def __init__(
        self, files: LabFilePresenter, walk: WalkPresenter, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._files, self._walk = files, walk
        self._first = walk.picture_store.state, walk.settings_store.state
        walk.picture_store.changed.connect(self.changed)
        walk.settings_store.changed.connect(self.changed)

    @property
    @override
    def is_as_at_first(self) -> bool:
        """Whether picture and settings are those that the program began with."""
        picture, settings = self._first
        now = self._walk.picture_store.state, self._walk.settings_store.state
        return now[0] is picture and now[1] == settings

    @property
    @override
    def stamp(self) -> object:
        return self._files.stamp

    @override
    def writing(self) -> Callable[[Path], None]:
        """Return what writes the lab as it is now; another thread may call it."""
        return self._files.lab_of_now(Path(self.file_name)).write

    @override
    def read(self, path: Path) -> Lab:
        return read_lab(path)

    @override
    def replacements(self, found: Lab) -> Sequence[Part]:
        return self._files.replacements(found)

    @override
    def show(self, found: Lab) -> None:
        self._walk.look_at(found.view)


class KeptPlace(KeptPart[LabView]):
    """Where the window stands: it changes at every step, and costs nothing to write."""

    file_name = "place.json"

    def __init__(
        self, files: LabFilePresenter, walk: WalkPresenter, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._files, self._walk = files, walk
        walk.store.changed.connect(self.changed)

    @property
    @override
    def is_as_at_first(self) -> bool:
        return True  # walking alone is no work that would be missed

    @override
    def writing(self) -> Callable[[Path], None]:
        """Return what writes where the window stands now, as JSON."""
        data = json.dumps(asdict(self._files.view_of_now())).encode()
        return lambda path: write_whole(path, data)

    @override
    def read(self, path: Path) -> LabView:
        """Return where the window stood; raise CnnvizError for other files."""
        try:
            text = read_file(path, at_most=_MOST_BYTES)
            record = checks.exactly(dict)(json.loads(text))
        except (TypeError, ValueError, RecursionError) as error:
            raise CnnvizError("lab_not_a_lab", file=path.name) from error
        return view_from_record(Record(record, path.name))

    @override
    def replacements(self, found: LabView) -> Sequence[Part]:
        """Return nothing: a place is shown again, and is no step for undo."""
        return ()

    @override
    def show(self, found: LabView) -> None:
        self._walk.look_at(found)
