"""The table of data sets: what an entry promises, and one that is new to the program."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.browse import PictureQuery, datasets_here, pick
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS, KnownDataset
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.datasets.split import Dataset, Pictures, Split
from cnnviz.engine.errors import CnnvizError
from tests.helpers.idx_folder import write_idx_folder

LABELS = ("square", "cross")


def squares_and_crosses() -> Pictures:
    images_nchw = np.zeros((4, 1, 5, 5), np.uint8)
    images_nchw[1::2, 0] = np.maximum(np.eye(5), np.eye(5)[::-1]) * 255
    return Pictures("all", images_nchw, np.array([0, 1, 0, 1]))


def to_learn_from(_folder: Path | None) -> Dataset:
    pictures = squares_and_crosses()
    split = Split(pictures.images_nchw[:, 0], pictures.labels_n)
    return Dataset("shapes", split, split, LABELS)


SHAPES = KnownDataset(
    key="shapes",
    title="Shapes",
    labels=LABELS,
    picture_chw=(1, 5, 5),
    picture_name="Shape {index}: {label}",
    pictures=squares_and_crosses,
    load=to_learn_from,
)
KNOWN = {**KNOWN_DATASETS, "shapes": SHAPES}


def test_that_a_data_set_of_ones_own_is_looked_at_and_learned_from() -> None:
    picked = pick(PictureQuery("shapes", label=1, place=1), known=KNOWN)

    assert (picked.index, picked.part, picked.count) == (3, "all", 2)
    assert picked.pixels_chw[0, 0].tolist() == [255, 0, 0, 0, 255]
    assert "shapes" in datasets_here(KNOWN)
    assert load_dataset("shapes", known=KNOWN).labels == LABELS


def test_that_a_class_without_pictures_is_named_with_the_data_set() -> None:
    def crosses() -> Pictures:
        pictures = squares_and_crosses()
        return Pictures("all", pictures.images_nchw[1::2], pictures.labels_n[1::2])

    only = KnownDataset(
        key="crosses",
        title="Crosses",
        labels=LABELS,
        picture_chw=(1, 5, 5),
        picture_name="{label}",
        pictures=crosses,
    )
    with pytest.raises(CnnvizError) as refused:
        pick(PictureQuery("crosses", label=0), known={"crosses": only})

    assert refused.value.facts == {"name": "Crosses", "label": "square"}


def test_that_a_set_that_nothing_learns_from_is_taken_for_a_folder() -> None:
    only = replace(KNOWN_DATASETS["cifar10"], load=None)
    with pytest.raises(CnnvizError) as refused:
        load_dataset("cifar10", known={"cifar10": only})

    assert refused.value.code == "dataset_not_found"


@pytest.mark.parametrize("key", ["builtin", "mnist"])
def test_that_an_entry_tells_the_shape_of_its_pictures(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_idx_folder(tmp_path, test=10)
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path))

    known = KNOWN_DATASETS[key]

    assert known.pictures().images_nchw.shape[1:] == known.picture_chw
    assert set(known.pictures().labels_n) <= set(range(len(known.labels)))


def test_that_mnist_is_fetched_by_its_download(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(destination: Path, *, on_progress: object, is_cancelled: object) -> Path:
        return destination / "fetched"

    monkeypatch.setattr("cnnviz.engine.datasets.download.download_mnist", fetch)
    download = KNOWN_DATASETS["mnist"].download
    assert download is not None
    fetched = download(
        tmp_path, on_progress=lambda *_: None, is_cancelled=lambda: False
    )
    assert fetched == tmp_path / "fetched"


def test_that_every_key_is_the_entrys_own_and_files_have_a_way_to_be_had() -> None:
    for key, known in KNOWN_DATASETS.items():
        assert key == known.key
        assert known.is_here() or "{folder}" in known.way_out
        assert (known.load is None) == (known.training_help == "")
