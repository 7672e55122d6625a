"""A plain page is told soon; whatever is odd about a picture makes it none."""

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.images.plain_page import is_plain_page
from tests.helpers.scans import ODD_SCANS, WAYS, Levels, as_pixels, ink, page

# Nothing is wrong there but light and dust, which others see to.
NO_SHEET = {"light from one side", "specks of dust", "punched holes"}


def is_plain(levels_hw: Levels) -> bool:
    picture = Image.fromarray(as_pixels(levels_hw))
    return is_plain_page(np.asarray(picture.reduce(3), np.float32))


@pytest.mark.parametrize("label", WAYS)
@pytest.mark.parametrize("pen", [0.02, 0.055, 0.08])
def test_that_a_digit_on_paper_is_a_plain_page(label: int, pen: float) -> None:
    assert is_plain(page(ink(label, pen=pen)))
    assert is_plain(255 - page(ink(label, pen=pen)))


@pytest.mark.parametrize("scan", sorted(set(ODD_SCANS) - NO_SHEET))
def test_that_frames_desks_and_lines_make_no_plain_page(scan: str) -> None:
    assert not any(is_plain(ODD_SCANS[scan](ink(label))) for label in WAYS)
