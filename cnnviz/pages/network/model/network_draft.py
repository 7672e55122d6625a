"""A network that is being built: its layers need not fit together."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Final, TypeAlias

from cnnviz.engine.networks.layers import LAYER_KINDS, PICTURE, LayerSpec, Network
from cnnviz.engine.networks.layers.network import DIGITS, Normalization
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.networks.weights import Weights

Value: TypeAlias = (
    bool
    | int
    | float
    | str
    | tuple[int, ...]
    | tuple[tuple[int, ...], ...]
    | tuple[tuple[float, ...], ...]
    | None
)
"""What a field of a layer may hold."""

PICTURE_ID: Final = 0
"""In place of a layer's number: the picture itself."""

NOT_SETTINGS: Final = ("name", "inputs")
"""Fields of a layer's description that a draft keeps elsewhere."""


class Origin:
    """A network with its weights, of which a draft was made; compared by identity."""

    def __init__(self, network: Network, weights: Weights) -> None:
        self.network, self.weights = network, weights


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerDraft:
    """One layer as it was asked for, possible or not.

    Attributes
    ----------
    id
        Its number, which stays when it is moved or renamed; from 1.
    kind
        A key of ``LAYER_KINDS``.
    name
        What it is called; perhaps what no layer can be called.
    reads
        The numbers of the layers that it reads, all above it; `PICTURE_ID` for the
        picture.
    values
        Its settings by name, as its kind has them.
    """

    id: int
    kind: str
    name: str
    reads: tuple[int, ...]
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def spec_type(self) -> type[LayerSpec]:
        """The class that describes this kind of layer."""
        return LAYER_KINDS[self.kind]

    def value(self, field: str) -> Value:
        """Return one setting; ``None`` where the kind has none of this name."""
        return dict(self.values).get(field)

    def with_value(self, field: str, value: Value) -> "LayerDraft":
        """Return the layer with another value of a setting that it has."""
        values = tuple((key, value if key == field else v) for key, v in self.values)
        return replace(self, values=values)

    def spec(self, inputs: tuple[str, ...]) -> LayerSpec:
        """Return the layer's description.

        Raises
        ------
        CnnvizError
            Where no input could make its settings possible.
        """
        return _spec(self, inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkDraft:
    """A network that is being built.

    Attributes
    ----------
    name, title, input_chw, normalization, labels
        As in `Network`.
    layers
        In order; each reads layers above it, or the picture.
    origin
        The network that it began as: its layers have the numbers from 1, in order.
    """

    name: str
    title: str
    input_chw: tuple[int, int, int] = (1, 28, 28)
    normalization: Normalization | tuple[Normalization, ...] = (0.0, 1.0)
    labels: tuple[str, ...] = DIGITS
    layers: tuple[LayerDraft, ...] = ()
    origin: Origin | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        """The layers' numbers, in order."""
        return tuple(layer.id for layer in self.layers)

    @property
    def new_id(self) -> int:
        """A number that no layer has or had at the beginning."""
        began = 0 if self.origin is None else len(self.origin.network.layers)
        return max((began, *self.ids)) + 1

    @property
    def is_as_begun(self) -> bool:
        """Whether it is the network that it began as, or began as none."""
        origin = self.origin
        if origin is None:
            return True
        return replace(draft_of(origin.network), origin=origin) == self

    def layer(self, layer_id: int) -> LayerDraft | None:
        """Return the layer of that number, if it is still there."""
        return next((one for one in self.layers if one.id == layer_id), None)

    def place(self, layer_id: int) -> int:
        """Return where a layer stands, 0 the first; -1 for the picture and what is gone."""
        return self.ids.index(layer_id) if layer_id in self.ids else -1

    def input_names(self, layer: LayerDraft) -> tuple[str, ...]:
        """Return the names of what a layer reads."""
        names = {one.id: one.name for one in self.layers} | {PICTURE_ID: PICTURE}
        return tuple(names[read] for read in layer.reads)

    @property
    def origin_names(self) -> dict[str, str]:
        """What each layer that was there at the beginning was called then."""
        if self.origin is None:
            return {}
        began = self.origin.network.layers
        return {
            layer.name: began[layer.id - 1].name
            for layer in self.layers
            if layer.id <= len(began)
        }

    def with_layers(self, specs: Sequence[LayerSpec]) -> Network:
        """Return a network with this draft's input and classes, and these layers.

        A layer that names the layer before it, and no other, reads it without a name.
        """
        before = (PICTURE, *(spec.name for spec in specs))
        layers = tuple(
            replace(spec, inputs=()) if spec.inputs == (name,) else spec
            for name, spec in zip(before, specs, strict=False)
        )
        return Network(
            name=self.name,
            title=self.title,
            input_chw=self.input_chw,
            normalization=self.normalization,
            labels=self.labels,
            layers=layers,
        )


@lru_cache(maxsize=1024)
def _spec(layer: LayerDraft, inputs: tuple[str, ...]) -> LayerSpec:
    """Return a layer's description; remembered, as most layers stay as they are."""
    made: LayerSpec = layer.spec_type(
        name=layer.name, inputs=inputs, **dict(layer.values)
    )
    return made


def draft_of(network: Network, weights: Weights | None = None) -> NetworkDraft:
    """Return a network as a draft; what stays of it keeps its weights.

    Raises
    ------
    CnnvizError
        What `layer_inputs` raises.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> draft = draft_of(network("lenet5"))
    >>> draft.layers[0].name, draft.layers[0].reads, draft.layers[0].value("kernel")
    ('c1', (0,), (5, 5))
    """
    layers = tuple(
        LayerDraft(
            id=place + 1,
            kind=layer.key,
            name=layer.name,
            reads=tuple(read + 1 for read in reads),
            values=settings_of(layer),
        )
        for place, (layer, reads) in enumerate(
            zip(network.layers, layer_inputs(network), strict=True)
        )
    )
    return NetworkDraft(
        name=network.name,
        title=network.title,
        input_chw=network.input_chw,
        normalization=network.normalization,
        labels=network.labels,
        layers=layers,
        origin=None if weights is None else Origin(network, weights),
    )


def settings_of(layer: LayerSpec) -> tuple[tuple[str, Value], ...]:
    """Return the settings of a layer by name: all but its name and inputs."""
    names = [field.name for field in fields(layer)]
    return tuple(
        (name, getattr(layer, name)) for name in names if name not in NOT_SETTINGS
    )
