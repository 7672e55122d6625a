"""The parts of an ONNX file, looked at before they are used: model, numbers, settings."""

from math import isfinite, prod
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as
from cnnviz.engine.networks.files.onnx.versions import FORMATS, OPSETS, require_onnx
from cnnviz.engine.networks.files.onnx.wire import check_wire
from cnnviz.engine.shown_text import shown

if TYPE_CHECKING:
    from onnx import AttributeProto, ModelProto, NodeProto, TensorProto

MOST_BYTES: Final = 2**30
"""Of a file; AlexNet has a quarter of that."""

_LONGEST_NAME: Final = 40

# ONNX's number of a type: what NumPy calls it, and the field that holds it where the
# bytes are not given raw (halves lie in whole numbers there).
_TYPES: Final = {
    1: ("<f4", "float_data"),
    6: ("<i4", "int32_data"),
    7: ("<i8", "int64_data"),
    10: ("<f2", "int32_data"),
    11: ("<f8", "double_data"),
}
FLOATS: Final = (1, 10, 11, 16)
"""ONNX's numbers of types with digits after the point: single, half, double, bfloat16."""

WHOLES: Final = (6, 7)
"""Those of whole numbers, of 32 and of 64 bits."""

_EXTERNAL: Final = 1
_MOST_AXES: Final = 8


def short(name: str) -> str:
    """Return a name of a file as it can stand in a sentence."""
    return shown(name, _LONGEST_NAME)


def read_model(path: Path) -> "ModelProto":
    """Return what an ONNX file holds; no other file is opened.

    Raises
    ------
    CnnvizError
        ``onnx_missing``, what `check_file` and `check_wire` raise, ``onnx_too_large``,
        ``onnx_damaged``, ``onnx_version`` or ``onnx_elsewhere``.
    """
    require_onnx()
    from google.protobuf.message import DecodeError
    from onnx import ModelProto

    file, size = short(path.name), check_file(path)
    if size > MOST_BYTES:
        raise CnnvizError(
            "onnx_too_large", file=file, size=size >> 20, limit=MOST_BYTES >> 20
        )
    with failing_as("file_unreadable", str(path)):
        data = path.read_bytes()
    check_wire(data, file)
    try:
        model: ModelProto = ModelProto.FromString(data)
    except DecodeError as error:
        raise CnnvizError("onnx_damaged", file=file) from error
    if not model.HasField("graph"):
        raise CnnvizError("onnx_damaged", file=file)
    if model.ir_version not in FORMATS or opset_of(model) not in OPSETS:
        raise CnnvizError(
            "onnx_version",
            file=file,
            format=model.ir_version,
            opset=opset_of(model),
            formats=f"{FORMATS[0]}–{FORMATS[-1]}",
            opsets=f"{OPSETS[0]}–{OPSETS[-1]}",
        )
    for tensor in model.graph.initializer:
        check_is_here(tensor, file)
    return model


def opset_of(model: "ModelProto") -> int:
    """Return the version of ONNX's own operators; 0 where the file does not say."""
    return max((o.version for o in model.opset_import if not o.domain), default=0)


def check_is_here(tensor: "TensorProto", file: str) -> None:
    """Refuse numbers that lie in another file.

    Raises
    ------
    CnnvizError
        ``onnx_elsewhere``.
    """
    if tensor.data_location == _EXTERNAL or len(tensor.external_data):
        raise CnnvizError("onnx_elsewhere", file=file, tensor=short(tensor.name))


def numbers_of(tensor: "TensorProto", file: str) -> NDArray[np.generic]:
    """Return the numbers of a tensor in its shape, floating-point ones as float32.

    Raises
    ------
    CnnvizError
        ``onnx_elsewhere``, ``onnx_number_type``, ``onnx_numbers`` (not as many as
        its shape says) or ``onnx_damaged``.
    """
    check_is_here(tensor, file)
    name, dims = short(tensor.name), tuple(tensor.dims)
    if tensor.data_type not in _TYPES:
        raise CnnvizError(
            "onnx_number_type", file=file, tensor=name, kind=_type_name(tensor)
        )
    if len(dims) > _MOST_AXES or any(size < 0 for size in dims):
        raise CnnvizError("onnx_damaged", file=file)
    kind, field = _TYPES[tensor.data_type]
    if tensor.HasField("raw_data"):
        # Of its own memory, so that it can be written to.
        values = np.frombuffer(bytearray(tensor.raw_data), kind)
    else:
        given = np.array(getattr(tensor, field))
        values = given.astype("<u2").view(kind) if kind == "<f2" else given.astype(kind)
    if values.size != prod(dims):
        raise CnnvizError(
            "onnx_numbers",
            file=file,
            tensor=name,
            expected=prod(dims),
            found=values.size,
        )
    if np.issubdtype(values.dtype, np.floating):
        with np.errstate(over="ignore"):  # what is infinite then is refused
            values = values.astype(np.float32, copy=False)
    return values.reshape(dims)


def _type_name(tensor: "TensorProto") -> str:
    names: dict[int, str] = {number: name for name, number in tensor.DataType.items()}
    return names.get(tensor.data_type, str(tensor.data_type))


class Settings:
    """The attributes of a node; asking for one of another type is a ValueError.

    Parameters
    ----------
    node
        The node.
    """

    def __init__(self, node: "NodeProto") -> None:
        self._by_name: dict[str, AttributeProto] = {
            attribute.name: attribute for attribute in node.attribute
        }

    def _of(self, name: str, kind: str) -> "AttributeProto | None":
        found = self._by_name.get(name)
        if found is not None and found.type != found.AttributeType.Value(kind):
            raise ValueError(name)
        return found

    def whole(self, name: str, default: int) -> int:
        """Return a whole number."""
        found = self._of(name, "INT")
        return default if found is None else found.i

    def wholes(self, name: str, default: tuple[int, ...] = ()) -> tuple[int, ...]:
        """Return whole numbers."""
        found = self._of(name, "INTS")
        return default if found is None else tuple(found.ints)

    def number(self, name: str, default: float) -> float:
        """Return a number, as few digits of it as single precision needs."""
        found = self._of(name, "FLOAT")
        return default if found is None else plain(found.f)

    def text(self, name: str, default: str) -> str:
        """Return a text."""
        found = self._of(name, "STRING")
        return default if found is None else found.s.decode("utf-8", "replace")

    def constant(self, file: str) -> NDArray[np.generic] | None:
        """Return what a node of the kind ``Constant`` holds."""
        if tensor := self._of("value", "TENSOR"):
            return numbers_of(tensor.t, file)
        for name, kind in (("value_int", "INT"), ("value_ints", "INTS")):
            if found := self._of(name, kind):
                return np.array(found.i if kind == "INT" else found.ints, np.int64)
        for name, kind in (("value_float", "FLOAT"), ("value_floats", "FLOATS")):
            if found := self._of(name, kind):
                return np.array(found.f if kind == "FLOAT" else found.floats, "<f4")
        return None


def plain(value: float) -> float:
    """Return the number of fewest digits that is the same in single precision.

    Raises
    ------
    ValueError
        When it is not finite.

    Examples
    --------
    >>> plain(0.009999999776482582)
    0.01
    """
    if not isfinite(value):
        raise ValueError(value)
    return float(str(np.float32(value)))
