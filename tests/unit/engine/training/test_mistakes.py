"""What a network takes for what, and its answers kept in a run's folder."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.event_records import done_of, event_record
from cnnviz.engine.training.events import EpochDone
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.mistakes import (
    class_scores,
    hardest_class,
    most_confident_mistakes,
    pictures_in_cell,
)
from cnnviz.engine.training.predictions import (
    Predictions,
    predictions_file,
    read_predictions,
    write_predictions,
)
from cnnviz.engine.training.run_events import RunTold, told_events
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.run_tail import RunTail
from tests.helpers.bar_digits import bar_dataset


def answers(classes: int, *rows: tuple[int, int, float]) -> Predictions:
    labels, predicted, sure = (np.array(each) for each in zip(*rows, strict=True))
    return Predictions.of(classes, labels, predicted, sure)


FIVE = answers(3, (0, 0, 0.9), (0, 1, 0.75), (1, 1, 1.0), (2, 1, 0.98), (0, 1, 0.75))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_that_the_confusion_counts_every_picture_once(
    pairs: list[tuple[int, int]],
) -> None:
    said = answers(5, *((true, guess, 0.5) for true, guess in pairs))
    confusion = said.confusion()
    for true in range(5):
        for guess in range(5):
            assert confusion[true, guess] == pairs.count((true, guess))
            assert len(pictures_in_cell(said, true, guess)) == confusion[true, guess]
    mistakes = most_confident_mistakes(said, len(pairs))
    assert len(mistakes) == sum(true != guess for true, guess in pairs)


def test_that_each_class_has_its_recall_and_precision() -> None:
    zero, one, two = class_scores(FIVE.confusion())
    assert (zero.recall, zero.precision, zero.taken_for) == (1 / 3, 1.0, (1, 2))
    assert (one.recall, one.precision, one.taken_for) == (1.0, 1 / 4, None)
    assert (two.recall, two.precision, two.taken_for) == (0.0, None, (1, 1))


def test_that_the_hardest_class_is_that_of_the_lowest_recall() -> None:
    hardest = hardest_class(FIVE.confusion())
    assert hardest is not None
    assert hardest.index == 2
    assert hardest_class(np.diag([3, 0, 2])) is None


def test_that_the_surest_come_first_and_equals_in_the_order_of_the_data() -> None:
    assert most_confident_mistakes(FIVE, 2).tolist() == [3, 1]
    assert pictures_in_cell(FIVE, 0, 1).tolist() == [1, 4]


@pytest.mark.parametrize("classes", [10, 26, 27])
def test_that_a_line_of_an_epoch_tells_the_confusion_of_few_classes(
    classes: int,
) -> None:
    said = answers(classes, (0, 1, 0.5), (classes - 1, 0, 0.25))
    epoch = EpochDone(1, 0.5, 0.5, 0.5, 0.5, 1.0, said)
    record = event_record(epoch)
    assert record is not None
    assert ("confusion" in record) == (classes <= 26)
    if "confusion" in record:
        assert record["confusion"] == said.confusion().tolist()
    told = done_of(record)
    assert isinstance(told, EpochDone)
    assert replace(told, predictions=said) != told
    assert told.validation_loss == epoch.validation_loss


def test_that_a_run_keeps_what_was_said_after_every_epoch(tmp_path: Path) -> None:
    dataset = bar_dataset()
    config = TrainingConfig(
        network=network("lenet5"), epochs=2, batch_size=100, device="cpu", threads=1
    )
    writer = RunWriter(tmp_path, config.network, RunTold())
    shown = []
    for event in train(config, dataset):
        writer.take(event)
        shown += [event] if isinstance(event, EpochDone) else []
    writer.close()

    kept = [one for one in told_events(tmp_path, config) if isinstance(one, EpochDone)]
    assert len(kept) == len(shown) == 2
    for before, after in zip(shown, kept, strict=True):
        assert before.predictions is not None
        assert after.predictions is not None
        confusion = after.predictions.confusion()
        np.testing.assert_array_equal(confusion, before.predictions.confusion())
        right = confusion.trace() / confusion.sum()
        assert right == pytest.approx(after.validation_accuracy)
    followed = [
        one for one in RunTail(tmp_path, config).more() if isinstance(one, EpochDone)
    ]
    assert [one.predictions is not None for one in followed] == [True, True]
    # As other programs read it.
    found = load_file(predictions_file(tmp_path, 2))
    np.testing.assert_array_equal(found["labels"], dataset.test.labels_n)
    assert found["confidence"].dtype == np.float16


def test_that_a_run_without_them_or_with_damaged_ones_can_be_read(
    tmp_path: Path,
) -> None:
    assert read_predictions(tmp_path, 1, 3) is None
    write_predictions(tmp_path, 1, FIVE)
    assert read_predictions(tmp_path, 1, 3) is not None
    assert read_predictions(tmp_path, 1, 2) is None  # more classes than it can say
    file = predictions_file(tmp_path, 1)
    whole = file.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole[::-1]):
        file.write_bytes(damaged)
        assert read_predictions(tmp_path, 1, 3) is None
