"""What a padding comes to in rows and columns."""

from cnnviz.engine.convolution.shapes import padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec, Sides
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.state.lab_input import LabInput


def padding_shown(settings: LabSettings, given: LabInput | None) -> Sides:
    """Return top, bottom, left, right: as asked for, or what a name comes to.

    Impossible numbers beside the padding count as the nearest possible ones.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from cnnviz.pages.convolution.model.lab_settings import initial_settings
    >>> padding_shown(replace(initial_settings(), padding=(1, 2)), None)
    (1, 1, 2, 2)
    """
    padding = settings.padding
    if not isinstance(padding, str):
        if len(padding) == 4:
            return padding
        return padding[0], padding[0], padding[1], padding[1]
    if given is None:
        return 0, 0, 0, 0
    rows, columns = (max(length, 1) for length in settings.kernel_size)
    down, right = (max(length, 1) for length in settings.stride)
    apart, beside = (max(length, 1) for length in settings.dilation)
    spec = ConvSpec(
        kernel=(rows, columns),
        stride=(down, right),
        dilation=(apart, beside),
        padding=padding,
    )
    amounts = padding_amounts(spec, given.size_hw)
    return amounts.top, amounts.bottom, amounts.left, amounts.right
