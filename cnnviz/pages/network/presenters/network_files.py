"""What can be taken away from the Network page: the network, maps, the view."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import write_whole
from cnnviz.engine.networks.files.exports import exported
from cnnviz.engine.networks.files.map_files import MAP_ENDINGS, encode_maps
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.workers.file_writing import FileWriting
from cnnviz.state.workers.network_opening import OpenNetwork

NETWORK_ENDINGS: Final = (".json", ".onnx", ".py", ".safetensors")


class NetworkFiles(QObject):
    """Write files in threads.

    Signals
    -------
    saved(path), failed(error)
        As of `FileWriting`.
    begun(path)
        It is being written: a large network takes seconds.
    """

    saved = Signal(object)
    failed = Signal(object)
    begun = Signal(object)

    def __init__(self, page: NetworkPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.writing = FileWriting(self)
        self.writing.saved.connect(self.saved)
        self.writing.failed.connect(self.failed)

    def save_network(self, path: str, *, for_keras: bool = False) -> None:
        """Write the network that answers: as JSON, ONNX, a program, or its weights.

        Beside a description and a program lie the weights, as ``.safetensors``.
        """
        file, opened = Path(path), self._page.store.state.opened
        if file.suffix.lower() not in NETWORK_ENDINGS:
            self.failed.emit(CnnvizError("network_ending", file=file.name))
        elif opened is not None:
            self._write(file, lambda ask: _write(file, opened, for_keras, ask))

    def save_maps(self, path: str, layer: str) -> None:
        """Write the maps of a layer, or of the picture: as a sheet, NPY or CSV."""
        file, output = Path(path), self._output(layer)
        ending = file.suffix.lower()
        if ending not in MAP_ENDINGS:
            self.failed.emit(CnnvizError("output_ending", file=file.name))
        elif output is None:
            self.failed.emit(CnnvizError("output_not_ready"))
        else:
            self._write(file, lambda _: write_whole(file, encode_maps(output, ending)))

    def shut_down(self) -> None:
        """End the threads."""
        self.writing.shut_down()

    def _output(self, layer: str) -> LayerOutput | None:
        answer = self._page.store.state.answer
        if answer is None:
            return None
        if layer == PICTURE:
            seen = answer.trace.input_chw
            return LayerOutput(PICTURE, "input", seen, can_be_negative=True)
        return next((one for one in answer.trace.layers if one.name == layer), None)

    def _write(self, file: Path, write: Callable[[Callable[[], bool]], None]) -> None:
        self.begun.emit(file)
        self.writing.write(file, write)


def _write(
    out: Path, opened: OpenNetwork, for_keras: bool, is_cancelled: Callable[[], bool]
) -> None:
    """Write the weights first: a description without them would begin by chance."""
    network, weights = opened.network, opened.weights
    files = dict(exported(network, lambda: weights, out, for_keras=for_keras))
    if out.suffix.lower() == ".json":
        files |= exported(network, lambda: weights, out.with_suffix(".safetensors"))
    for path, data in reversed(files.items()):
        if is_cancelled():
            raise Cancelled
        write_whole(path, data)
