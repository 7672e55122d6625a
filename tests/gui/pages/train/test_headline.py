"""What the run says of itself at the top of the page, and its ways out."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.diagnosis.findings import Finding, FindingKind
from cnnviz.engine.training.events import Failed
from cnnviz.pages.train.views.headline import Headline
from cnnviz.pages.train.views.headline_words import headline
from tests.helpers.opened_training import Open, click
from tests.helpers.told_runs import over_fitted, told_run
from tests.helpers.training_fakes import FakeEngine


@pytest.fixture
def shown(qtbot: QtBot) -> Headline:
    made = Headline()
    qtbot.addWidget(made)
    made.resize(800, 120)
    made.show()
    return made


def said(shown: Headline) -> tuple[str, str]:
    labels = (shown.findChild(QLabel, name) for name in ("run_sentence", "run_numbers"))
    sentence, numbers = (label.text() for label in labels if label is not None)
    return sentence, numbers


def offered(shown: Headline) -> list[str]:
    buttons = shown.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


def test_that_it_says_what_to_do_before_a_run(shown: Headline) -> None:
    assert said(shown)[0] == "Ready to learn."
    assert "Click Start" in said(shown)[1]
    assert offered(shown) == []


def test_that_over_fitting_is_said_with_its_numbers_and_ways_out(
    shown: Headline,
) -> None:
    shown.render_run(over_fitted())
    sentence, numbers = said(shown)
    assert sentence == "Over-fitting since epoch 3."
    assert "fell to 0.02" in numbers
    assert "from 0.28 to 0.42" in numbers
    assert offered(shown) == [
        "Go back to epoch 3",
        "Start again with dropout",
        "Start again with augmentation",
        "Stop here",
    ]


def test_that_ways_out_without_room_are_in_a_menu(
    qtbot: QtBot, shown: Headline
) -> None:
    run = over_fitted()
    assert run.config is not None
    few = replace(run.config, data_use=DataUse(pictures=100))
    shown.render_run(replace(run, config=few))
    assert offered(shown) == [
        "Go back to epoch 3",
        "Start again with all pictures",
        "Start again with dropout",
        "Stop here",
    ]
    more = shown.findChild(QToolButton, "more_ways")
    assert more is not None
    assert more.isVisible()
    actions = more.menu().actions()
    assert [action.text() for action in actions] == [
        "Start again with augmentation",
        "Start again with weight decay",
    ]
    with qtbot.waitSignal(shown.way_chosen) as chosen:
        actions[1].trigger()
    assert chosen.args == ["weight_decay"]
    shown.render_run(told_run([2.301] * 200, [0.11] * 200))
    assert not more.isVisible()


def test_that_guessing_is_called_so(shown: Headline) -> None:
    shown.render_run(told_run([2.301] * 200, [0.11] * 200))
    assert said(shown) == (
        "Still only guessing.",
        "11.0% right with 10 classes is guessing; the loss is 2.3.",
    )


def test_that_a_run_that_learned_says_so_when_it_has_ended(shown: Headline) -> None:
    run = told_run([2.3 * 0.95**n for n in range(60)], [0.9] * 60, [(1.0, 0.9)])
    shown.render_run(run)
    assert said(shown)[0] == "Learning."
    shown.render_run(replace(run, phase="finished"))
    assert said(shown)[0] == "Finished: 80.0% right."
    assert offered(shown) == []


FACTS: dict[FindingKind, dict[str, float | int | str]] = {
    "not_a_number": {"epoch": 1, "batch": 2, "learning_rate": 9.0},
    "diverging": {"lowest": 1.2, "loss": 80.0, "guessing": 2.3},
    "exploding": {"layer": "c3", "norm": 1234.0},
    "vanishing": {"first": "c1", "last": "output", "times": 123_456},
    "dead": {"layer": "c3", "share": 0.6, "batches": 940, "layers": 1},
    "plateau": {"epochs": 3, "loss": 0.5, "accuracy": 0.8},
}


@pytest.mark.parametrize("kind", FACTS)
def test_that_each_finding_has_a_sentence_and_numbers(kind: FindingKind) -> None:
    run = over_fitted()
    sentence, numbers = headline(run, Finding(kind, FACTS[kind]))
    assert sentence.endswith(".")
    assert len(sentence) < 40  # it stands in large letters
    assert any(letter.isdigit() for letter in numbers)
    assert "{" not in sentence + numbers


def test_that_a_failure_of_another_kind_says_no_more_than_that() -> None:
    run = told_run([], [], failed=Failed("dataset_not_found", {}))
    assert headline(run, None) == ("The training could not continue.", "")


def test_that_a_run_that_never_began_is_not_said_to_have_stopped(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(missing=("builtin",)))
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "failed")
    assert opened.text("run_sentence") == "The training could not start."
    shown = [label.text() for label in opened.page.findChildren(QLabel)]
    assert not any(text.startswith("The run shown") for text in shown)


def test_that_going_back_shows_the_best_epoch(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine())
    opened.presenter.run.replace(over_fitted())
    click(qtbot, opened, "way_go_back")
    shown = opened.presenter.run.state.timeline.shown
    assert shown is not None
    assert shown.step == 30


def test_that_a_run_begins_again_once_the_one_of_now_has_ended(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    presenter = opened.presenter
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: presenter.run.state.curves.batches > 2)
    opened.page._headline.way_chosen.emit("smaller_rate")

    def begun() -> bool:
        run = presenter.run.state
        return run.number == 2 and run.phase == "running"

    qtbot.waitUntil(begun)
    config = presenter.run.state.config
    assert config is not None
    assert config.learning_rate == pytest.approx(0.0001)
    assert presenter.recipe.state.learning_rate_text == "0.0001"


def test_that_a_run_begins_again_with_dropout_and_says_so(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    opened.presenter.run.replace(replace(over_fitted(), phase="stopped"))
    click(qtbot, opened, "way_dropout")
    qtbot.waitUntil(lambda: opened.presenter.run.state.phase == "running")
    config = opened.presenter.run.state.config
    assert config is not None
    assert sum(layer.key == "dropout" for layer in config.network.layers) == 2
    line = opened.page.findChild(QLabel, "recipe_line")
    assert line is not None
    assert line.text().startswith("LeNet-5 · dropout on ")
    assert opened.presenter.learner.state.network == config.network


def test_that_a_lost_run_stays_lost_when_its_notice_is_dismissed(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    facts = {"epoch": 8, "batch": 1, "learning_rate": 9.0}
    problem = CnnvizError("training_diverged", **facts)
    run = replace(over_fitted(), phase="failed", problem=problem)
    opened.presenter.run.replace(run)
    click(qtbot, opened, "problem_dismiss")
    sentence, _ = said(opened.page._headline)
    assert sentence == "The loss grew beyond all numbers."
    assert offered(opened.page._headline) == [
        "Start again with a smaller learning rate"
    ]
    notice = opened.page.findChild(QLabel, "run_problem")
    assert notice is not None
    assert not notice.isVisible()


def test_that_stopping_is_a_way_out(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine(endless=True))
    presenter = opened.presenter
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: presenter.run.state.curves.batches > 2)
    opened.page._headline.way_chosen.emit("stop")
    qtbot.waitUntil(lambda: presenter.run.state.phase == "stopped")


def test_that_the_same_run_says_the_same(shown: Headline) -> None:
    run = over_fitted()
    shown.render_run(run)
    shown.render_run(run)
    assert said(shown)[0] == "Over-fitting since epoch 3."


def test_that_a_stopped_run_goes_on_where_it_was(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine(endless=True))
    presenter = opened.presenter
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: presenter.run.state.curves.batches > 2)
    assert "Continue this training" not in offered(opened.page._headline)
    click(qtbot, opened, "train_stop_button")
    qtbot.waitUntil(lambda: not presenter.is_running)
    stopped = presenter.run.state
    assert offered(opened.page._headline)[0] == "Continue this training"
    click(qtbot, opened, "way_go_on")
    qtbot.waitUntil(lambda: presenter.run.state.curves.batches > stopped.curves.batches)
    run = presenter.run.state
    assert run.folder == stopped.folder
    assert run.earlier == ()  # it is not compared with itself
    before, count = stopped.curves.loss.values_n, stopped.curves.batches
    assert run.curves.loss.values_n[:count].tolist() == before.tolist()


def test_that_what_is_kept_nowhere_is_not_offered_to_go_on(shown: Headline) -> None:
    shown.render_run(replace(over_fitted(), phase="stopped"))
    assert "Continue this training" not in offered(shown)
