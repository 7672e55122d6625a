"""How far a run is, in one line, and what stays true of it."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.shapes import parameter_count
from cnnviz.state.run.run_state import Run
from cnnviz.ui.numbers import fixed, percent
from cnnviz.ui.texts import filled, plain, sentence

_MUCH_WAITING: Final = 0.15
"""Share of the time from which on a larger batch is worth a word."""

_BYTES: Final = 4
"""Of one number of the gradient."""


def lasting_words(run: Run) -> str:
    """Return what stays true while a run is shown and is said in lines of its own."""
    said = [_waiting_words(run)]
    if run.unkept is not None:
        text = QCoreApplication.translate(
            "RunWords", "This training is not being saved: {reason}."
        )
        said.append(text.format(reason=_reason(run.unkept)))
    elif run.phase == "followed":
        text = QCoreApplication.translate(
            "RunWords",
            "Another program is doing this training; what it writes appears here "
            "as it arrives. Click Start to begin your own.",
        )
        said.append(text)
    elif run.phase == "idle" and run.recovered is not None:
        text = QCoreApplication.translate(
            "RunWords",
            "The network that you trained last time is here; you can use it and "
            "save it. Click Start for a new training.",
        )
        said.append(text)
    return "\n".join(filter(None, said))


def _reason(error: CnnvizError) -> str:
    """Say why without the name of the file: nobody chose the place."""
    told = error.facts.get("reason")
    return sentence(error).rstrip(".") if told is None else plain(str(told).rstrip("."))


def run_words(run: Run) -> tuple[str, ...]:
    """Return how far a run is, at several lengths, the longest first."""
    translate = QCoreApplication.translate
    match run.phase:
        case "idle" | "failed":
            return ("",)
        case "preparing":
            return (translate("RunWords", "Preparing the pictures and the network…"),)
        case "stopping":
            text = translate("RunWords", "Stopping after the current batch…")
            if run.started is None:
                text = translate(
                    "RunWords", "Stopping as soon as the pictures are ready…"
                )
            return (text,)
        case "finished":
            return _finished_words(run)
        case "stopped":
            return _stopped_words(run)
        case _:
            return _progress_words(run)


def _waiting_words(run: Run) -> str:
    """Say why processes that learn together are not faster."""
    if run.waiting is None or run.started is None or run.network is None:
        return ""
    translate, share = QCoreApplication.translate, run.waiting.share
    if share < _MUCH_WAITING:
        text = translate(
            "RunWords",
            "{count} processes learn together: each waits {share} of the time for the "
            "others.",
        )
    else:
        text = translate(
            "RunWords",
            "{count} processes learn together: each waits {share} of the time for the "
            "others, since {size} kB of gradients are exchanged after every batch. A "
            "larger batch makes that less.",
        )
    size = parameter_count(run.network) * _BYTES / 1000
    return filled(
        text, count=run.started.processes, share=percent(share, 0), size=round(size)
    )


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


def _progress_words(run: Run) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    assert run.config is not None
    last = run.last_batch
    epoch, step = (1, 0) if last is None else (last.epoch, last.step)
    text = translate("RunWords", "Epoch {epoch} of {epochs}")
    parts = [filled(text, epoch=epoch, epochs=run.config.epochs)]
    parts.append(percent(run.share_done, 0))
    if run.phase == "paused":
        text = translate("RunWords", "paused after batch {batch}")
        return _shorter([*parts, filled(text, batch=step)])
    if run.pace > 0:
        text = translate("RunWords", "{count} {count|picture|pictures}/s")
        parts.append(filled(text, count=_two_digits(run.pace)))
    if run.seconds_left is not None:
        text = translate("RunWords", "{time} left")
        parts.append(text.format(time=duration(run.seconds_left)))
    return _shorter(parts)


def _shorter(parts: list[str]) -> tuple[str, ...]:
    """Leave out the first ones where room is scarce: the timeline says them, too."""
    return tuple(" · ".join(parts[first:]) for first in range(len(parts)))


def _two_digits(pace: float) -> int:
    """Round so that the number can be read while it changes."""
    return int(float(f"{pace:.2g}"))


def _finished_words(run: Run) -> tuple[str, ...]:
    if run.finished is None or run.started is None:
        return ("",)
    seconds = fixed(run.finished.seconds, 0)
    facts = {
        "seconds": seconds,
        "share": percent(run.finished.validation_accuracy, 2),
        "count": run.started.validation_pictures,
    }
    texts = (
        QCoreApplication.translate(
            "RunWords",
            "Finished in {seconds} s · {share} on {count} validation "
            "{count|picture|pictures}",
        ),
        QCoreApplication.translate("RunWords", "{seconds} s · {share} on {count}"),
    )
    return tuple(filled(text, **facts) for text in texts)


def _stopped_words(run: Run) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    if run.weights_step == 0:
        return (translate("RunWords", "Stopped before the first batch."),)
    text = translate("RunWords", "Stopped after batch {batch}")
    said, accuracy = (
        filled(text, batch=run.weights_step),
        run.newest_validation_accuracy,
    )
    if accuracy is None:
        return (said,)
    text = translate("RunWords", "{share} of the validation pictures right")
    share = text.format(share=percent(accuracy, 2))
    return f"{said} · {share}", said
