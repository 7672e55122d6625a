"""What a trained network says about where it comes from."""

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import EpochDone, Started
from cnnviz.engine.training.model_card import RunFacts, metadata, model_card
from tests.helpers.bar_digits import bar_dataset

EPOCH = EpochDone(
    epoch=1,
    train_loss=0.5,
    train_accuracy=0.875,
    validation_loss=0.25,
    validation_accuracy=0.9375,
    seconds=2.0,
)


def facts(**changes: object) -> RunFacts:
    dataset = bar_dataset(20, 10)
    values: dict[str, object] = {
        "data": dataset.name,
        "command": "cnnviz train lenet5 --data bars",
        "started": Started(
            config=TrainingConfig(seed=11, optimizer="sgd", learning_rate=0.05),
            device="cpu",
            training_pictures=20,
            validation_pictures=10,
            batches_per_epoch=1,
        ),
        "epochs": (EPOCH,),
    }
    return RunFacts(**(values | changes))  # type: ignore[arg-type]


def test_that_a_card_tells_data_command_seed_and_accuracy() -> None:
    card = model_card(facts())
    for words in (
        "# LeNet-5, trained on bars",
        "61,706",
        "**93.75%** of the 10 held-out pictures",
        "SGD with momentum 0.9, learning rate 0.05 (constant)",
        "| seed | 11 |",
        "`cnnviz train lenet5 --data bars`",
        "| 1 | 0.5000 | 87.50% | 0.2500 | 93.75% | 2.0 |",
    ):
        assert words in card


def test_that_a_run_stopped_early_says_so() -> None:
    card = model_card(facts(stopped_at=(2, 17)))
    assert "stopped early in epoch 2, after batch 17" in card


def test_that_a_run_stopped_in_its_first_epoch_claims_no_accuracy() -> None:
    early = facts(epochs=(), stopped_at=(1, 20))
    assert "nan" not in model_card(early)
    assert "not measured" in model_card(early)
    assert "validation_accuracy" not in metadata(early)


def test_that_metadata_is_text() -> None:
    found = metadata(facts())
    assert all(isinstance(value, str) for value in found.values())
    assert found["validation_accuracy"] == "0.9375"
    assert found["seed"] == "11"


def test_that_a_data_set_of_any_name_leaves_the_table_whole() -> None:
    plain = model_card(facts()).splitlines()
    odd = model_card(facts(data="a|b\nc\x1b[2J", command="cnnviz train 'a|b\n'"))
    assert len(odd.splitlines()) == len(plain)
    assert r"| data | a\|b c\x1b[2J:" in odd
