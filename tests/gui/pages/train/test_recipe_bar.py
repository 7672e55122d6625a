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
