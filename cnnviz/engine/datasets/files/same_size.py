"""Pictures of files, gathered to one array: of one size and with as many channels."""

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.choice.fitting import Fit
from cnnviz.engine.datasets.idx import MAX_BYTES
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import prepare_picture
from cnnviz.engine.images.resizing import crop, middle, resize


class SameSize:
    """Takes one picture after another.

    Parameters
    ----------
    fit
        What they are brought to; ``None`` leaves them as they are and refuses one of
        another size than the first.
    """

    def __init__(self, fit: Fit | None) -> None:
        self._fit = fit
        self._images: list[NDArray[np.uint8]] = []
        self._first = ""
        self._bytes = 0
        self._changed = 0

    def add(self, picture: Picture) -> None:
        """Take a picture.

        Raises
        ------
        CnnvizError
            ``pictures_of_other_size`` or ``pictures_too_large``.
        """
        if self._fit is not None:
            pixels_chw = self._fitted(picture, self._fit)
        else:
            pixels_chw = picture.pixels_chw
            size = self._images[0].shape[1:] if self._images else pixels_chw.shape[1:]
            if pixels_chw.shape[1:] != size:
                raise CnnvizError(
                    "pictures_of_other_size",
                    file=picture.name,
                    found=" × ".join(map(str, pixels_chw.shape[1:])),
                    first=self._first,
                    size=" × ".join(map(str, size)),
                )
        self._first = self._first or picture.name
        self._bytes += pixels_chw.nbytes
        if self._bytes > MAX_BYTES:
            raise CnnvizError(
                "pictures_too_large",
                file=picture.name,
                count=len(self._images),
                limit=MAX_BYTES,
            )
        self._images.append(pixels_chw)

    def stacked(self) -> NDArray[np.uint8]:
        """Return all pictures: ``N x H x W`` where all are grey, else ``N x 3 x H x W``."""
        channels = max(map(len, self._images), default=1)
        size = self._images[0].shape[1:]
        stacked = np.empty((len(self._images), channels, *size), np.uint8)
        for place, pixels_chw in enumerate(self._images):
            stacked[place] = pixels_chw  # grey is alike in all channels
        self._images.clear()
        return stacked[:, 0] if channels == 1 else stacked

    def notes(self, name: str) -> list[CnnvizError]:
        """Return what has to be said of them."""
        if self._fit is None or not self._changed:
            return []
        size = " × ".join(map(str, self._fit.picture_chw))
        return [
            CnnvizError("pictures_resized", name=name, count=self._changed, size=size)
        ]

    def _fitted(self, picture: Picture, fit: Fit) -> NDArray[np.uint8]:
        channels, height, width = fit.picture_chw
        if picture.size_hw == (height, width):
            same = picture.to_grey() if channels == 1 else picture.to_rgb()
            self._changed += len(picture.pixels_chw) != channels
            return same.pixels_chw
        self._changed += 1
        if fit.reads_drawings:
            prepared = prepare_picture(picture, keep_spots=fit.drawings)
            return prepared.digit_hw[np.newaxis]
        part = crop(picture, middle(picture.size_hw, (height, width)))
        part = part.to_grey() if channels == 1 else part.to_rgb()
        return resize(part, (height, width), "bilinear").pixels_chw
