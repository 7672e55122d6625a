"""What a run says about itself, in one line."""

from PySide6.QtCore import QCoreApplication

from cnnviz.state.run.run_state import Run
from cnnviz.ui.numbers import fixed, percent, whole
from cnnviz.ui.texts import filled


def run_words(run: Run) -> str:
    """Return the line over the progress bar."""
    translate = QCoreApplication.translate
    match run.phase:
        case "idle" if run.recovered is not None:
            return translate(
                "RunWords",
                "The network that you trained last time is here: it can be used and "
                "saved. Press Start for a new run.",
            )
        case "idle":
            return translate("RunWords", "No run yet. Choose a recipe and press Start.")
        case "preparing":
            return translate("RunWords", "Preparing the pictures and the network…")
        case "stopping":
            if run.started is None:
                return translate("RunWords", "Stopping when the pictures are ready…")
            return translate("RunWords", "Stopping after the batch at hand…")
        case "finished":
            return _finished_words(run)
        case "stopped":
            return _stopped_words(run)
        case "failed":
            return ""
        case _:
            return _progress_words(run)


def duration(seconds: float) -> str:
    """Write minutes and seconds, and hours when there are any.

    Examples
    --------
    >>> duration(41.2), duration(3671)
    ('0:41', '1:01:11')
    """
    minutes, second = divmod(round(seconds), 60)
    hour, minute = divmod(minutes, 60)
    if hour:
        return f"{hour}:{minute:02}:{second:02}"
    return f"{minute}:{second:02}"


def _progress_words(run: Run) -> str:
    translate = QCoreApplication.translate
    assert run.config is not None
    parts = [
        translate("RunWords", "Epoch {epoch} of {epochs}").format(
            epoch=whole(_epoch(run)), epochs=whole(run.config.epochs)
        ),
        percent(run.share_done, 0),
    ]
    if run.phase == "paused":
        step = 0 if run.last_batch is None else run.last_batch.step
        parts.append(
            translate("RunWords", "paused after batch {batch}").format(
                batch=whole(step)
            )
        )
        return " · ".join(parts)
    if run.pace > 0:
        parts.append(
            filled(
                translate("RunWords", "{count} {count|picture|pictures}/s"),
                count=_two_digits(run.pace),
            )
        )
    if run.seconds_left is not None:
        left = duration(run.seconds_left)
        parts.append(translate("RunWords", "{time} left").format(time=left))
    return " · ".join(parts)


def _epoch(run: Run) -> int:
    return 1 if run.last_batch is None else run.last_batch.epoch


def _two_digits(pace: float) -> int:
    """Round so that the number can be read while it changes."""
    return int(float(f"{pace:.2g}"))


def _finished_words(run: Run) -> str:
    if run.finished is None or run.started is None:
        return ""
    text = QCoreApplication.translate(
        "RunWords",
        "Finished in {seconds} s. Accuracy: {share} on {count} validation "
        "{count|picture|pictures}.",
    )
    return filled(
        text,
        share=percent(run.finished.validation_accuracy, 2),
        count=run.started.validation_pictures,
        seconds=fixed(run.finished.seconds, 0),
    )


def _stopped_words(run: Run) -> str:
    translate = QCoreApplication.translate
    if run.weights_step == 0:
        return translate("RunWords", "Stopped before the first batch.")
    batch = whole(run.weights_step)
    accuracy = run.newest_validation_accuracy
    if accuracy is None:
        return translate(
            "RunWords", "Stopped after batch {batch}. What was learned is kept."
        ).format(batch=batch)
    return translate(
        "RunWords",
        "Stopped after batch {batch}. Accuracy: {share} on the validation pictures.",
    ).format(batch=batch, share=percent(accuracy, 2))
