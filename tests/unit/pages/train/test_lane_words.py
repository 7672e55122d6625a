"""What is said of runs beside each other: what they are called, and where they differ."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import PRESETS
from cnnviz.engine.training.events import RecipeChanged
from cnnviz.pages.train.views.lanes.lane_words import differing_rows
from cnnviz.state.run.lanes import Lane, run_names
from cnnviz.state.run.run_state import Run, new_run
from cnnviz.ui.i18n import Translation

USUAL = TrainingConfig()


def told(config: TrainingConfig) -> Run:
    return new_run(1, config.network, config, "builtin")


def rows(*runs: Run) -> list[tuple[str, tuple[str, ...]]]:
    return [*differing_rows([Lane("", run) for run in runs])]


def test_that_runs_of_one_minute_are_told_apart() -> None:
    folders = [
        Path(f"2026-11-30-{time}")
        for time in ("123147-mlp", "123152-mlp", "123152-mlp-2", "123300-mlp")
    ]
    names = run_names(dict.fromkeys(folders, "MLP"))
    assert len(set(names.values())) == 4
    assert names[folders[0]].endswith(":47")
    assert names[folders[2]] == "MLP · 2026-11-30-123152-mlp-2"
    assert names[folders[3]].endswith("12:33")


def test_that_what_was_changed_while_they_went_differs() -> None:
    run = told(USUAL)
    changes = RecipeChanged(3, learning_rate=0.5), RecipeChanged(9, weight_decay=0.1)
    assert rows(run, replace(run, changes=changes)) == [
        ("Learning rate", ("0.001", "0.001, now 0.5")),
        ("Weight decay", ("0", "0, now 0.1")),
    ]


def test_that_changes_of_pictures_are_said_in_the_windows_language(
    qapp: QApplication,
) -> None:
    changed = replace(
        USUAL,
        augmentation=PRESETS["photos"],
        schedule="cosine",
        data_use=DataUse(pictures=1000, label_noise=0.1),
    )
    translation = Translation()
    translation.apply("en")
    english = dict(rows(told(USUAL), told(changed)))
    assert english["Augmentation"] == (
        "–",
        "shift 3 px, rotate 5°, zoom 10%, mirror 50%",
    )
    assert english["Data used"] == ("–", "pictures 1,000, label noise 0.1")
    assert english["Schedule"] == ("Constant", "Cosine")
    translation.apply("pt_BR")
    try:
        said = [
            text for _, values in rows(told(USUAL), told(changed)) for text in values
        ]
    finally:
        translation.apply("en")
    words = {word for row in english.values() for text in row for word in text.split()}
    words = {word for word in words if word.isalpha() and word != "zoom"}
    assert len(words) == 8
    assert not words & {word for text in said for word in text.split()}
