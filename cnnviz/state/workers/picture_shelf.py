"""Pictures put away on the disk, in a file without a name that ends with the program."""

import errno
import logging
import shutil
import tempfile
import threading
import weakref
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.picture.shared_picture import SharedPicture

T = TypeVar("T", bound=np.generic)

_log = logging.getLogger(__name__)

SPARED_BYTES: Final = 1024**3
"""What is left free on the disk: a full one would hurt more than a full memory."""

_NOTHING: Final = np.empty((0, 0, 0), np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """Where an array lies in the file."""

    offset: int
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Shelved:
    """Where a picture lies in the file of a `PictureShelf`.

    Attributes
    ----------
    rest
        All that is no array.
    places
        Of its pixels, its ink, its numbers; ``None`` for what it has not.
    """

    rest: SharedPicture
    places: tuple[_Place | None, ...]


class PictureShelf:
    """Puts pictures away, and brings them back as they were; for several threads."""

    def __init__(self) -> None:
        # Pictures are put away in one thread and fetched in another.
        self._lock = threading.Lock()
        self._file: Any = None
        self._end = 0
        self._held: weakref.WeakSet[Shelved] = weakref.WeakSet()

    def put(self, shared: SharedPicture) -> Shelved | None:
        """Write a picture; ``None`` where the disk has no room for it."""
        try:
            with self._lock:
                return self._put(shared)
        except OSError as error:
            _log.warning("pictures of undo steps stay in memory: %s", error)
            return None

    def _put(self, shared: SharedPicture) -> Shelved:
        arrays = (shared.picture.pixels_chw, shared.ink_hw, shared.numbers_chw)
        self._make_room(sum(array.nbytes for array in arrays if array is not None))
        begin = self._end
        try:
            places = tuple(map(self._write, arrays))
        except OSError:
            self._end = begin
            raise
        rest = replace(
            shared,
            picture=replace(shared.picture, pixels_chw=_NOTHING),
            ink_hw=None,
            numbers_chw=None,
        )
        shelved = Shelved(rest, places)
        self._held.add(shelved)
        return shelved

    def get(self, shelved: Shelved) -> SharedPicture:
        """Return a picture that was put away.

        Raises
        ------
        CnnvizError
            ``undo_picture_lost``.
        """
        pixels, ink, numbers = shelved.places
        assert pixels is not None
        try:
            with self._lock:
                pixels_chw = self._read(pixels, np.uint8)
                ink_hw = None if ink is None else self._read(ink, np.uint8)
                numbers_chw = (
                    None if numbers is None else self._read(numbers, np.float32)
                )
        except (OSError, ValueError) as error:
            raise CnnvizError("undo_picture_lost") from error
        picture = replace(shelved.rest.picture, pixels_chw=pixels_chw)
        return replace(
            shelved.rest, picture=picture, ink_hw=ink_hw, numbers_chw=numbers_chw
        )

    def close(self) -> None:
        """Give the file up, and the disk's room with it."""
        with self._lock:
            if self._file is None:
                return
            try:
                self._file.close()
            except OSError as error:  # the disk has gone: so has the room
                _log.warning("the file of undo steps was not closed: %s", error)

    def _make_room(self, count: int) -> None:
        folder = _folder()
        if shutil.disk_usage(folder).free < count + SPARED_BYTES:
            raise OSError(
                errno.ENOSPC, "too little is free for pictures to be put away"
            )
        if self._file is None:
            # No name, so that nothing is left behind whatever ends the program.
            self._file = tempfile.TemporaryFile(buffering=0, dir=folder)  # noqa: SIM115
        elif not self._held:  # no undo step comes back to any of them
            self._end = 0
            self._file.truncate(0)

    def _write(self, array: NDArray[Any] | None) -> _Place | None:
        if array is None:
            return None
        offset = self._end
        left = np.ascontiguousarray(array).data.cast("B")
        self._file.seek(offset)
        while left:
            left = left[self._file.write(left) :]
        self._end += array.nbytes
        return _Place(offset, array.shape)

    def _read(self, place: _Place, kind: type[T]) -> NDArray[T]:
        array = np.empty(place.shape, kind)
        left = array.data.cast("B")
        self._file.seek(place.offset)
        while left:
            count = self._file.readinto(left)
            if not count:
                raise OSError(errno.EIO, "the file ends before the picture")
            left = left[count:]
        return array


def _folder() -> Path:
    folder = user_cache_path("cnnviz", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
