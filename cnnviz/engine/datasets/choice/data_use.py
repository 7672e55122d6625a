"""Which part of a data set a run uses, and how."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True, kw_only=True)
class DataUse:
    """What a run takes of its data, validated on construction.

    Attributes
    ----------
    pictures
        How many training pictures, at least 1; ``None`` for all. Of every class as
        large a share as of any other; of fewer, all are among those of more.
    validation
        Share of these that is held out to measure with after every epoch, from 0 up to
        but not including 1. The test pictures are then for the end. With 0 they are
        what is measured with.
    label_noise
        Share of the training pictures that get a wrong class, from 0 to 1.
    seed
        Fixes which ones; another run with it has the very same data.

    Raises
    ------
    CnnvizError
        ``pictures_too_few``, ``validation_out_of_range``, ``label_noise_out_of_range``
        or ``seed_negative``.
    """

    pictures: int | None = None
    validation: float = 0.0
    label_noise: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        if self.pictures is not None and self.pictures < 1:
            raise CnnvizError("pictures_too_few", pictures=self.pictures)
        if not 0 <= self.validation < 1:
            raise CnnvizError("validation_out_of_range", validation=self.validation)
        if not 0 <= self.label_noise <= 1:
            raise CnnvizError("label_noise_out_of_range", label_noise=self.label_noise)
        if self.seed < 0:
            raise CnnvizError("seed_negative", seed=self.seed)


ALL_DATA: Final = DataUse()
