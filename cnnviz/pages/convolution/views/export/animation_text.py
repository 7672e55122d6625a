"""What an animation says, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLocale

from cnnviz.engine.animation.labels import AnimationLabels


def animation_labels() -> AnimationLabels:
    """Return the texts of an animation in the language of now."""
    return AnimationLabels(
        decimal_point=QLocale().decimalPoint(),
        convolution=QCoreApplication.translate("AnimationLabels", "Convolution"),
        true_convolution=QCoreApplication.translate(
            "AnimationLabels", "True convolution"
        ),
        transposed=QCoreApplication.translate(
            "AnimationLabels", "Transposed convolution"
        ),
        pooling=QCoreApplication.translate("AnimationLabels", "Pooling"),
        maximum=QCoreApplication.translate("AnimationLabels", "max"),
        minimum=QCoreApplication.translate("AnimationLabels", "min"),
        mean=QCoreApplication.translate("AnimationLabels", "mean"),
        sum=QCoreApplication.translate("AnimationLabels", "sum"),
        signal_convolution=QCoreApplication.translate(
            "AnimationLabels", "Convolution of a signal"
        ),
        stride=QCoreApplication.translate("AnimationLabels", "stride {number}"),
        padding=QCoreApplication.translate("AnimationLabels", "padding {number}"),
        four_sides=QCoreApplication.translate(
            "AnimationLabels", "{numbers} (top, bottom, left, right)"
        ),
        two_ends=QCoreApplication.translate(
            "AnimationLabels", "{numbers} (before, after)"
        ),
        reflect=QCoreApplication.translate("AnimationLabels", "reflect"),
        replicate=QCoreApplication.translate("AnimationLabels", "replicate"),
        circular=QCoreApplication.translate("AnimationLabels", "circular"),
        dilation=QCoreApplication.translate("AnimationLabels", "dilation {number}"),
        step=QCoreApplication.translate(
            "AnimationLabels", "Step {step} of {steps}: row {row}, column {column}"
        ),
        signal_step=QCoreApplication.translate(
            "AnimationLabels", "Step {step} of {steps}"
        ),
        input=QCoreApplication.translate("AnimationLabels", "Input"),
        stretched=QCoreApplication.translate(
            "AnimationLabels", "Input, zeros in between"
        ),
        signal=QCoreApplication.translate("AnimationLabels", "Signal"),
        window=QCoreApplication.translate("AnimationLabels", "Window"),
        kernel=QCoreApplication.translate("AnimationLabels", "Kernel"),
        products=QCoreApplication.translate("AnimationLabels", "Products"),
        output=QCoreApplication.translate("AnimationLabels", "Output"),
        channel=QCoreApplication.translate("AnimationLabels", "channel {channel}"),
        bias=QCoreApplication.translate("AnimationLabels", "bias"),
        more_products=QCoreApplication.translate("AnimationLabels", "{count} more"),
        all_numbers=QCoreApplication.translate("AnimationLabels", "{count} numbers"),
        rows=QCoreApplication.translate("AnimationLabels", "rows"),
        columns=QCoreApplication.translate("AnimationLabels", "columns"),
        unreached=QCoreApplication.translate(
            "AnimationLabels",
            "Rows never reached: {rows}; columns: {columns} (crossed out).",
        ),
        unreached_numbers=QCoreApplication.translate(
            "AnimationLabels", "Numbers never reached: {count} (crossed out)."
        ),
        around_signal=QCoreApplication.translate(
            "AnimationLabels",
            "Only the numbers around the window are drawn, of {count}.",
        ),
        around=QCoreApplication.translate(
            "AnimationLabels",
            "Only the cells around the window are drawn, of {rows} × {columns}.",
        ),
    )
