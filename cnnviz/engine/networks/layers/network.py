"""A network described as plain data: layers that name their inputs."""

from dataclasses import dataclass
from typing import Final, cast

from cnnviz.engine.networks.layers.layer_spec import AnswerKind, LayerSpec

PICTURE = "input"
"""The name by which a layer asks for the picture itself."""

DIGITS: Final = tuple("0123456789")

Normalization = tuple[float, float]
"""Mean and standard deviation on the 0..1 scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A feed-forward network: layers in order, the last of which answers.

    Attributes
    ----------
    name
        The key by which the command line and weight files call it, e.g. ``lenet5``.
    title
        The name to show, e.g. ``LeNet-5`` (a proper name: never translated).
    input_chw
        Channels, height and width of one input.
    normalization
        Mean and standard deviation on the 0..1 scale, one pair for all channels or a
        pair for each: the network sees ``(pixel / 255 - mean) / deviation``.
    labels
        One label a class.
    layers
        Each reads the layer before it, or those that it names.
    drawings
        Whether its pictures are drawings that are prepared as MNIST's digits are, whatever
        they show; known of a network of digits.
    """

    name: str
    title: str
    input_chw: tuple[int, int, int]
    normalization: Normalization | tuple[Normalization, ...]
    labels: tuple[str, ...]
    layers: tuple[LayerSpec, ...]
    drawings: bool = False

    @property
    def channel_normalizations(self) -> tuple[Normalization, ...]:
        """Mean and standard deviation of each channel of the input."""
        first, *_ = self.normalization
        if isinstance(first, tuple):
            return cast("tuple[Normalization, ...]", self.normalization)
        return (cast("Normalization", self.normalization),) * self.input_chw[0]

    @property
    def picture_shape(self) -> tuple[int, ...]:
        """Shape of the uint8 picture that it reads: ``H x W``, in colour ``C x H x W``."""
        channels, height, width = self.input_chw
        return (height, width) if channels == 1 else self.input_chw

    @property
    def has_kernels(self) -> bool:
        """Whether kernels move over its pictures: a network of sums alone has none."""
        return any(layer.has_kernels for layer in self.layers)

    @property
    def normalizes_batch(self) -> bool:
        """Whether it computes otherwise while training than after, dropout aside."""
        return any(layer.normalizes_batch for layer in self.layers)

    @property
    def reads_digits(self) -> bool:
        """Whether its pictures are handwritten digits, centred as MNIST's are."""
        return self.input_chw == (1, 28, 28) and self.labels == DIGITS

    @property
    def reads_drawings(self) -> bool:
        """Whether a picture's ink is fitted and centred for it, as MNIST's is."""
        return self.reads_digits or (self.drawings and self.input_chw == (1, 28, 28))

    @property
    def answer(self) -> AnswerKind:
        """What the numbers of the last layer are."""
        return self.layers[-1].answer
