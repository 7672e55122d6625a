"""What a section of the inspector holds, in a few words."""

from typing import cast

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.convolution.model.fields import FIELDS, translated
from cnnviz.pages.convolution.model.lab_settings import LabSettings, bias_of
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.numbers import short
from cnnviz.ui.texts import filled


def section_values(key: str, state: LabState) -> str:
    """Return what a section holds now.

    Parameters
    ----------
    key
        ``input``, ``kernel``, ``window``, ``after`` or ``signal``.
    state
        What was asked for, possible or not.
    """
    settings = state.settings
    match key:
        case "input":
            return _input(state)
        case "kernel":
            return _kernels(settings)
        case "window":
            return " · ".join(_window(state))
        case "after":
            return " · ".join(_after(settings, state.output_channel))
        case _:
            return _signal(settings)


def _input(state: LabState) -> str:
    if state.given is None:
        return ""
    height, width = state.given.size_hw
    is_grey = state.given.channels == 1
    kind = QCoreApplication.translate("SectionWords", "grey")
    if not is_grey:
        text = QCoreApplication.translate("SectionWords", "{n} channels")
        kind = text.format(n=state.given.channels)
    return f"{height} × {width}, {kind}"


def _kernels(settings: LabSettings) -> str:
    size = _pair(settings.kernel_size, "×")
    count = settings.bank.outputs
    if count == 1:
        return size
    text = QCoreApplication.translate("SectionWords", "{n} kernels")
    return f"{size}, {text.format(n=count)}"


def _window(state: LabState) -> list[str]:
    settings = state.settings
    stride = QCoreApplication.translate("SectionWords", "stride {pair}")
    dilation = QCoreApplication.translate("SectionWords", "dilation {pair}")
    padding = QCoreApplication.translate("SectionWords", "padding {pair}")
    if settings.operation == "pooling":
        return _pooling(settings, stride, padding)
    size = _pair(settings.kernel_size, "×")
    around: object
    if settings.operation == "transposed":
        asked = settings.transposed
        steps, apart, around = asked.stride, asked.dilation, asked.padding
    else:
        steps, apart = settings.stride, settings.dilation
        # What a name such as "same" comes to.
        around = FIELDS["padding"].shown_on(settings, state.given)
    parts = [
        size,
        stride.format(pair=_pair(steps)),
        dilation.format(pair=_pair(apart)),
        padding.format(pair=_pair(cast("tuple[int, ...]", around))),
    ]
    if settings.flip:
        parts.append(QCoreApplication.translate("SectionWords", "turned"))
    return parts


def _pooling(settings: LabSettings, stride: str, padding: str) -> list[str]:
    asked = settings.pooling
    kinds = FIELDS["pool_kind"]
    names = dict(zip(kinds.choices, kinds.choice_names, strict=True))
    kind = translated(names[asked.kind])
    if asked.is_global:
        return [kind, QCoreApplication.translate("SectionWords", "the whole picture")]
    steps = asked.size if asked.stride is None else asked.stride
    return [
        f"{kind} {_pair(asked.size, '×')}",
        stride.format(pair=_pair(steps)),
        padding.format(pair=_pair(asked.padding)),
    ]


def _after(settings: LabSettings, channel: int) -> list[str]:
    parts = []
    if settings.operation != "pooling":
        text = QCoreApplication.translate("SectionWords", "bias {bias}")
        bias = bias_of(settings, min(channel, len(settings.biases) - 1))
        parts.append(text.format(bias=short(bias)))
    if settings.activation == "none":
        parts.append(QCoreApplication.translate("SectionWords", "no activation"))
    else:
        kinds = FIELDS["activation"]
        names = dict(zip(kinds.choices, kinds.choice_names, strict=True))
        parts.append(translated(names[settings.activation]))
    return parts


def _signal(settings: LabSettings) -> str:
    asked = settings.signal
    text = QCoreApplication.translate(
        "SectionWords",
        "{values} {values|number|numbers}, {weights} {weights|weight|weights}",
    )
    return filled(text, values=len(asked.values), weights=len(asked.kernel))


def _pair(numbers: tuple[int, ...], sign: str = ",") -> str:
    """Write numbers once where they are the same, unless they are a size."""
    if sign == "×":
        return f" {sign} ".join(map(str, numbers))
    return str(numbers[0]) if len(set(numbers)) == 1 else ", ".join(map(str, numbers))
