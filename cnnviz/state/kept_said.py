"""A part of a document that a few words of JSON tell, and that is only looked at."""

import json
from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import write_whole
from cnnviz.engine.images.files.loading import read_file
from cnnviz.state.kept_part import KeptPart
from cnnviz.state.undo import Part

_MOST_BYTES: Final = 100_000

Said = Mapping[str, object]


class KeptSaid(KeptPart[Said]):
    """Write what `said` returns; what makes no sense when it is read, nobody misses."""

    @property
    @override
    def is_as_at_first(self) -> bool:
        return True

    @abstractmethod
    def said(self) -> Said:
        """Return what there is to tell; nothing is written of nothing."""

    @override
    def writing(self) -> Callable[[Path], None]:
        """Return what writes what is told now."""
        said = self.said()
        data = json.dumps(said).encode()
        return lambda path: write_whole(path, data) if said else None

    @override
    def read(self, path: Path) -> Said:
        """Return what a file tells; raise ``CnnvizError`` for other files."""
        try:
            said = json.loads(read_file(path, at_most=_MOST_BYTES))
        except (ValueError, RecursionError) as error:
            raise CnnvizError("lab_not_a_lab", file=path.name) from error
        if not isinstance(said, dict):
            raise CnnvizError("lab_not_a_lab", file=path.name)
        return said

    @override
    def replacements(self, found: Said) -> Sequence[Part]:
        return ()
