"""What a run says of itself: one sentence, and one line of numbers."""

from math import log

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.training.diagnosis.findings import Finding
from cnnviz.state.run.run_findings import WayOut, best_epoch, knew_more
from cnnviz.state.run.run_state import Run
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.numbers import percent, short, whole
from cnnviz.ui.texts import filled


def headline(run: Run, finding: Finding | None) -> tuple[str, str]:
    """Return the sentence, and the line below it.

    Parameters
    ----------
    run
        The run of now.
    finding
        The gravest that was found in it; ``None`` before there is a run.
    """
    translate = QCoreApplication.translate
    match run.phase:
        case "idle":
            return (
                translate("Headline", "Ready to learn."),
                translate(
                    "Headline",
                    "Click Start: the network begins with random weights, so it guesses.",
                ),
            )
        case "preparing":
            return (
                translate("Headline", "Getting ready…"),
                translate("Headline", "The pictures and the network are being loaded."),
            )
        case "failed" if finding is None or finding.kind != "not_a_number":
            if run.started is None:
                return translate("Headline", "The training could not start."), ""
            return translate("Headline", "The training could not continue."), ""
    if finding is None:
        return "", ""
    return _found(run, finding)


def _found(run: Run, finding: Finding) -> tuple[str, str]:
    match finding.kind:
        case "learning" | "beginning":
            return _good(run, finding)
        case "collapsed" | "guessing":
            return _guessing(finding)
        case "over_fitting":
            return _over_fitting(finding)
        case "plateau":
            return _plateau(finding)
        case "dead" | "vanishing" | "exploding":
            return _layers(finding)
        case _:
            return _losing(run, finding)


def _good(run: Run, finding: Finding) -> tuple[str, str]:
    translate, epochs = QCoreApplication.translate, run.epochs
    if finding.kind == "beginning":
        network = run.network
        classes = 0 if network is None else len(network.labels)
        text = translate(
            "Headline",
            "Guessing among {classes} {classes|class|classes} gets {share} right, with a "
            "loss of {loss}.",
        )
        numbers = filled(
            text,
            classes=classes,
            share=percent(1 / max(1, classes), 0),
            loss=short(log(max(1, classes)), 3),
        )
        return _rests(run) or translate("Headline", "Just begun."), numbers
    facts = finding.facts
    text = translate("Headline", "The loss fell from {first} to {loss}")
    # The very numbers that stand at the ends of the curves.
    loss, right = run.curves.loss.mean(), run.curves.accuracy.mean()
    newest = facts["loss"] if loss is None else loss
    right = float(facts["accuracy"]) if right is None else right
    parts = [text.format(first=_short(facts["first"]), loss=_short(newest))]
    text = translate("Headline", "{share} right in the latest batches")
    parts.append(text.format(share=percent(right, 1)))
    if epochs:
        text = translate("Headline", "{share} of pictures that it has never seen")
        share = percent(epochs[-1].validation_accuracy, 1)
        parts.append(text.format(share=share))
    return _rests(run) or translate("Headline", "Learning."), " · ".join(parts)


def _rests(run: Run) -> str:
    """Return what is said of a run that is well, but rests or is over."""
    translate, epochs = QCoreApplication.translate, run.epochs
    if run.phase == "paused":
        return translate("Headline", "Paused.")
    if run.phase == "finished" and epochs:
        text = translate("Headline", "Finished: {share} right.")
        return text.format(share=percent(epochs[-1].validation_accuracy, 1))
    if run.phase == "stopped" and not run.weights_step:
        return translate("RunWords", "Stopped before the first batch.")
    if run.phase == "stopped":
        text = translate("Headline", "Stopped after batch {batch}.")
        return text.format(batch=whole(run.weights_step))
    return ""


def _guessing(finding: Finding) -> tuple[str, str]:
    translate, facts = QCoreApplication.translate, finding.facts
    text = translate(
        "Headline",
        "{share} right with {classes} {classes|class|classes} is guessing; the loss is "
        "{loss}.",
    )
    numbers = filled(
        text,
        share=percent(float(facts["accuracy"]), 1),
        classes=int(facts["classes"]),
        loss=_short(facts["loss"]),
    )
    if finding.kind == "guessing":
        return translate("Headline", "Still only guessing."), numbers
    if knew_more(facts):
        text = translate("Headline", "It had {share} right before.")
        numbers += " " + text.format(share=percent(float(facts["best"]), 1))
    text = translate("Headline", "The learning rate of {rate} may be too large.")
    numbers += " " + text.format(rate=_short(facts["learning_rate"]))
    return translate("Headline", "Collapsed: it is only guessing."), numbers


def _over_fitting(finding: Finding) -> tuple[str, str]:
    translate, facts = QCoreApplication.translate, finding.facts
    text = translate(
        "Headline",
        "Training loss fell to {training}; on pictures that it has never seen it rose "
        "from {best} to {loss}.",
    )
    numbers = text.format(
        training=_short(facts["training_loss"]),
        best=_short(facts["best"]),
        loss=_short(facts["loss"]),
    )
    title = translate("Headline", "Over-fitting since epoch {epoch}.")
    return title.format(epoch=whole(int(facts["epoch"]))), numbers


def _plateau(finding: Finding) -> tuple[str, str]:
    translate, facts = QCoreApplication.translate, finding.facts
    text = translate(
        "Headline",
        "For {epochs} {epochs|epoch|epochs} the training loss has stayed at {loss}, "
        "with {share} right.",
    )
    numbers = filled(
        text,
        epochs=int(facts["epochs"]),
        loss=_short(facts["loss"]),
        share=percent(float(facts["accuracy"]), 1),
    )
    return translate("Headline", "Learning stands still."), numbers


def _layers(finding: Finding) -> tuple[str, str]:
    translate, facts = QCoreApplication.translate, finding.facts
    if finding.kind == "vanishing":
        text = translate(
            "Headline",
            "A weight of {first} gets a gradient {times} times smaller than one of "
            "{last}: the first layers hardly learn.",
        )
        first, last = (layer_label(str(facts[name])) for name in ("first", "last"))
        times = whole(int(float(f"{int(facts['times']):.0e}")))
        numbers = text.format(first=first, last=last, times=times)
        return translate("Headline", "The gradients vanish."), numbers
    layer = layer_label(str(facts["layer"]))
    if finding.kind == "exploding":
        text = translate(
            "Headline",
            "In {layer} the gradient has a length of {norm}: each batch throws the "
            "weights far away.",
        )
        numbers = text.format(layer=layer, norm=_short(facts["norm"]))
        return translate("Headline", "The gradients explode."), numbers
    text = translate(
        "Headline",
        "For {batches} {batches|batch|batches}, {share} of its units have "
        "answered none of 64 pictures with more than 0: they no longer learn.",
    )
    batches, share = int(facts["batches"]), percent(float(facts["share"]), 0)
    title = translate("Headline", "Dead units in {layer}.").format(layer=layer)
    return title, filled(text, batches=batches, share=share)


def _losing(run: Run, finding: Finding) -> tuple[str, str]:
    translate, facts = QCoreApplication.translate, finding.facts
    if finding.kind == "not_a_number":
        text = translate(
            "Headline",
            "In epoch {epoch}, batch {batch}, the loss was no number any more: the "
            "learning rate of {rate} is too large.",
        )
        numbers = text.format(
            epoch=whole(int(facts["epoch"])),
            batch=whole(int(facts["batch"])),
            rate=_short(facts["learning_rate"]),
        )
        return translate("Headline", "The loss grew beyond all numbers."), numbers
    text = translate(
        "Headline", "The loss rose from {lowest} to {loss}; guessing costs {guessing}."
    )
    numbers = text.format(
        lowest=_short(facts["lowest"]),
        loss=_short(facts["loss"]),
        guessing=_short(facts["guessing"]),
    )
    return translate("Headline", "It diverges: the loss grows."), numbers


def way_words(way: WayOut, run: Run) -> tuple[str, str]:
    """Return what a button says, and what its tooltip does."""
    translate = QCoreApplication.translate
    match way:
        case "go_on":
            text = translate(
                "Headline",
                "Continue training after batch {batch}, where it was "
                "stopped, to the end",
            )
            return translate("Headline", "Continue this training"), text.format(
                batch=whole(run.weights_step)
            )
        case "go_back":
            text = translate("Headline", "Go back to epoch {epoch}")
            return text.format(epoch=whole(best_epoch(run) or 0)), translate(
                "Headline",
                "Look at the network as it was when it was best on the validation "
                "pictures",
            )
        case "smaller_rate":
            return translate(
                "Headline", "Start again with a smaller learning rate"
            ), translate(
                "Headline",
                "Stop this training; the next one has a tenth of its learning rate",
            )
        case "larger_rate":
            return translate(
                "Headline", "Start again with a larger learning rate"
            ), translate(
                "Headline",
                "Stop this training; the next one has ten times its learning rate",
            )
        case "adam":
            return translate("Headline", "Start again with Adam"), translate(
                "Headline",
                "Adam makes steps of the same length however small the gradients are",
            )
        case "weight_decay":
            return translate("Headline", "Start again with weight decay"), translate(
                "Headline",
                "Large weights are made smaller at each step, so that less is learned "
                "by heart",
            )
        case "more_pictures":
            return translate("Headline", "Start again with all pictures"), translate(
                "Headline",
                "This training uses only a part of them; with more pictures, the "
                "network learns less by heart",
            )
        case "dropout":
            return translate("Headline", "Start again with dropout"), translate(
                "Headline",
                "The same settings; at each batch a random half of what the "
                "fully connected layers read is left out, so that less is "
                "learned by heart",
            )
        case "augmentation":
            return translate("Headline", "Start again with augmentation"), translate(
                "Headline",
                "Each picture is turned and moved a little, in a new way each time, so "
                "that the network cannot learn any by heart",
            )
        case "compare":
            return translate("Headline", "Compare with the previous run"), translate(
                "Headline", "Their curves, settings and maps side by side"
            )
        case "stop":
            return translate("Headline", "Stop here"), translate(
                "Headline", "Stop training and keep the trained weights"
            )


def _short(value: float | int | str) -> str:
    return short(float(value), 3)
