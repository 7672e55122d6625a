"""What a convolution may be asked."""

import pytest

from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence


@pytest.mark.parametrize(
    ("settings", "code", "number"),
    [
        ({"kernel": (0, 3)}, "kernel_size_too_small", "0"),
        ({"kernel": (3, 3), "stride": (1, 0)}, "stride_too_small", "0"),
        ({"kernel": (3, 3), "dilation": (-2, 1)}, "dilation_too_small", "-2"),
        ({"kernel": (3, 3), "padding": (0, -1)}, "padding_negative", "-1"),
        ({"kernel": (3, 3), "padding": "some"}, "padding_unknown", "some"),
        ({"kernel": (3, 3), "padding": (1, 1, 1, -3)}, "padding_negative", "-3"),
        (
            {"kernel": (3, 3), "padding_mode": "mirror"},
            "padding_mode_unknown",
            "mirror",
        ),
        ({"kernel": (3, 3), "groups": 0}, "groups_too_few", "0"),
    ],
)
def test_that_a_bad_setting_is_refused_with_its_value(
    settings: dict[str, object], code: str, number: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        ConvSpec(**settings)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert number in sentence(caught.value)


def test_that_equal_settings_are_equal() -> None:
    assert ConvSpec(kernel=(3, 3)) == ConvSpec(kernel=(3, 3), stride=(1, 1))
