"""What is said of impossible settings: where, why, and what would fix them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.pages.convolution.model.fields import Change
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    PoolSettings,
    SignalSettings,
    TransposedSettings,
    initial_settings,
    with_bank,
    with_kernel_size,
)
from cnnviz.pages.convolution.model.validation import Invalid, explain_invalid
from cnnviz.state.lab_input import LabInput
from tests.helpers.lab_cases import lab_inputs, lab_settings, picture


def invalid(
    asked: LabSettings, of: LabInput, good: LabSettings | None = None
) -> Invalid | None:
    try:
        operation_of(asked, of)
    except CnnvizError as error:
        return explain_invalid(error, asked, good, of)
    return None


@st.composite
def cases(draw: st.DrawFn) -> tuple[LabSettings, LabSettings | None, LabInput]:
    of = draw(lab_inputs())
    kinds = ("convolution", "transposed", "pooling", "signal")
    asked = draw(lab_settings(kinds, of))
    good = draw(st.none() | lab_settings(kinds, of))
    if good is not None and invalid(good, of) is not None:
        good = None
    return asked, good, of


@effort(max_examples=1500)
@given(cases())
def test_that_all_that_is_invalid_has_fixes_that_lead_out(
    case: tuple[LabSettings, LabSettings | None, LabInput],
) -> None:
    asked, good, of = case
    found = invalid(asked, of, good)
    if found is None:
        return

    assert sentence(found.error)
    assert 1 <= len(found.fixes) <= 2
    assert len({fix.settings for fix in found.fixes}) == len(found.fixes)
    for fix in found.fixes:
        operation = operation_of(fix.settings, of)
        assert min(operation.geometry.output_hw) >= 1
        assert fix.settings.operation == asked.operation
        fields = [change.field for change in fix.changes]
        assert len(set(fields)) == len(fields)


def convolution(**asked: Any) -> LabSettings:
    size = asked.pop("kernel_size", (3, 3))
    outputs = asked.pop("kernels", 1)
    made = with_kernel_size(initial_settings(), size)
    made = with_bank(made, made.bank.with_outputs(outputs))
    return replace(replace(made, kernel_size=size), **asked)


def transposed(**asked: Any) -> LabSettings:
    own = {name: asked.pop(name) for name in ("kernel_size", "groups") if name in asked}
    made = convolution(**own)
    return replace(made, operation="transposed", transposed=TransposedSettings(**asked))


def pooling(**asked: Any) -> LabSettings:
    made = initial_settings()
    return replace(made, operation="pooling", pooling=PoolSettings(**asked))


def signal(**asked: Any) -> LabSettings:
    made = initial_settings()
    return replace(made, operation="signal", signal=SignalSettings(**asked))


GREY, RGB = (1, 6, 5), (3, 6, 5)
SIGNAL = Change("signal_values", SignalSettings().values)
KERNEL = Change("signal_kernel", 3)


@pytest.mark.parametrize(
    ("asked", "shape", "code", "field", "ways"),
    [
        (
            convolution(kernel_size=(0, 3)),
            GREY,
            "kernel_size_too_small",
            "kernel_size",
            [Change("kernel_size", (1, 3)), Change("kernel_size", (3, 3))],
        ),
        (
            convolution(kernel_size=(3, 16), padding="same"),
            GREY,
            "kernel_size_too_large",
            "kernel_size",
            [Change("kernel_size", (3, 15)), Change("kernel_size", (3, 3))],
        ),
        (
            convolution(stride=(2, 0)),
            GREY,
            "stride_too_small",
            "stride",
            [Change("stride", (2, 1)), Change("stride", (2, 2))],
        ),
        (
            convolution(dilation=(0, 1)),
            GREY,
            "dilation_too_small",
            "dilation",
            [Change("dilation", (1, 1)), Change("dilation", (2, 2))],
        ),
        (
            convolution(padding=(-1, 2)),
            GREY,
            "padding_negative",
            "padding",
            [Change("padding", (0, 2)), Change("padding", "same")],
        ),
        (
            convolution(padding=(0, 0, 600, 1)),
            GREY,
            "padding_too_large",
            "padding",
            [Change("padding", (0, 0, 512, 1)), Change("padding", "same")],
        ),
        (
            convolution(kernel_size=(7, 7)),
            RGB,
            "kernel_larger_than_padded_input",
            "kernel_size",
            [Change("padding", (1, 1)), Change("kernel_size", (6, 5))],
        ),
        (
            convolution(kernel_size=(3, 3), dilation=(3, 3)),
            GREY,
            "kernel_larger_than_padded_input",
            "kernel_size",
            [Change("dilation", (2, 2)), Change("padding", (1, 1))],
        ),
        (
            convolution(kernel_size=(9, 3), padding=(1, 0, 0, 0)),
            GREY,
            "kernel_larger_than_padded_input",
            "kernel_size",
            [Change("padding", (2, 1, 0, 0)), Change("kernel_size", (7, 3))],
        ),
        (
            convolution(padding=(6, 1), padding_mode="reflect"),
            GREY,
            "padding_beyond_reflection",
            "padding",
            [Change("padding_mode", "replicate"), Change("padding", (5, 1))],
        ),
        (
            convolution(padding=(7, 0, 0, 0), padding_mode="circular"),
            GREY,
            "padding_beyond_circle",
            "padding",
            [Change("padding_mode", "replicate"), Change("padding", (6, 0, 0, 0))],
        ),
        (
            convolution(groups=0, kernels=3),
            RGB,
            "groups_too_few",
            "groups",
            [Change("groups", 1), Change("groups", 3)],
        ),
        (
            convolution(groups=3, kernels=4),
            RGB,
            "groups_do_not_divide",
            "groups",
            [Change("groups", 1), Change("kernels", 6)],
        ),
        (
            convolution(groups=2, kernels=6),
            RGB,
            "groups_do_not_divide",
            "groups",
            [Change("groups", 1), Change("groups", 3)],
        ),
        (
            transposed(output_padding=(2, 0)),
            GREY,
            "output_padding_too_large",
            "output_padding",
            [Change("output_padding", (1, 0)), Change("transposed_stride", (3, 2))],
        ),
        (
            transposed(output_padding=(0, -1)),
            GREY,
            "output_padding_negative",
            "output_padding",
            [Change("output_padding", (0, 0)), Change("output_padding", (1, 1))],
        ),
        (
            transposed(stride=(1, 1), padding=(4, 0)),
            GREY,
            "transposed_nothing_left",
            "transposed_padding",
            [Change("transposed_padding", (3, 0)), Change("kernel_size", (4, 3))],
        ),
        (
            transposed(stride=(5000, 5000)),
            GREY,
            "too_many_cells",
            "transposed_stride",
            [
                Change("transposed_stride", (99, 99)),
                Change("transposed_stride", (2, 2)),
            ],
        ),
        (
            pooling(size=(0, 2)),
            GREY,
            "pool_size_too_small",
            "pool_size",
            [Change("pool_size", (1, 2)), Change("pool_size", (2, 2))],
        ),
        (
            pooling(stride=(0, 2)),
            GREY,
            "stride_too_small",
            "pool_stride",
            [Change("pool_stride", (1, 2)), Change("pool_stride", None)],
        ),
        (
            pooling(padding=(2, 0)),
            GREY,
            "pool_padding_too_large",
            "pool_padding",
            [Change("pool_padding", (1, 0)), Change("pool_size", (4, 2))],
        ),
        (
            pooling(size=(8, 2)),
            GREY,
            "pool_larger_than_padded_input",
            "pool_size",
            [Change("pool_size", (6, 2)), Change("pool_padding", (1, 0))],
        ),
        (
            signal(values=(1.0, 2.0), kernel=(1.0, 1.0, 1.0), padding="valid"),
            GREY,
            "kernel_longer_than_signal",
            "signal_kernel",
            [Change("signal_padding", "same"), Change("signal_kernel", 2)],
        ),
        (signal(values=()), GREY, "signal_empty", "signal_values", [SIGNAL]),
        (signal(kernel=()), GREY, "signal_kernel_empty", "signal_kernel", [KERNEL]),
        (
            signal(stride=0),
            GREY,
            "stride_too_small",
            "signal_stride",
            [Change("signal_stride", 1), Change("signal_stride", 2)],
        ),
    ],
)
def test_that_what_is_invalid_has_its_field_and_its_fixes(
    asked: LabSettings,
    shape: tuple[int, ...],
    code: str,
    field: str,
    ways: list[Change],
) -> None:
    found = invalid(asked, picture(*shape))

    assert found is not None
    assert found.error.code == code
    assert found.field == field
    assert [fix.changes for fix in found.fixes] == [(way,) for way in ways]


def test_that_an_error_is_shown_where_the_last_change_was() -> None:
    good = transposed(output_padding=(1, 1))
    asked = transposed(output_padding=(1, 1), stride=(1, 1))

    found = invalid(asked, picture(*GREY), good)

    assert found is not None
    assert found.field == "transposed_stride"


def test_that_the_number_from_before_is_a_fix() -> None:
    found = invalid(
        convolution(stride=(0, 2)), picture(*GREY), convolution(stride=(3, 2))
    )

    assert found is not None
    assert [fix.changes[0].value for fix in found.fixes] == [(1, 2), (3, 2)]


def test_that_all_that_is_impossible_is_fixed_at_once() -> None:
    asked = convolution(stride=(0, 0), padding=(-1, 0), dilation=(9, 1))

    found = invalid(asked, picture(*GREY))

    assert found is not None
    assert [change.field for change in found.fixes[0].changes] == [
        "stride",
        "padding",
        "dilation",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        replace(initial_settings(), padding="loose"),  # type: ignore[arg-type]
        replace(initial_settings(), padding_mode="mirror"),  # type: ignore[arg-type]
        replace(initial_settings(), biases=(0.0, 1.0)),
        replace(initial_settings(), kernel_size=(5, 5)),
        pooling(kind="median"),
        signal(padding="loose"),
        signal(values=(), padding="valid"),
    ],
)
def test_that_settings_that_no_field_can_hold_have_fixes_too(
    asked: LabSettings,
) -> None:
    found = invalid(asked, picture(*GREY))

    assert found is not None
    assert found.fixes
    for fix in found.fixes:
        operation_of(fix.settings, picture(*GREY))


@pytest.mark.parametrize("operation", ["convolution", "transposed"])
@pytest.mark.parametrize("typed", [(0, 0), (0, 1), (1, 0)])
@pytest.mark.parametrize("field", ["stride", "dilation", "kernel_size", "padding"])
def test_that_what_is_typed_too_small_has_two_fixes(
    operation: str, field: str, typed: tuple[int, int]
) -> None:
    make = convolution if operation == "convolution" else transposed
    good = make()
    if field == "padding":
        typed = (-1, typed[1])

    found = invalid(make(**{field: typed}), picture(1, 28, 28), good)

    assert found is not None
    assert len(found.fixes) == 2
    assert all(len(fix.changes) == 1 for fix in found.fixes)
    of_transposed = operation == "transposed" and field != "kernel_size"
    key = f"transposed_{field}" if of_transposed else field
    assert {fix.changes[0].field for fix in found.fixes} == {key}
