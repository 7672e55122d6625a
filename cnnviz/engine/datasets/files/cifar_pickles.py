"""A batch of CIFAR-10 as it was published for Python: a pickle, and nothing of it is run.

A pickle is a list of small operations, and can ask for any function to be called. Here
they are followed one by one on a stack of our own: lists, texts and numbers are made,
and the four functions by which NumPy's arrays are pickled are names for what *we* do.
Any other name ends the reading; Python's own unpickling is not used.
"""

import math
import pickletools
import re
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import shown

_PIXELS: Final = 3 * 32 * 32
_MOST_OPERATIONS: Final = 2**20
"""A published batch has some 60,000."""

_CONSTANTS: Final = re.compile(
    r"(LONG_?|SHORT_?)?(BIN)?(INT|LONG|STRING|UNICODE|BYTES|FLOAT)[1248]?|BYTEARRAY8"
)
_SILENT: Final = ("PROTO", "FRAME")
_FIXED: Final = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False, "EMPTY_TUPLE": ()}
_NAMES: Final = re.compile(
    r"numpy (ndarray|dtype)|numpy\._?core\.(multiarray (_reconstruct|scalar)"
    r"|numeric _frombuffer)|_codecs encode"
)
"""Module and name of what a pickled array asks for."""

_Held = Any
"""Whatever a pickle holds: what it is, is seen when it is used."""

_KIND: Final = re.compile(r"[iu][1248]")


class _OtherwiseError(ValueError):
    """A pickle is not as an array's is."""


@dataclass(slots=True)
class _Name:
    """A function that a pickle asks for; it stays a name."""

    name: str


@dataclass(slots=True)
class _Kind:
    """What NumPy calls a dtype."""

    name: str
    order: str = "|"

    def build(self, state: _Held) -> None:
        self.order = str(state[1]) if state[1] in "<>|" else "|"

    def read(self, data: bytes) -> NDArray[Any]:
        if not _KIND.fullmatch(self.name):
            raise _OtherwiseError(f"an array is of {shown(self.name, 20)}")
        return np.frombuffer(data, np.dtype(self.order.replace("|", "") + self.name))


@dataclass(slots=True)
class _Array:
    """An array, as far as it has been told of."""

    values: NDArray[Any] | None = None

    def build(self, state: _Held) -> None:
        _version, shape, kind, by_columns, data = state
        self.values = _array(shape, kind, data, by_columns=bool(by_columns))


def read_pickled_batch(data: bytes, file: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the pixels and the classes of a batch.

    Parameters
    ----------
    data
        The whole pickle, of any protocol.
    file
        What to call it in errors.

    Returns
    -------
    tuple of arrays
        uint8 ``N x 3 x 32 x 32`` and int64 ``N``; the classes are not checked.

    Raises
    ------
    CnnvizError
        ``pickle_runs_code`` with what it asks for, or ``cifar_damaged``.
    """
    try:
        held = _Machine(data, file).run()
        if not isinstance(held, dict):
            raise _OtherwiseError("it holds no dictionary")
        named = {_text(key): value for key, value in held.items()}
        if missing := {"data", "labels"} - named.keys():
            raise _OtherwiseError(f"it has no {min(missing)}")
        pixels, labels = named["data"], named["labels"]
        images = pixels.values if isinstance(pixels, _Array) else None
        if images is None or images.dtype != np.uint8:
            raise _OtherwiseError("its data are no array of bytes")
        count = images.size // _PIXELS
        if images.shape not in ((count, _PIXELS), (count, 3, 32, 32)):
            raise _OtherwiseError(
                f"its data are {' × '.join(map(str, images.shape))}, not N × {_PIXELS}"
            )
        labels_n = _whole_numbers(labels)
        if len(labels_n) != count:
            raise CnnvizError(
                "labels_differ_from_pictures", pictures=count, labels=len(labels_n)
            )
        return images.reshape(count, 3, 32, 32), labels_n
    except CnnvizError:
        raise
    # What pickletools raises, and what a stack does that lacks something.
    except (_OtherwiseError, UnicodeError) as error:
        raise CnnvizError("cifar_damaged", file=file, reason=str(error)) from error
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        why = "it is no pickle of a batch, or cut short"
        raise CnnvizError("cifar_damaged", file=file, reason=why) from error


def _whole_numbers(labels: object) -> NDArray[np.int64]:
    if isinstance(labels, _Array) and labels.values is not None:
        labels = labels.values.ravel().tolist()
    if not isinstance(labels, list):
        raise _OtherwiseError("its labels are no list")
    for place, label in enumerate(labels):
        if type(label) is not int or not 0 <= label < 256:
            raise _OtherwiseError(f"its label {place} is no class from 0 to 9")
    return np.array(labels, np.int64)


class _Machine:
    """The stack and the memo of a pickle."""

    def __init__(self, data: bytes, file: str) -> None:
        self._data = data
        self._file = file
        self._stack: list[Any] = []
        self._marks: list[list[Any]] = []
        self._memo: dict[int, Any] = {}
        self._encoded = 0

    def run(self) -> object:
        """Follow all operations, and return what is left."""
        for count, (operation, argument, _) in enumerate(
            pickletools.genops(self._data)
        ):
            if count > _MOST_OPERATIONS:
                raise _OtherwiseError(f"it has more than {_MOST_OPERATIONS} operations")
            name = operation.name
            if _CONSTANTS.fullmatch(name):
                self._stack.append(argument)
            elif name in _FIXED:
                self._stack.append(_FIXED[name])
            elif name not in _SILENT and name != "STOP":
                self._do(name, argument)
        return self._stack.pop()

    def _do(self, name: str, argument: _Held) -> None:
        stack = self._stack
        match name:
            case "MARK":
                self._marks.append(stack)
                self._stack = []
            case "EMPTY_LIST":
                stack.append([])
            case "EMPTY_DICT":
                stack.append({})
            case "LIST" | "TUPLE":
                held = self._after_mark()
                self._stack.append(held if name == "LIST" else tuple(held))
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                first = len(stack) - int(name[-1])
                if first < 0:
                    raise IndexError(name)
                stack[first:] = [tuple(stack[first:])]
            case "APPEND":
                one = stack.pop()
                stack[-1].append(one)
            case "APPENDS":
                held = self._after_mark()
                self._stack[-1].extend(held)
            case "DICT" | "SETITEM" | "SETITEMS":
                self._set(name)
            case "PUT" | "BINPUT" | "LONG_BINPUT":
                self._memo[argument] = stack[-1]
            case "MEMOIZE":
                self._memo[len(self._memo)] = stack[-1]
            case "GET" | "BINGET" | "LONG_BINGET":
                stack.append(self._memo[argument])
            case "GLOBAL":
                stack.append(self._name(str(argument)))
            case "STACK_GLOBAL":
                asked, module = stack.pop(), stack.pop()
                stack.append(self._name(f"{module} {asked}"))
            case "REDUCE":
                given, function = stack.pop(), stack.pop()
                stack.append(self._made(function, given))
            case "BUILD":
                state = stack.pop()
                stack[-1].build(state)
            case _:
                raise self._refused(name)

    def _after_mark(self) -> list[Any]:
        held, self._stack = self._stack, self._marks.pop()
        return held

    def _set(self, name: str) -> None:
        if name == "SETITEM":
            value, key = self._stack.pop(), self._stack.pop()
            held = [key, value]
        else:
            held = self._after_mark()
        if name == "DICT":
            self._stack.append({})
        for key, value in zip(held[::2], held[1::2], strict=True):
            # Others may take any time to be looked up, as tuples of tuples do.
            self._stack[-1][_text(key)] = value

    def _name(self, asked: str) -> _Name:
        if not _NAMES.fullmatch(asked):
            raise self._refused(asked.replace(" ", "."))
        return _Name(asked.rpartition(" ")[2])

    def _refused(self, call: str) -> CnnvizError:
        return CnnvizError("pickle_runs_code", file=self._file, call=shown(call, 60))

    def _made(self, function: _Held, given: _Held) -> object:
        """Do what NumPy would have done."""
        match function.name, given:
            case "encode", (str(text), "latin1" | "latin-1"):
                self._encoded += len(text)
                if self._encoded > 2 * len(self._data):
                    raise _OtherwiseError("it holds more than it has bytes")
                return text.encode("latin-1")
            case "encode", ():  # an empty text
                return b""
            case "dtype", (str(kind), *_):
                return _Kind(kind)
            case "_reconstruct", _:
                return _Array()
            case "_frombuffer", (data, kind, shape, order):
                return _Array(_array(shape, kind, data, by_columns=order == "F"))
            case "scalar", (kind, data):
                return int(kind.read(data)[0])
        raise _OtherwiseError("an array is not as NumPy pickles it")


def _array(shape: _Held, kind: _Held, data: _Held, *, by_columns: bool) -> NDArray[Any]:
    if isinstance(data, str):  # Python 2's texts are bytes
        data = data.encode("latin-1")
    sides = [side for side in shape if type(side) is int and side >= 0]
    values: NDArray[Any] = kind.read(bytes(data))
    if len(sides) != len(shape) or math.prod(sides) != len(values):
        raise _OtherwiseError("an array has another number of bytes than it says")
    return values.reshape(sides, order="F" if by_columns else "C")


def _text(key: object) -> str:
    if isinstance(key, bytes):
        return key.decode("latin-1")
    if not isinstance(key, str):
        raise _OtherwiseError("a key is no text")
    return key
