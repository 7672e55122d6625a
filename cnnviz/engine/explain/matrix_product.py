"""A convolution as one matrix product: each window a row, each kernel a column."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Conv2d, Linear, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.units import check_layer, check_place
from cnnviz.engine.networks.units.parts import At


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MatrixProduct:
    """The sums of a layer as ``patches @ kernels + bias``.

    Of a convolution in groups it is that of one group. Where a table joins the maps,
    kernels hold 0 for those that are not joined. A dense layer has one row: its whole
    input.

    Attributes
    ----------
    patches
        float32, ``places x cells``: the numbers under the window, place after place.
    kernels
        float32, ``cells x outputs``: the weights, one output map a column.
    bias
        float32, one number an output map; a 0 for all where there is none.
    places_hw
        Rows and columns of an output map.
    patch_shape
        Channels, rows and columns of one patch, in the order of its cells.
    first_channel, first_output
        The first input map and the first output map of the group.
    """

    patches: Array
    kernels: Array
    bias: Array
    places_hw: Pair
    patch_shape: tuple[int, int, int]
    first_channel: int = 0
    first_output: int = 0

    @property
    def product(self) -> Array:
        """What the layer computes: float32, ``places x outputs``."""
        sums: Array = self.patches @ self.kernels + self.bias
        return sums

    def entry(self, at: At) -> tuple[int, int]:
        """Return the row of patches and the column of kernels that make a number."""
        output, *place = at
        row, column = place or (0, 0)
        return row * self.places_hw[1] + column, output - self.first_output

    def place(self, row: int) -> Pair:
        """Return which place of the output a row of patches belongs to."""
        return divmod(row, self.places_hw[1])

    def cell(self, index: int) -> tuple[int, int, int]:
        """Return the input map that a cell of a patch is of, and its place in the kernel."""
        _, height, width = self.patch_shape
        channel, within = divmod(index, height * width)
        return channel + self.first_channel, *divmod(within, width)


def as_matrices(
    network: Network,
    weights: Mapping[str, Array],
    trace: Trace,
    layer: str,
    output: int = 0,
) -> MatrixProduct:
    """Write the sums of a layer as a matrix product.

    Parameters
    ----------
    network, weights
        The description, and every number of it.
    trace
        What the network made of a picture.
    layer
        The name of a convolution or a dense layer.
    output
        The map whose group is meant.

    Raises
    ------
    CnnvizError
        ``layer_unknown``, ``layer_without_kernels`` or ``unit_beyond``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.engine.networks.forward import ForwardPass
    >>> from cnnviz.engine.networks.seeded_weights import seeded_weights
    >>> lenet5 = network("lenet5")
    >>> weights = seeded_weights(lenet5)
    >>> trace = ForwardPass(lenet5, weights).trace(np.zeros((28, 28), np.uint8))
    >>> matrices = as_matrices(lenet5, weights, trace, "c3")
    >>> matrices.patches.shape, matrices.kernels.shape
    ((100, 150), (150, 16))
    """
    check_layer(network, layer)
    index = [one.name for one in network.layers].index(layer)
    spec = network.layers[index]
    source = layer_inputs(network)[index][0]
    values = trace.input_chw if source < 0 else trace.layers[source].values
    check_place(layer, (output,), trace.layers[index].values.shape[:1])
    if not isinstance(spec, Conv2d | Linear):
        raise CnnvizError("layer_without_kernels", layer=layer)
    weight = weights[f"{layer}.weight"]
    bias = weights[f"{layer}.bias"] if spec.bias else np.zeros(1, np.float32)
    if isinstance(spec, Conv2d):
        return _of_convolution(spec, values, weight, bias, output)
    return MatrixProduct(
        patches=values[np.newaxis],
        kernels=weight.T,
        bias=bias,
        places_hw=(1, 1),
        patch_shape=(len(values), 1, 1),
    )


def _of_convolution(
    spec: Conv2d, values: Array, weight: Array, bias: Array, output: int
) -> MatrixProduct:
    channels, outputs = len(values) // spec.groups, spec.channels // spec.groups
    group = output // outputs
    cells = spec.windows_of(values[np.newaxis])[0]
    cells = cells[group * channels : (group + 1) * channels]
    made = slice(group * outputs, (group + 1) * outputs)
    kernels = spec.kernels_oikk(weight, len(values))[made].reshape(outputs, -1).T
    return MatrixProduct(
        patches=np.ascontiguousarray(cells.reshape(len(kernels), -1).T),
        kernels=np.ascontiguousarray(kernels),
        bias=bias[made] if spec.bias else bias,
        places_hw=(cells.shape[-2], cells.shape[-1]),
        patch_shape=(channels, *spec.kernel),
        first_channel=group * channels,
        first_output=made.start,
    )
