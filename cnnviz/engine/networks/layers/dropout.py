"""Dropout: numbers left out by chance while training."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import Array, LayerSpec, Shape

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropout(LayerSpec):
    """While training, numbers are left out by chance; afterwards all stay.

    Attributes
    ----------
    rate
        The share that is left out; the others are divided by what is left of 1.
    """

    rate: float = 0.5

    key = "dropout"
    word = QT_TRANSLATE_NOOP("LayerWords", "dropout")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · dropout")
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords",
        "During training, a random share of {rate} of the numbers is left out; "
        "afterwards all stay as they are.",
    )
    is_shown = False

    def __post_init__(self) -> None:
        if not 0 <= self.rate < 1:
            raise CnnvizError("dropout_rate_outside", rate=self.rate)

    @property
    @override
    def works_on_each(self) -> bool:
        return True

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        """Return a dropout whose choices follow the seed of the run."""
        from cnnviz.engine.networks.layers.modules import SeededDropout

        return SeededDropout(self.rate)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return the input as it is: numbers are dropped while training only."""
        return inputs[0]
