"""What holds for most operations, so that each only says where it differs."""

from typing import TYPE_CHECKING

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations.protocol import Operation


class OperationDefaults:
    """A window without a kernel, on a picture in a padding of zeros."""

    __slots__ = ()

    if TYPE_CHECKING:  # a field elsewhere: to a dataclass it would be its default

        @property
        def input_chw(self) -> Array:
            """The numbers that are read."""

    @property
    def input_hw(self) -> Pair:
        """Height and width of the picture."""
        return self.input_chw.shape[1], self.input_chw.shape[2]

    @property
    def padding_cell(self) -> float:
        """What a cell of the padding holds: 0."""
        return 0.0

    @property
    def is_turned(self) -> bool:
        """Whether a kernel lies turned: there is none."""
        return False

    def thinned(self, every: int) -> "Operation | None":
        """Return nothing: fewer places are not much quicker."""
        del every
        return None

    def weights(self) -> tuple[tuple[str, Array], ...]:
        """Return nothing: there are no weights."""
        return ()
