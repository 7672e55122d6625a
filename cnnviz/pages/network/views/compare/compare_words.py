"""What is compared, in the window's language."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.images.placement import Placement
from cnnviz.pages.network.model.comparison import Axis, ComparisonAnswer
from cnnviz.pages.network.presenters.comparison import (
    DIGIT,
    DRAWING,
    SAME,
    ComparisonState,
)
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.class_text import class_word
from cnnviz.ui.network_chooser.network_words import network_line, network_title
from cnnviz.ui.network_view.columns.block_words import block_label
from cnnviz.ui.numbers import short, sure_percent
from cnnviz.ui.picture_text import picture_title, sample_title
from cnnviz.ui.texts import filled, plain, sentence

_MOST_NAMES = 6


def network_choice(network: CurrentNetwork, beside: CurrentNetwork) -> str:
    """Return what a network is called in the list, ``beside`` the one that is seen."""
    is_same = network.network.name == beside.network.name
    if network.origin == "untrained" and is_same:
        text = QCoreApplication.translate("CompareWords", "{network}, before training")
        return text.format(network=network.network.title)
    return network_line(network)


def picture_choice(picture: str) -> str:
    """Return what a second picture is called in the list."""
    translate = QCoreApplication.translate
    match picture:
        case "same":
            return translate("CompareWords", "The same picture")
        case "drawing":
            return translate("CompareWords", "The last drawing")
        case "digit":
            return translate("CompareWords", "Any digit of the data")
        case _:
            return sample_title(picture)


def placement_words(placement: Placement) -> str:
    """Return where a picture lies: ``2 px right, turned by 30°``; nothing at rest."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    right, down = placement.right, placement.down
    if right:
        text = translate("CompareWords", "{pixels} px right")
        if right < 0:
            text = translate("CompareWords", "{pixels} px left")
        parts.append(text.format(pixels=short(abs(right))))
    if down:
        text = translate("CompareWords", "{pixels} px down")
        if down < 0:
            text = translate("CompareWords", "{pixels} px up")
        parts.append(text.format(pixels=short(abs(down))))
    if placement.degrees:
        text = translate("CompareWords", "turned by {degrees}°")
        parts.append(text.format(degrees=short(placement.degrees)))
    if placement.scale != 1:
        text = translate("CompareWords", "{scale} times as large")
        parts.append(text.format(scale=short(placement.scale)))
    return ", ".join(parts)


def second_title(state: ComparisonState) -> str:
    """Return what stands below: network, picture, and where that lies."""
    translate, answer = QCoreApplication.translate, state.answer
    if answer is None:
        return ""
    asked = answer.second.question
    network = network_title(asked.opened.current)
    if state.network is not None:
        beside = answer.question.first.question.opened.current
        network = network_choice(asked.opened.current, beside)
    picture = plain(picture_title(asked.picture))
    if state.picture == SAME:
        picture = translate("CompareWords", "the same picture")
    where = placement_words(answer.question.placement)
    title = " · ".join(each for each in (network, picture, where) if each)
    if state.view == "beside":
        return translate("CompareWords", "Second: {what}").format(what=title)
    text = translate("CompareWords", "Second minus first. Second: {what}")
    return text.format(what=title)


def comparison_note(state: ComparisonState) -> str:
    """Return what cannot be compared, or what is wrong; mostly nothing."""
    translate, answer = QCoreApplication.translate, state.answer
    if state.error is not None:
        return sentence(state.error)
    if state.picture == DRAWING and state.drawing is None:
        return translate(
            "CompareWords", "Nothing was drawn yet. Draw on the Draw page first."
        )
    if answer is None:
        return translate("CompareWords", "Computing…")
    if answer.is_equal:
        return translate(
            "CompareWords",
            "Nothing differs yet: move the picture, or choose another one or another "
            "network.",
        )
    if answer.unlike:
        names = ", ".join(map(block_label, answer.unlike[:_MOST_NAMES]))
        more = ", …" if len(answer.unlike) > _MOST_NAMES else ""
        return filled(
            translate(
                "CompareWords",
                "No difference can be shown for {count} {count|layer|layers} ({names}): "
                "the second network has none of that name and shape.",
            ),
            count=len(answer.unlike),
            names=names + more,
        )
    if state.picture == DIGIT:
        return plain(
            translate("CompareWords", "The digit shows a {label}.").format(
                label=answer.second.question.picture.picture.name
            )
        )
    return ""


def change_line(answer: ComparisonAnswer) -> str:
    """Return both answers in one line: ``7 (> 99%) and 9 (61.0%)``."""
    parts = []
    for each in (answer.question.first, answer.second):
        if not each.question.opened.current.names_classes:
            parts.append(QCoreApplication.translate("CompareWords", "no class"))
            continue
        label = class_word(each.network.labels, each.trace.best)
        shares = each.trace.probabilities
        if shares is not None:
            label = f"{label} ({sure_percent(float(shares[each.trace.best]))})"
        parts.append(label)
    text = QCoreApplication.translate(
        "CompareWords", "First: {first}. Second: {second}."
    )
    return text.format(first=parts[0], second=parts[1])


def axis_words(axis: Axis) -> str:
    """Return what a curve goes along, with its unit."""
    translate = QCoreApplication.translate
    match axis:
        case "right":
            return translate("CompareWords", "Shift to the right (pixels)")
        case "down":
            return translate("CompareWords", "Shift down (pixels)")
        case "degrees":
            return translate("CompareWords", "Turn, counterclockwise (degrees)")
        case "scale":
            return translate("CompareWords", "Scale (times)")
