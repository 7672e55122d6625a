"""The lab that another page wishes to see."""

from dataclasses import replace

import numpy as np

from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_file import Lab, LabView
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    PoolSettings,
    with_bank,
)
from cnnviz.state.lab_input import feature_maps
from cnnviz.state.lab_wish import LabWish
from cnnviz.state.picture.number_pictures import numbers_picture


def lab_of(wish: LabWish, before: LabSettings) -> Lab:
    """Return picture, settings and place that show what is wished for.

    Parameters
    ----------
    wish
        The numbers, and what is done with them.
    before
        The settings of now: what the wish says nothing of stays.

    Raises
    ------
    CnnvizError
        ``lab_numbers_too_large``, and what `operation_of` raises: ``kernel_size_too_large``,
        ``padding_too_large``.
    """
    spec = wish.spec
    if isinstance(spec, PoolSpec):
        settings = _pooling(spec, wish, before)
    else:
        settings = _convolution(spec, wish, before)
    settings = replace(
        settings, activation=wish.activation.kind, slope=wish.activation.slope
    )
    # The comparison is false of what is not a number, too.
    for numbers in (wish.numbers_chw, settings.bank.weights_oikk):
        if not bool((np.abs(numbers) <= LARGEST_NUMBER).all()):
            most = int(LARGEST_NUMBER)
            raise CnnvizError("lab_numbers_too_large", name=wish.name, most=most)
    operation_of(settings, feature_maps(wish.numbers_chw))
    picture = numbers_picture(wish.numbers_chw, wish.name)
    view = LabView(cell=wish.cell, whole_output_shown=True)
    return Lab(replace(picture, origin="network"), settings, view)


def _convolution(spec: ConvSpec, wish: LabWish, before: LabSettings) -> LabSettings:
    assert wish.kernels_oikk is not None
    bank = KernelBank(wish.kernels_oikk)
    # A bias that came with kernels goes with them.
    learned = frozenset(range(bank.outputs))
    settings = with_bank(before, bank, (wish.bias,) * bank.outputs)
    return replace(
        settings,
        operation="convolution",
        preset="",
        learned_biases=learned,
        kernel_size=spec.kernel,
        stride=spec.stride,
        padding=spec.padding,
        padding_mode=spec.padding_mode,
        dilation=spec.dilation,
        flip=spec.flip,
        groups=spec.groups,
    )


def _pooling(spec: PoolSpec, wish: LabWish, before: LabSettings) -> LabSettings:
    is_whole = spec.size == wish.numbers_chw.shape[1:] and spec.padding == (0, 0)
    asked = PoolSettings(
        kind=spec.kind,
        size=spec.size,
        stride=None if spec.steps == spec.size else spec.stride,
        padding=spec.padding,
        counts_padding=spec.counts_padding,
        is_global=is_whole,
    )
    return replace(before, operation="pooling", pooling=asked)
