"""What an ONNX file says of itself beside its network; believed where it makes sense."""

import json
from typing import TYPE_CHECKING

from cnnviz.engine.networks.files.json_values import LARGEST, LONGEST_TEXT
from cnnviz.engine.networks.files.network_checks import LEAST_DEVIATION
from cnnviz.engine.networks.layers.network import Normalization
from cnnviz.engine.shown_text import shown

if TYPE_CHECKING:
    from onnx import ModelProto


class Metadata:
    """Title, labels and normalisation, as `onnx_bytes` writes them.

    Texts are made harmless and short.

    Parameters
    ----------
    model
        The file.
    """

    def __init__(self, model: "ModelProto") -> None:
        self._said: dict[str, str] = {
            entry.key: entry.value for entry in model.metadata_props
        }

    def title(self) -> str:
        """Return the network's title, or nothing."""
        return shown(self._said.get("title", ""), LONGEST_TEXT)

    def labels(self, count: int) -> tuple[str, ...]:
        """Return one label a class; none where the file has no such labels."""
        said = self._read("labels")
        is_usable = (
            isinstance(said, list)
            and len(said) == count
            and all(isinstance(label, str) and label for label in said)
        )
        labels = said if is_usable and isinstance(said, list) else ()
        return tuple(shown(str(label), LONGEST_TEXT) for label in labels)

    def normalization(self, channels: int) -> tuple[Normalization, ...]:
        """Return mean and deviation of each channel: 0 and 1 without any."""
        said = self._read("normalization")
        pairs = said if isinstance(said, list) and len(said) == channels else []
        found = [pair for pair in map(_pair, pairs) if pair is not None]
        return tuple(found) if len(found) == channels else ((0.0, 1.0),) * channels

    def drawings(self) -> bool:
        """Return whether its pictures are prepared as MNIST's digits are."""
        return self._read("drawings") is True

    def _read(self, key: str) -> object:
        try:
            return json.loads(self._said.get(key, "null"))
        except (ValueError, RecursionError):
            return None


def _pair(said: object) -> Normalization | None:
    if not isinstance(said, list) or len(said) != 2:
        return None
    if not all(type(number) in (int, float) for number in said):
        return None
    mean, deviation = said
    # Compared first: no float holds a whole number of 309 digits.
    if not (abs(mean) <= LARGEST and LEAST_DEVIATION <= deviation <= LARGEST):
        return None
    return float(mean), float(deviation)
