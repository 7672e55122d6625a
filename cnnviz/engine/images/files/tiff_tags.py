"""What a TIFF file says of its samples, read from its tags before anything else."""

import io
import math
from dataclasses import dataclass
from typing import Final

from PIL.TiffImagePlugin import PREFIXES, ImageFileDirectory_v2

_BIG: Final = 43
"""The version number of a file whose offsets have eight bytes."""


@dataclass(frozen=True, slots=True)
class TiffTags:
    """The tags that say how the first picture of a file lies in it.

    Attributes
    ----------
    size_hw
        Height and width of the picture.
    all_bits
        Bits of each sample (258).
    sample_format
        1 unsigned, 2 signed, 3 fractions (tag 339); 0 where samples differ.
    samples
        Numbers a pixel, alpha and the like included (277).
    photometric
        What the first of them mean (262); ``None`` where the file does not say.
    extra
        What the others mean (338): 1 and 2 are alpha, 1 multiplied into the colours.
    is_planar
        Whether each sample has a sheet of its own (284).
    compression, predictor
        How the bytes were made fewer (259, 317).
    has_reversed_bits
        Whether each byte begins with its lowest bit (266).
    is_little_endian
        Whether numbers of several bytes begin with the lowest.
    is_tiled, segment_hw
        Whether the picture lies in tiles, not strips; height and width of one.
    offsets, counts
        Where the strips or tiles lie; counts may be missing.
    orientation
        How the picture is held (274).
    palette
        All its reds, then all greens, then all blues, in 16 bits (320).
    """

    size_hw: tuple[int, int]
    all_bits: tuple[int, ...]
    sample_format: int
    samples: int
    photometric: int | None
    extra: tuple[int, ...]
    is_planar: bool
    compression: int
    predictor: int
    has_reversed_bits: bool
    is_little_endian: bool
    is_tiled: bool
    segment_hw: tuple[int, int]
    offsets: tuple[int, ...]
    counts: tuple[int, ...]
    orientation: int
    palette: tuple[int, ...]

    @property
    def bits(self) -> int:
        """Return the bits of every sample; 0 where they differ."""
        return _common(self.all_bits)

    @property
    def planes(self) -> int:
        """Return how many sheets there are."""
        return self.samples if self.is_planar else 1

    @property
    def grid_hw(self) -> tuple[int, int]:
        """Return how many segments a sheet has below and beside each other."""
        (height, width), (rows, columns) = self.size_hw, self.segment_hw
        return math.ceil(height / rows), math.ceil(width / columns)

    def rows_of(self, number: int) -> int:
        """Return how many rows a segment has: of strips the last may have fewer."""
        if self.is_tiled:
            return self.segment_hw[0]
        return min(self.segment_hw[0], self.size_hw[0] - number * self.segment_hw[0])

    @property
    def row_bytes(self) -> int:
        """Return how many bytes a row of a segment has."""
        a_pixel = 1 if self.is_planar else self.samples
        return -(-self.segment_hw[1] * a_pixel * self.bits // 8)


def read_tags(data: bytes) -> TiffTags | None:
    """Return the tags of a file's first picture; ``None`` for what is no TIFF file.

    Raises whatever Pillow does on a damaged list of tags.
    """
    if data[:4] not in PREFIXES:
        return None
    header = data[: 16 if _BIG in data[2:4] else 8]
    tags = ImageFileDirectory_v2(header)
    with io.BytesIO(data) as file:
        file.seek(tags.next)
        tags.load(file)
    height, width = int(tags[257]), int(tags[256])
    samples = int(tags.get(277, 1))
    is_tiled = 322 in tags
    rows = min(int(tags.get(278, height)), height)
    return TiffTags(
        size_hw=(height, width),
        all_bits=_several(tags.get(258, 1)),
        sample_format=_common(tags.get(339, 1)),
        samples=samples,
        photometric=None if 262 not in tags else int(tags[262]),
        extra=_several(tags.get(338, ())),
        is_planar=tags.get(284, 1) == 2 and samples > 1,
        compression=int(tags.get(259, 1)),
        predictor=int(tags.get(317, 1)),
        has_reversed_bits=tags.get(266, 1) == 2,
        is_little_endian=data[:1] == b"I",
        is_tiled=is_tiled,
        segment_hw=(int(tags[323]), int(tags[322])) if is_tiled else (rows, width),
        offsets=_several(tags.get(324 if is_tiled else 273, ())),
        counts=_several(tags.get(325 if is_tiled else 279, ())),
        orientation=int(tags.get(274, 1)),
        palette=_several(tags.get(320, ())),
    )


def _several(value: object) -> tuple[int, ...]:
    return tuple(map(int, value if isinstance(value, tuple) else (value,)))


def _common(value: object) -> int:
    """Return the number that all samples have, or 0."""
    numbers = set(_several(value))
    return numbers.pop() if len(numbers) == 1 else 0
