"""The pictures that come with the program."""

import numpy as np
import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import SAMPLES, load_sample
from cnnviz.engine.resources import resource


@pytest.mark.parametrize("key", SAMPLES)
def test_that_every_sample_opens_small_and_full_of_contrast(key: str) -> None:
    picture = load_sample(key)
    assert picture.name == key
    assert max(picture.size_hw) <= (512 if key == "valley" else 128)
    assert np.ptp(picture.pixels_chw) > 150


def test_that_there_are_grey_and_coloured_ones_and_digits() -> None:
    pictures = {key: load_sample(key) for key in SAMPLES}
    assert len(pictures) >= 6
    assert sum(not picture.is_grey for picture in pictures.values()) >= 7
    assert pictures["valley"].size_hw == (512, 512)
    assert pictures["landscape"].is_grey
    for digit in ("seven", "three"):
        assert pictures[digit].pixels_chw.shape == (1, 28, 28)
        assert pictures[digit].pixels_chw[0, 0, 0] == 0


def test_that_no_sample_lies_about_unlisted() -> None:
    # A folder may have been made there through a file dialog; it is no sample.
    names = {file.name for file in resource("samples").iterdir() if file.is_file()}
    assert names == {f"{key}.png" for key in SAMPLES}


def test_that_an_unknown_sample_is_refused() -> None:
    with pytest.raises(CnnvizError) as caught:
        load_sample("../icons/app")
    assert caught.value.code == "sample_unknown"
