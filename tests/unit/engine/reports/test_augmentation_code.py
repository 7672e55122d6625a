"""The changes of pictures in an exported program, against those of a run."""

import math
from typing import Any

import pytest
import torch
from torch.nn import functional

from cnnviz.engine.reports.augmentation_code import augmentation_code
from cnnviz.engine.training.data.augmentation import MOST, parse_augmentation
from cnnviz.engine.training.data.augmenter import Augmenter

ALL = "digits,mirror,noise=0.1,erase=0.4,thickness=1.5,shear=20"


@pytest.mark.parametrize("shape", [(9, 1, 28, 28), (4, 3, 20, 13)])
@pytest.mark.parametrize("text", [ALL, "photos", *(f"{name}=0.5" for name in MOST)])
def test_that_a_program_changes_pictures_as_the_run_did(
    text: str, shape: tuple[int, ...]
) -> None:
    asked, seed = parse_augmentation(text), 5
    names: dict[str, Any] = {
        "math": math,
        "torch": torch,
        "F": functional,
        "SEED": seed,
    }
    exec(compile(augmentation_code(asked), "program", "exec"), names)
    augment = Augmenter(asked, seed)
    pictures = torch.randint(0, 256, shape, dtype=torch.uint8)
    for _ in range(2):  # what is drawn goes on from batch to batch
        torch.testing.assert_close(
            names["changed"](pictures), augment(pictures), rtol=1e-4, atol=0.05
        )


def test_that_a_run_without_changes_has_no_lines_of_them() -> None:
    assert augmentation_code(parse_augmentation("")) == ""
