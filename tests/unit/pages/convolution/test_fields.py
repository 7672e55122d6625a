"""The table of the lab's settings: complete, and all that one more setting needs."""

import argparse
import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack

from cnnviz.cli import conv
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import SENTENCES
from cnnviz.pages.convolution.model.fields import FIELDS, Change, Field, Fields, table
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_record import Record
from cnnviz.pages.convolution.model.lab_settings import initial_settings
from cnnviz.pages.convolution.model.lab_settings_file import (
    settings_from_record,
    settings_record,
)
from cnnviz.pages.convolution.model.limits import Limits, slider_limits
from cnnviz.pages.convolution.model.validation import explain_invalid
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.state.store import Store
from tests.helpers.lab_cases import picture

SPREAD = Field(
    key="spread",
    kind="pair",
    path="dilation",
    operations=("convolution",),
    range=(1, 20),
    typed=(0, 50),
    slider_end=9,
    codes=("dilation_too_small",),
    helps=("kernel_larger_than_padded_input",),
    since=2,
    undo="Change spread",
    label="Spread",
    fix="Spread {value}",
    names=("Down", "Right", "Both"),
)


@pytest.fixture
def with_toy() -> Fields:
    """Return the table with a toy setting in the place of the dilation."""
    others = (field for field in FIELDS.values() if field.key != "dilation")
    return table(*others, SPREAD)


def written(fields: Fields, **asked: object) -> dict[str, object]:
    settings = replace(initial_settings(), **asked)  # type: ignore[arg-type]
    record: dict[str, object] = json.loads(
        json.dumps(settings_record(settings, fields))
    )
    return record


def test_that_a_toy_setting_ends_where_the_operation_does() -> None:
    assert slider_limits(initial_settings(), picture(1, 9, 7), SPREAD) == Limits(1, 3)
    assert slider_limits(initial_settings(), picture(1, 99, 99), SPREAD) == Limits(1, 9)


def test_that_a_toy_setting_has_an_undo_label_and_one_step(
    qapp: object, with_toy: Fields
) -> None:
    undo = QUndoStack()
    store = Store(initial_settings())
    commands = SettingsCommands(store, undo, fields=with_toy)

    commands.set("spread", (2, 2))
    commands.set("spread", (3, 3))

    assert (undo.count(), undo.undoText()) == (1, "Change spread")
    assert store.state.dilation == (3, 3)
    undo.undo()
    assert store.state == initial_settings()


def test_that_a_toy_setting_has_a_place_in_the_lab_file(with_toy: Fields) -> None:
    without = table(*(field for field in FIELDS.values() if field.key != "dilation"))
    assert "dilation" not in written(without, dilation=(2, 3))

    record = written(with_toy, dilation=(2, 3))

    assert record["dilation"] == [2, 3]
    read = settings_from_record(Record(record, "a"), 2, with_toy)
    assert read == replace(initial_settings(), dilation=(2, 3))
    older = settings_from_record(Record(record, "a"), 1, with_toy)
    assert older.dilation == (1, 1)  # that version did not have it


def test_that_a_toy_setting_is_shown_where_it_is_invalid_and_fixed(
    with_toy: Fields,
) -> None:
    asked, of = replace(initial_settings(), dilation=(0, 1)), picture(1, 9, 9)
    with pytest.raises(CnnvizError) as caught:
        operation_of(asked, of)

    invalid = explain_invalid(caught.value, asked, initial_settings(), of, with_toy)

    assert invalid.field == "spread"
    assert invalid.fixes[0].changes == (Change("spread", (1, 1)),)


def test_that_the_lab_file_keeps_every_key_that_it_ever_had() -> None:
    record = written(FIELDS)

    assert set(record) == {
        *("operation", "colour", "value_range", "preset", "kernel_size", "stride"),
        *("padding", "padding_mode", "dilation", "flip", "groups", "biases", "slope"),
        *("activation", "kernels", "learned_biases", "transposed", "pooling", "signal"),
    }
    assert record["transposed"] == {
        "stride": [2, 2],
        "padding": [0, 0],
        "output_padding": [0, 0],
        "dilation": [1, 1],
    }
    assert record["pooling"] == {
        "kind": "max",
        "size": [2, 2],
        "stride": None,
        "padding": [0, 0],
        "counts_padding": True,
        "is_global": False,
    }
    assert set(record["signal"]) == {  # type: ignore[call-overload]
        *("values", "kernel", "padding", "stride", "flip", "bias"),
    }


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_that_a_field_gives_back_what_it_takes(field: Field) -> None:
    settings = replace(initial_settings(), operation=field.operations[0])
    value = field.get(settings)

    assert field.get(field.set(settings, value)) == value
    for other in (*field.choices, *field.suggested):
        assert field.get(field.set(settings, other)) == other


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_that_a_field_is_described_as_its_widget_needs_it(field: Field) -> None:
    assert set(field.answers_for) <= set(SENTENCES)
    assert field.undo or not (field.label or field.names)
    if field.tab:
        assert field.label
        assert field.meaning
    if field.kind == "pair":
        assert len(field.names) == 3
        assert field.typed[0] < field.range[0] <= field.slider_end <= field.range[1]
    if field.choice_names:
        more = 2 if field.kind == "padding" else 0  # by two amounts, or by side
        assert len(field.choice_names) == len(field.choices) + more
        assert len(field.choice_tips) in (0, len(field.choice_names))


def test_that_the_command_line_has_the_same_settings_choices_and_defaults() -> None:
    """They are repeated there, so that its help need not load NumPy."""
    parser = argparse.ArgumentParser()
    conv.add_operation_options(parser)
    options = {action.dest: action for action in parser._actions}
    compared = 0
    for field in FIELDS.values():
        option = options.get(field.key)
        if option is None or field.operations[0] != "convolution":
            continue
        assert option.default == field.get(initial_settings()), field.key
        if option.choices is not None:
            assert tuple(option.choices) == field.choices
        compared += 1
    assert compared >= 7
