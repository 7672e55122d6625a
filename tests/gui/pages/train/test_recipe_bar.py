import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.views.recipe.field_texts import IN_ROW
from cnnviz.pages.train.views.recipe.recipe_bar import RecipeBar
from cnnviz.state.run.recipe import Recipe


def test_that_an_optimizer_brings_its_rate_unless_another_was_typed(
    qtbot: QtBot,
) -> None:
    bar = RecipeBar()
    qtbot.addWidget(bar)
    bar.recipe_changed.connect(lambda recipe: bar.render_recipe(recipe, None))
    bar.render_recipe(Recipe(), None)
    choice, rate = (
        bar.findChild(QComboBox, "train_optimizer"),
        bar.findChild(QLineEdit, "train_learning_rate"),
    )
    assert choice is not None
    assert rate is not None
    assert (choice.currentText(), rate.text()) == ("Adam", "0.001")
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert (choice.currentText(), rate.text()) == ("SGD with momentum", "0.01")
    rate.selectAll()
    qtbot.keyClicks(rate, "0.5")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert (choice.currentText(), rate.text()) == ("Adam", "0.5")


def test_that_tab_goes_through_the_fields_from_left_to_right(qtbot: QtBot) -> None:
    bar = RecipeBar()
    qtbot.addWidget(bar)
    seen, field = [bar.data.objectName()], bar.data.nextInFocusChain()
    while field is not bar.data:
        if field.objectName().removeprefix("train_") in IN_ROW:
            seen.append(field.objectName())
        field = field.nextInFocusChain()
    assert seen == [f"train_{name}" for name in IN_ROW]


@pytest.mark.parametrize(("name", "value"), [("batch_size", 127), ("epochs", 200)])
def test_that_large_numbers_can_be_typed(qtbot: QtBot, name: str, value: int) -> None:
    bar = RecipeBar()
    qtbot.addWidget(bar)
    bar.render_recipe(Recipe(), None)
    field = bar.findChild(QSpinBox, f"train_{name}")
    assert field is not None
    field.selectAll()
    with qtbot.waitSignal(bar.recipe_changed) as changed:
        qtbot.keyClicks(field, str(value))
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert changed.args is not None
    assert field.value() == value


def test_that_data_that_are_not_here_are_told_from_those_that_are(
    qtbot: QtBot,
) -> None:
    bar = RecipeBar()
    qtbot.addWidget(bar)
    mnist, cifar = (bar.data.findData(key) for key in ("mnist", "cifar10"))
    bar.data.render_here(frozenset({"builtin", "mnist"}))
    assert bar.data.itemText(mnist) == "MNIST"
    assert bar.data.itemText(cifar) == "CIFAR-10 · not here"
    role = Qt.ItemDataRole.ForegroundRole
    assert bar.data.itemData(mnist, role) is None
    assert bar.data.itemData(cifar, role) is not None
    bar.data.render_here(frozenset({"builtin", "mnist", "cifar10"}))
    assert bar.data.itemText(cifar) == "CIFAR-10"
    assert bar.data.itemData(cifar, role) is None
