"""How much an ONNX file describes, counted before the library reads it.

Protocol buffers are small on the disk and large once read: two bytes can stand for an
empty node of eighty. So weights, which stay as large as they are, may be many; all
else may not.
"""

from typing import Final

from cnnviz.engine.errors import CnnvizError

MOST_DESCRIBED: Final = 4 * 2**20
"""Bytes beside the weights; GoogLeNet has 60,000."""

MOST_FIELDS: Final = 200_000
"""Fields of the model, its graph and its tensors that are walked over."""

MOST_NODES: Final = 5_000

# Where the weights lie: field 7 of a model is its graph, 5 of a graph a tensor, and 4, 9
# and 10 of a tensor its numbers, as floats, as bytes and as doubles.
_INSIDE: Final = {
    ("model", 7): "graph",
    ("graph", 5): "tensor",
    ("tensor", 4): "numbers",
    ("tensor", 9): "numbers",
    ("tensor", 10): "numbers",
}
_NODE: Final = ("graph", 1)
_FIXED: Final = {1: 8, 5: 4}
"""Bytes of the kinds of field that always have as many."""


def check_wire(data: bytes, file: str) -> None:
    """Refuse what is no protocol buffer, or describes too much.

    Parameters
    ----------
    data
        The file.
    file
        What it is called in the refusal.

    Raises
    ------
    CnnvizError
        ``onnx_damaged`` or ``onnx_too_long``.
    """
    weights = fields = nodes = 0
    parts = [(0, len(data), "model")]
    try:
        while parts:
            at, end, kind = parts.pop()
            while at < end:
                field, begin, at = _next_field(data, at)
                inside = _INSIDE.get((kind, field))
                if inside == "numbers":
                    weights += at - begin
                elif inside and begin < at <= end:
                    parts.append((begin, at, inside))
                fields += 1
                nodes += (kind, field) == _NODE
                if fields > MOST_FIELDS or nodes > MOST_NODES:
                    raise _too_long(file)
            if at > end:
                raise CnnvizError("onnx_damaged", file=file)
    except (IndexError, ValueError) as error:
        raise CnnvizError("onnx_damaged", file=file) from error
    if len(data) - weights > MOST_DESCRIBED:
        raise _too_long(file)


def _next_field(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the number of a field, where its content begins, and where it ends."""
    key, at = _varint(data, at)
    kind = key & 7
    if kind == 0:
        return key >> 3, at, _varint(data, at)[1]
    if kind == 2:
        length, at = _varint(data, at)
        return key >> 3, at, at + length
    if kind not in _FIXED:
        raise ValueError(kind)
    return key >> 3, at, at + _FIXED[kind]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a whole number, seven bits a byte, and where it ends.

    Examples
    --------
    >>> _varint(bytes([0xAC, 0x02]), 0)
    (300, 2)
    """
    value = 0
    for shift in range(0, 70, 7):
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
    raise ValueError(at)


def _too_long(file: str) -> CnnvizError:
    return CnnvizError(
        "onnx_too_long", file=file, nodes=MOST_NODES, limit=MOST_DESCRIBED // 2**20
    )
