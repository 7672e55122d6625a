"""How far settings can be moved, held against what the operations themselves take."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.fields import FIELDS
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    PoolSettings,
    TransposedSettings,
    initial_settings,
)
from cnnviz.pages.convolution.model.limits import Limits, slider_limits
from cnnviz.state.lab_input import LabInput
from tests.helpers.lab_cases import lab_inputs, lab_settings, picture

OF_OPERATION: dict[str, tuple[str, ...]] = {
    "convolution": ("kernel_size", "stride", "dilation", "padding"),
    "transposed": (
        "kernel_size",
        "transposed_stride",
        "transposed_dilation",
        "transposed_padding",
        "output_padding",
    ),
    "pooling": ("pool_size", "pool_stride", "pool_padding"),
}


def limits(asked: LabSettings, of: LabInput, field: str) -> Limits | None:
    """Return the limits without the end of a slider."""
    endless = replace(FIELDS[field], slider_end=FIELDS[field].range[1])
    return slider_limits(asked, of, endless)


def moved(asked: LabSettings, field: str, value: int) -> LabSettings:
    numbers = FIELDS[field].get(asked)
    assert isinstance(numbers, tuple)
    return FIELDS[field].set(asked, (value,) * len(numbers))


def is_possible(asked: LabSettings, of: LabInput) -> bool:
    try:
        operation_of(asked, of)
    except CnnvizError:
        return False
    return True


@st.composite
def moves(draw: st.DrawFn) -> tuple[LabSettings, LabInput, str]:
    """Return settings, possible or not, and a field to move."""
    of = draw(lab_inputs())
    asked = draw(lab_settings(("convolution", "transposed", "pooling"), of))
    field = draw(st.sampled_from(OF_OPERATION[asked.operation]))
    if field == "pool_stride" and asked.pooling.stride is None:
        asked = replace(
            asked, pooling=replace(asked.pooling, stride=asked.pooling.size)
        )
    if field == "padding" and isinstance(asked.padding, str):
        asked = replace(asked, padding=(1, 1))
    return asked, of, field


@effort(max_examples=600)
@given(moves(), st.data())
def test_that_a_value_is_within_the_limits_when_the_operation_takes_it(
    move: tuple[LabSettings, LabInput, str],
    data: st.DataObject,
) -> None:
    asked, of, field = move
    least, most = FIELDS[field].range

    found = limits(asked, of, field)

    if found is None:
        value = data.draw(st.integers(least, min(most, 200)))
        assert not is_possible(moved(asked, field, value), of)
        return
    within = {found.least, found.most} | {
        data.draw(st.integers(found.least, found.most)) for _ in range(3)
    }
    for value in within:
        assert is_possible(moved(asked, field, value), of)
    for value in (found.least - 1, found.most + 1):
        beyond = value < least or value > most
        assert beyond or not is_possible(moved(asked, field, value), of)
    now = moved(asked, field, found.least)
    slider = slider_limits(now, of, FIELDS[field])
    assert slider is not None
    assert found.least == slider.least <= slider.most <= found.most


@pytest.mark.parametrize(
    ("asked", "field", "found"),
    [
        ({}, "kernel_size", Limits(1, 7)),
        ({"padding": (0, 0, 2, 2)}, "kernel_size", Limits(1, 9)),
        ({"dilation": (2, 2)}, "kernel_size", Limits(1, 4)),
        ({}, "dilation", Limits(1, 3)),
        ({"kernel_size": (15, 3)}, "padding", Limits(3, 512)),
        ({"kernel_size": (3, 15)}, "padding", Limits(4, 512)),
        ({"padding_mode": "reflect"}, "padding", Limits(0, 6)),
        ({"padding_mode": "circular"}, "padding", Limits(0, 7)),
        (
            {"padding": (0, 4, 0, 0), "kernel_size": (13, 3)},
            "padding",
            Limits(2, 512),
        ),
        ({"stride": (0, 1)}, "padding", None),
        ({"groups": 2}, "stride", None),
    ],
)
def test_that_the_limits_on_9_rows_and_7_columns_are_those_counted_by_hand(
    asked: dict[str, object], field: str, found: Limits | None
) -> None:
    given_9x7 = picture(1, 9, 7)
    wished = replace(initial_settings(), padding=(0, 0))
    if "kernel_size" in asked:
        wished = FIELDS["kernel_size"].set(wished, asked["kernel_size"])  # type: ignore[arg-type]
        asked = {name: asked[name] for name in asked if name != "kernel_size"}

    assert limits(replace(wished, **asked), given_9x7, field) == found  # type: ignore[arg-type]


def test_that_the_run_of_strides_that_same_padding_takes_may_have_gaps() -> None:
    """Circular padding of a long kernel: what is added depends on the stride's rest."""
    asked = FIELDS["kernel_size"].set(initial_settings(), (11, 11))
    asked = replace(asked, padding="same", padding_mode="circular", stride=(5, 5))
    of = picture(1, 4, 4)

    taken = [
        stride
        for stride in range(1, 8)
        if is_possible(replace(asked, stride=(stride, stride)), of)
    ]

    assert taken == [4, 5, 6, 7]
    assert limits(asked, of, "stride") == Limits(4, 99)


def test_that_output_padding_ends_below_the_stride() -> None:
    asked = replace(
        initial_settings(), operation="transposed", transposed=TransposedSettings()
    )

    assert limits(asked, picture(1, 3, 3), "output_padding") == Limits(0, 1)
    enlarged = replace(asked.transposed, output_padding=(1, 1))
    asked = replace(asked, transposed=enlarged)
    assert limits(asked, picture(1, 3, 3), "transposed_stride") == Limits(2, 99)


def test_that_a_transposed_stride_ends_where_no_memory_holds_the_result() -> None:
    asked = replace(initial_settings(), operation="transposed")
    of = picture(1, 4096, 4096)

    assert limits(asked, of, "transposed_stride") == Limits(1, 4)


def test_that_pool_padding_ends_at_half_the_window() -> None:
    asked = replace(
        initial_settings(), operation="pooling", pooling=PoolSettings(size=(5, 4))
    )

    assert limits(asked, picture(1, 9, 9), "pool_padding") == Limits(0, 2)
    assert limits(asked, picture(1, 9, 9), "pool_size") == Limits(1, 9)


@pytest.mark.parametrize(("padding", "found"), [(9, (18, 19)), (700, (1400, 1401))])
def test_that_the_few_windows_for_much_padding_are_found_from_afar(
    padding: int, found: tuple[int, int]
) -> None:
    pooling = PoolSettings(size=(1, 1), padding=(padding, padding))
    asked = replace(initial_settings(), operation="pooling", pooling=pooling)

    assert limits(asked, picture(1, 17, 1), "pool_size") == Limits(*found)


def test_that_a_slider_ends_where_a_hand_finds_each_number() -> None:
    wide = replace(initial_settings(), padding=(0, 0))

    assert slider_limits(wide, picture(1, 300, 300), FIELDS["padding"]) == Limits(0, 32)
    assert slider_limits(wide, picture(1, 300, 300), FIELDS["dilation"]) == Limits(
        1, 16
    )
    far = replace(wide, padding=(40, 40))
    assert slider_limits(far, picture(1, 300, 300), FIELDS["padding"]) == Limits(0, 40)
