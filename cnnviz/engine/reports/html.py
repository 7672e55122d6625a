"""A run as one page of HTML: no script, no file beside it, no link to another host."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from cnnviz.engine.messages.translations import translate
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.reports.answers import Answers, answers
from cnnviz.engine.reports.confusion_table import confusion_table
from cnnviz.engine.reports.curves import curves
from cnnviz.engine.reports.page_style import STYLE
from cnnviz.engine.reports.pictures import data_address, kernel_sheet, picture_png
from cnnviz.engine.reports.run_record import RunRecord
from cnnviz.engine.reports.run_weights import newest_weights
from cnnviz.engine.reports.scene import to_svg
from cnnviz.engine.reports.words import Words
from cnnviz.engine.shown_text import shown
from cnnviz.engine.training.data.words import data_options
from cnnviz.engine.training.initializations import CONTEXT as OF_INITIALIZATIONS
from cnnviz.engine.training.initializations import INITIALIZATIONS
from cnnviz.engine.training.mistakes import most_confident_mistakes
from cnnviz.engine.training.optimizers import CONTEXT as OF_OPTIMIZERS
from cnnviz.engine.training.optimizers import OPTIMIZERS

_MISTAKES: Final = 12
"""Two lines of pictures."""

_MOST_EPOCHS: Final = 60

_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing. The styles and pictures are in it."""


def html_report(run: RunRecord, words: Words) -> str:
    """Return the page.

    Whatever the run lacks, as one that is not finished or is damaged, is said in words.
    Names and texts of its files are shown and do nothing.
    """
    name = _network_name(run, words)
    title = words.say("title", network=name)
    parts = [*_ends(run, words), *_sections(run, words)]
    language = words.language.key.replace("_", "-")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{language}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style></head>",
            f"<body><main><h1>{escape(title)}</h1>",
            *parts,
            "</main></body></html>\n",
        ]
    )


def _network_name(run: RunRecord, words: Words) -> str:
    if run.settings is not None:
        return run.settings.config.network.title
    return str(run.recipe.get("network", words.say("unknown")))


def _sections(run: RunRecord, words: Words) -> Iterator[str]:
    if run.batches or run.epochs:
        svg = to_svg(curves(run, words))
        yield _section(words.say("curves"), svg, _note(words.say("curves_say")))
    if run.settings is not None:
        found = answers(run)
        yield _section(words.say("confusion"), *_confusion(run, found, words))
        if found.predictions is not None:
            yield _section(words.say("mistakes"), *_mistakes(run, found, words))
        yield from _kernels(run, words)
    yield _section(words.say("recipe"), _table(recipe_rows(run, words)))
    if run.epochs:
        yield _section(words.say("epochs_heading"), *_epochs(run, words))
    yield _section(words.say("origin"), _table(_origin(run, words)))


def _section(heading: str, *parts: str) -> str:
    return f"<section><h2>{escape(heading)}</h2>\n" + "\n".join(parts) + "</section>"


def _note(text: str) -> str:
    return f'<p class="note">{escape(text)}</p>'


def _table(rows: Iterable[tuple[str, str]]) -> str:
    lines = (
        f"<tr><th>{escape(name)}</th><td>{escape(shown(value, 2_000))}</td></tr>"
        for name, value in rows
    )
    return f'<table class="facts">{"".join(lines)}</table>'


def _ends(run: RunRecord, words: Words) -> Iterator[str]:
    """Yield how far the run came, and what of it cannot be read."""
    said = list[str]()
    if run.epochs:
        said.append(
            words.say(
                "finished",
                accuracy=words.percent(run.epochs[-1].validation_accuracy),
                count=run.count("validation_pictures"),
                epochs=len(run.epochs),
            )
        )
    elif not run.batches:
        said.append(words.say("nothing"))
    tested = run.end.get("test_accuracy")
    if isinstance(tested, float):
        said.append(words.say("test", accuracy=words.percent(tested)))
    kind = run.end.get("event")
    if kind == "failed":
        said.append(str(run.end.get("message", "")))
    elif kind != "finished" and run.epochs_asked:
        done, epochs = len(run.epochs), run.epochs_asked
        said.append(words.say("unfinished", done=done, epochs=epochs))
    yield f'<p class="end">{escape(" ".join(said))}</p>'
    for error in run.damage:
        yield f'<p class="damage">{escape(words.sentence(error))}</p>'


def _confusion(run: RunRecord, found: Answers, words: Words) -> Iterator[str]:
    if found.predictions is None:
        yield _note(words.say("no_answers"))
        yield from _missing(run, found, words)
        return
    if found.epoch:
        yield _note(words.say("confusion_says", epoch=found.epoch))
    else:
        yield _note(words.say("confusion_computed"))
    yield confusion_table(found.predictions.confusion(), labels(run, words), words)


def labels(run: RunRecord, words: Words) -> list[str]:
    """Return what the classes are called."""
    if run.settings is None:
        return []
    names = run.settings.config.network.labels
    return [shown(translate("Datasets", name, words.language), 60) for name in names]


def _missing(run: RunRecord, found: Answers, words: Words) -> Iterator[str]:
    if found.missing is not None:
        reason = words.sentence(found.missing).rstrip(".")
        yield _note(words.say("no_pictures", reason=reason))
    elif found.images_nhw is None and run.settings is not None:
        yield _note(words.say("other_pictures", data=run.settings.data))


def _mistakes(run: RunRecord, found: Answers, words: Words) -> Iterator[str]:
    said = found.predictions
    if said is None:
        return
    numbers = most_confident_mistakes(said, _MISTAKES)
    if not len(numbers):
        yield _note(words.say("no_mistakes"))
        return
    if found.images_nhw is None:
        yield from _missing(run, found, words)
        return
    names = labels(run, words)
    yield '<div class="pictures">'
    for number in numbers:
        text = words.say(
            "taken_for",
            shows=names[said.labels_n[number]],
            said=names[said.predicted_n[number]],
            sure=words.sure_percent(float(said.confidence_n[number])),
        )
        address = data_address(picture_png(found.images_nhw[number]))
        yield (
            f'<figure><img src="{address}" alt="">'
            f"<figcaption>{escape(text)}</figcaption></figure>"
        )
    yield "</div>"


def _kernels(run: RunRecord, words: Words) -> Iterator[str]:
    if run.settings is None:
        return
    network = run.settings.config.network
    weights = newest_weights(run, network)
    if weights is None:
        heading = words.say("kernels", layer="1")
        yield _section(heading, _note(words.say("no_weights")))
        return
    sheet = kernel_sheet(network, weights)
    if sheet is None:
        return
    said = words.say("kernels_colour" if sheet.in_colour else "kernels_say")
    if sheet.shown < sheet.all:
        some = words.say("some_kernels", shown=sheet.shown, all=sheet.all)
        said = f"{said} {some}"
    heading = words.say("kernels", layer=sheet.layer)
    picture = (
        f'<img class="kernels" width="{sheet.width}" alt="{escape(heading)}" '
        f'src="{data_address(sheet.png)}">'
    )
    yield _section(heading, picture, _note(said))


def recipe_rows(run: RunRecord, words: Words) -> Iterator[tuple[str, str]]:
    """Yield each setting and its value, as they are called in the language."""
    if run.settings is not None:
        network = run.settings.config.network
        yield words.say("network"), f"{network.title} ({network.name})"
        parameters = summarize(network).parameters
        yield words.say("parameters"), words.number(parameters)
        yield words.say("data"), run.settings.data
    for name in ("training_pictures", "validation_pictures", "processes"):
        if run.count(name):
            yield words.say(name), words.number(run.count(name))
    for name, value in run.recipe.items():
        if name in ("network", "snapshot_every", "snapshot_megabytes"):
            continue
        is_set = value is not None and (value != 0.0 or name == "seed")
        if isinstance(value, dict):  # of the data, and told below
            continue
        optimizer = OPTIMIZERS.get(str(run.recipe.get("optimizer")))
        has_momentum = optimizer is None or optimizer.has_momentum
        if not is_set or (name == "momentum" and not has_momentum):
            continue
        told = run.started.get("device", value) if name == "device" else value
        yield words.named(name), _value(name, told, words)
    if run.settings is not None:
        for option, told_of in data_options(run.settings.config).items():
            if told_of is not None:
                yield words.named(option), _value(option, told_of, words)
    for change in run.changes:
        for name, value in change.values.items():
            told = words.say("changed", value=words.number(value), step=change.step)
            yield words.named(name), told


def _value(name: str, value: object, words: Words) -> str:
    match value:
        case bool():
            return str(value)
        case int():
            return str(value) if name == "seed" else words.number(value)
        case float():
            return words.number(value)
        case str() if name == "schedule":
            return words.named(value)
        case str() if name == "initialization" and value in INITIALIZATIONS:
            title = INITIALIZATIONS[value].title
            return translate(OF_INITIALIZATIONS, title, words.language)
        case str() if name == "optimizer" and value in OPTIMIZERS:
            return translate(OF_OPTIMIZERS, OPTIMIZERS[value].title, words.language)
        case _:
            return shown(str(value))


def _epochs(run: RunRecord, words: Words) -> Iterator[str]:
    training, held_out = words.say("training"), words.say("held_out")
    loss, accuracy = words.say("loss").lower(), words.say("accuracy").lower()
    heads = (
        words.say("epoch"),
        f"{training}: {loss}",
        f"{training}: {accuracy}",
        f"{held_out}: {loss}",
        f"{held_out}: {accuracy}",
        words.say("seconds"),
    )
    every = -(-len(run.epochs) // _MOST_EPOCHS)
    lines = list[str]()
    for epoch in run.epochs:
        if epoch.epoch % every and epoch is not run.epochs[-1]:
            continue
        cells = (
            str(epoch.epoch),
            words.fixed(epoch.train_loss, 4),
            words.percent(epoch.train_accuracy),
            words.fixed(epoch.validation_loss, 4),
            words.percent(epoch.validation_accuracy),
            words.fixed(epoch.seconds, 1),
        )
        lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    yield f'<table class="numbers"><tr>{head}</tr>{"".join(lines)}</table>'


def _origin(run: RunRecord, words: Words) -> Iterator[tuple[str, str]]:
    if run.settings is not None:
        yield words.say("command"), run.settings.command
    if "begun" in run.said:
        yield words.say("begun"), str(run.said["begun"])
    if run.batches:
        took = words.number(round(run.batches[-1].seconds, 1))
        yield words.say("took"), f"{took} s"
    if run.settings is not None:
        yield words.say("fingerprint"), run.settings.fingerprint
    versions = run.said.get("versions")
    if isinstance(versions, dict):
        told = ", ".join(f"{name} {number}" for name, number in versions.items())
        yield words.say("versions"), told
