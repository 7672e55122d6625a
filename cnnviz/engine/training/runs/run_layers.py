"""The layers of a run in its folder: one measurement a line, the newest last."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cnnviz.engine.files import DAMAGED, failing_as
from cnnviz.engine.json_lines import json_line
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.run_folder import LAYERS
from cnnviz.engine.training.run_lines import open_to_append, whole_lines


class LayerLines:
    """Appends measurements to the file.

    Where the file has more than the run that goes on, because that was killed after its
    last checkpoint, or half a line, the rest is cut off: it will be measured again.

    Parameters
    ----------
    path
        The folder.
    step
        The newest step that the run has told of.

    Raises
    ------
    CnnvizError
        ``file_unwritable``, here and in `write`.
    """

    def __init__(self, path: Path, step: int) -> None:
        self._name, self._step = str(path / LAYERS), step
        length = sum(size for _, size in _lines(path, step))
        with failing_as("file_unwritable", self._name):
            self._file = open_to_append(path / LAYERS)
            self._file.truncate(length)

    def write(self, measured: LayersMeasured) -> bool:
        """Append a measurement; return whether it is new: a resumed run tells some again."""
        if measured.step <= self._step:
            return False
        with failing_as("file_unwritable", self._name):
            self._file.write(f"{json_line(measured.record())}\n".encode())
        self._step = measured.step
        return True

    def close(self) -> None:
        """Write no more."""
        self._file.close()


def told_layers(path: Path) -> Iterator[LayersMeasured]:
    """Yield all measurements of a run, up to the first line that is none."""
    for measured, _ in _lines(path):
        yield measured


def _lines(path: Path, step: int | None = None) -> Iterator[tuple[LayersMeasured, int]]:
    """Yield measurements, up to a step, and how many bytes each takes."""
    with suppress(*DAMAGED):
        for line in whole_lines(path / LAYERS):
            measured = LayersMeasured.of_record(json.loads(line))
            if step is not None and measured.step > step:
                return
            yield measured, len(line)
