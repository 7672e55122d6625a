import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.views.recipe_bar import RecipeBar
from cnnviz.state.run.recipe import Recipe


def test_that_an_optimizer_brings_its_rate_unless_another_was_typed(
    qtbot: QtBot,
) -> None:
    bar = RecipeBar()
    qtbot.addWidget(bar)
    bar.recipe_changed.connect(lambda recipe: bar.render_recipe(recipe, None))
    bar.render_recipe(Recipe(), None)
    choice, rate = bar.optimizer, bar.learning_rate
    assert (choice.currentText(), rate.text()) == ("Adam", "0.001")
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert (choice.currentText(), rate.text()) == ("SGD with momentum", "0.01")
    rate.selectAll()
    qtbot.keyClicks(rate, "0.5")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert (choice.currentText(), rate.text()) == ("Adam", "0.5")


@pytest.mark.parametrize(
    ("name", "value"), [("seed", 127), ("seed", 999_999), ("epochs", 200)]
)
def test_that_large_numbers_can_be_typed(qtbot: QtBot, name: str, value: int) -> None:
    bar = RecipeBar()
    qtbot.addWidget(bar)
    bar.render_recipe(Recipe(), None)
    field = getattr(bar, name)
    field.selectAll()
    with qtbot.waitSignal(bar.recipe_changed) as changed:
        qtbot.keyClicks(field, str(value))
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert changed.args is not None
    assert field.value() == value
