"""What a film says, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLocale

from cnnviz.engine.animation.words import FilmWords


def film_words() -> FilmWords:
    """Return the texts of a film in the language of now."""
    return FilmWords(
        decimal_point=QLocale().decimalPoint(),
        convolution=QCoreApplication.translate("FilmWords", "Convolution"),
        true_convolution=QCoreApplication.translate("FilmWords", "True convolution"),
        transposed=QCoreApplication.translate("FilmWords", "Transposed convolution"),
        pooling=QCoreApplication.translate("FilmWords", "Pooling"),
        maximum=QCoreApplication.translate("FilmWords", "max"),
        minimum=QCoreApplication.translate("FilmWords", "min"),
        mean=QCoreApplication.translate("FilmWords", "mean"),
        sum=QCoreApplication.translate("FilmWords", "sum"),
        signal_convolution=QCoreApplication.translate(
            "FilmWords", "Convolution of a signal"
        ),
        stride=QCoreApplication.translate("FilmWords", "stride {number}"),
        padding=QCoreApplication.translate("FilmWords", "padding {number}"),
        four_sides=QCoreApplication.translate(
            "FilmWords", "{numbers} (top, bottom, left, right)"
        ),
        two_ends=QCoreApplication.translate("FilmWords", "{numbers} (before, after)"),
        reflect=QCoreApplication.translate("FilmWords", "reflect"),
        replicate=QCoreApplication.translate("FilmWords", "replicate"),
        circular=QCoreApplication.translate("FilmWords", "circular"),
        dilation=QCoreApplication.translate("FilmWords", "dilation {number}"),
        step=QCoreApplication.translate(
            "FilmWords", "Step {step} of {steps}: row {row}, column {column}"
        ),
        signal_step=QCoreApplication.translate("FilmWords", "Step {step} of {steps}"),
        input=QCoreApplication.translate("FilmWords", "Input"),
        stretched=QCoreApplication.translate("FilmWords", "Input, zeros in between"),
        signal=QCoreApplication.translate("FilmWords", "Signal"),
        window=QCoreApplication.translate("FilmWords", "Window"),
        kernel=QCoreApplication.translate("FilmWords", "Kernel"),
        products=QCoreApplication.translate("FilmWords", "Products"),
        output=QCoreApplication.translate("FilmWords", "Output"),
        channel=QCoreApplication.translate("FilmWords", "channel {channel}"),
        bias=QCoreApplication.translate("FilmWords", "bias"),
        more_products=QCoreApplication.translate("FilmWords", "{count} more"),
        all_numbers=QCoreApplication.translate("FilmWords", "{count} numbers"),
        rows=QCoreApplication.translate("FilmWords", "rows"),
        columns=QCoreApplication.translate("FilmWords", "columns"),
        unreached=QCoreApplication.translate(
            "FilmWords",
            "Rows never reached: {rows}; columns: {columns} (crossed out).",
        ),
        unreached_numbers=QCoreApplication.translate(
            "FilmWords", "Numbers never reached: {count} (crossed out)."
        ),
        around_signal=QCoreApplication.translate(
            "FilmWords", "Only the numbers around the window are drawn, of {count}."
        ),
        around=QCoreApplication.translate(
            "FilmWords",
            "Only the cells around the window are drawn, of {rows} × {columns}.",
        ),
    )
