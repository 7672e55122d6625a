"""What every kind of layer says of itself, in one place; no torch is loaded for it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.errors import CnnvizError

if TYPE_CHECKING:
    from torch import nn

Array = NDArray[np.float32]
Indices = NDArray[np.intp]

Shape = tuple[int, ...]
"""``(C, H, W)`` for feature maps, ``(N,)`` for a vector; never with the batch."""

AnswerKind = Literal["logits", "probabilities", "distances", "scores"]
"""What the last numbers of a network are.

``logits`` become probabilities by softmax; ``probabilities`` are ones already; of
``distances`` the smallest wins; of ``scores`` the largest wins, and that is all.
"""


@dataclass(frozen=True, slots=True)
class LayerText:
    """A text to translate in the context ``LayerWords``, and what goes into its braces.

    ``label`` (the layer's name), ``count`` (of its maps or numbers), ``inputs`` (maps
    before it) and ``weights`` (what it learns) are put in by whoever shows it. The facts
    are the layer's settings that are numbers, and ``height`` and ``width`` of its kernel.
    """

    text: str
    facts: Mapping[str, int | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerSpec(ABC):
    """One layer of a network; each subclass describes one kind of layer.

    A kind is known to the program by its line in ``layers.LAYER_KINDS``. Arrays have
    the batch first, ``N x C x H x W`` or ``N x F``; shapes have no batch.

    Attributes
    ----------
    name
        The layer's name, by which weights and other layers call it: ``c1``.
    inputs
        Names of the layers that it reads, ``input`` for the picture; the layer before
        when empty.
    key
        The word for the kind in summaries and files.
    word
        What the kind is called in a sentence: a text to translate.
    title_text, meaning_text
        What a layer is called over its maps, and a sentence or two on what it does: see
        `LayerText`. A kind whose words depend on its settings overrides `title` or
        `meaning` instead.
    joins
        Whether it takes several inputs.
    begins_stage
        Whether a new row begins with it where layers are shown: a weighted sum.
    is_shown
        Whether it has maps worth showing: not where the same numbers come out.
    is_titled_by_source
        Whether it works on each number, and is called after the layer that it works on.
    sees_all
        Whether each output depends on every place of the input.
    has_kernels
        Whether it learns kernels that move over maps.
    is_signed
        Whether numbers below 0 can come out whatever goes in: a weight may be below 0.
    normalizes_batch
        Whether it uses the mean and variance of a batch while training, and others after.
    """

    name: str
    inputs: tuple[str, ...] = ()

    key: ClassVar[str]
    word: ClassVar[str]
    title_text: ClassVar[str] = ""
    meaning_text: ClassVar[str] = ""
    joins: ClassVar[bool] = False
    begins_stage: ClassVar[bool] = False
    is_shown: ClassVar[bool] = True
    is_titled_by_source: ClassVar[bool] = False
    sees_all: ClassVar[bool] = False
    has_kernels: ClassVar[bool] = False
    is_signed: ClassVar[bool] = False
    normalizes_batch: ClassVar[bool] = False

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the shape that the layer makes of inputs of these shapes: the same.

        Raises
        ------
        CnnvizError
            ``layer_input_shape`` or another code, when they do not fit.
        """
        return inputs[0]

    @abstractmethod
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        """Return the torch module; only here and below torch is imported."""

    @abstractmethod
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return the layer's output as after training, in float32.

        Parameters
        ----------
        inputs
            One array an input.
        weights
            The layer's own numbers, by the names of `parameters` and `buffers`.

        Returns
        -------
        ndarray
            It may be an input itself, or a view of one: nobody writes to either.
        """

    def batch_statistics(self, inputs: Sequence[Array]) -> dict[str, Array]:
        """Return what the layer measures of a batch while training, by name.

        Together with its own numbers they are the ``weights`` of `forward`, which then
        computes as while training. Nothing, for a layer that computes the same then.

        Parameters
        ----------
        inputs
            One array an input, with the batch first.
        """
        return {}

    def title(self) -> LayerText:
        """Return what the layer is called over its maps."""
        return self.text(self.title_text)

    def meaning(self) -> LayerText:
        """Return a sentence or two on what the layer does."""
        return self.text(self.meaning_text)

    def text(self, text: str) -> LayerText:
        """Return a text with the numbers that it may name."""
        facts: dict[str, int | float] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "kernel":
                facts["height"], facts["width"] = value
            elif isinstance(value, int | float):
                facts[field.name] = value
        return LayerText(text, facts)

    def parameters(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        """Return name and shape of what the layer learns."""
        return {}

    def buffers(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        """Return name and shape of what it keeps beside that, and does not learn.

        A shape without axes is a counter: kept, but not one of the layer's numbers.
        """
        return {}

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return the multiplications, each with its addition, for one picture."""
        return 0

    def connections(self, inputs: Sequence[Shape]) -> int:
        """Return what flows into all units, bias included, as LeCun (1998) counts."""
        return 0

    def window(self, inputs: Sequence[Shape]) -> ConvSpec | None:
        """Return the window that moves over the maps; ``None`` where none does."""
        return None

    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        """Return which channels of each input some channels of the output are made of.

        Those of the same number, unless a kind says otherwise. Of a vector each number
        is a channel.

        Parameters
        ----------
        inputs
            Shapes of the inputs.
        channels
            intp, ascending.

        Returns
        -------
        tuple of ndarray
            Ascending as well, one array an input.
        """
        return (channels,) * len(inputs)

    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        """Whether an output can be below 0, given whether each input can."""
        return self.is_signed or any(inputs)

    @property
    def works_on_each(self) -> bool:
        """Whether each number is made of the one number in the same place."""
        return False

    @property
    def is_linear(self) -> bool:
        """Whether its numbers are weighted sums of those before it, after training."""
        return True

    @property
    def answer(self) -> AnswerKind:
        """What the numbers are when this is a network's last layer."""
        return "logits"

    def maps(self, shape: Shape) -> tuple[int, int, int]:
        """Return channels, height and width of an input.

        Raises
        ------
        CnnvizError
            ``layer_input_shape`` for a vector.
        """
        if len(shape) != 3:
            raise CnnvizError("layer_input_shape", layer=self.name, shape=shape)
        channels, height, width = shape
        return channels, height, width

    def check_units(self, units: int) -> None:
        """Refuse a layer that makes nothing.

        Raises
        ------
        CnnvizError
            ``layer_units_too_few``.
        """
        if units < 1:
            raise CnnvizError("layer_units_too_few", layer=self.name, units=units)
