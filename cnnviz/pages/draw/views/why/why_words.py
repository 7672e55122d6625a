"""What each way to explain an answer is called, does, and does not say."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.draw.presenters.why.explaining import Method

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MethodWords:
    """Words of one method; ``{answer}`` and ``{other}`` are classes.

    Attributes
    ----------
    title
        What it is called.
    does
        What it does, in a sentence.
    limits
        What it does not say, in a sentence.
    low, high
        What the ends of its colours stand for; ``low`` is empty where 0 is the end.
    """

    title: str
    does: str
    limits: str
    low: str = ""
    high: str = ""


def method_words(method: Method) -> MethodWords:
    """Return the words of a method in the language of now."""
    match method:
        case "occlusion":
            return _occlusion()
        case "gradient":
            return _gradient()
        case "ink":
            return _ink()
        case "grad_cam":
            return _grad_cam()
        case "nearest":
            return _nearest()
        case "change":
            return _change()


def _occlusion() -> MethodWords:
    return MethodWords(
        translate("WhyWords", "Occlusion"),
        translate(
            "WhyWords",
            "A patch hides one part of the digit at a time. Each pixel shows how much "
            "the lead of {answer} over {other} falls, on average, while it is hidden.",
        ),
        translate(
            "WhyWords",
            "Limits: a digit with a patch is one that the network has never seen. "
            "Another size or level gives another map, and parts that only count "
            "together are missed.",
        ),
        translate("WhyWords", "favours {other}"),
        translate("WhyWords", "favours {answer}"),
    )


def _gradient() -> MethodWords:
    return MethodWords(
        translate("WhyWords", "Gradient"),
        translate(
            "WhyWords",
            "How strongly the lead of {answer} over {other} changes with a little more "
            "or less ink at each pixel, whichever way.",
        ),
        translate(
            "WhyWords",
            "Limits: it holds for tiny changes only and is noisy. It shows what the "
            "answer is sensitive to, not what it was made from.",
        ),
        "",
        translate("WhyWords", "most sensitive"),
    )


def _ink() -> MethodWords:
    return MethodWords(
        translate("WhyWords", "Ink to add or take away"),
        translate(
            "WhyWords",
            "To turn this {answer} into a {other}: add ink where it is orange, take it "
            "away where it is blue. The stronger the colour, the more it helps.",
        ),
        translate(
            "WhyWords",
            "Limits: it follows the gradient, which holds for small changes. All of it "
            "at once may do less, or more.",
        ),
        translate("WhyWords", "take ink away"),
        translate("WhyWords", "add ink"),
    )


def _grad_cam() -> MethodWords:
    return MethodWords(
        translate("WhyWords", "Grad-CAM"),
        translate(
            "WhyWords",
            "The maps of {layer} added up, each as much as it helps {answer} against "
            "{other}: strong where they speak for {answer}.",
        ),
        translate(
            "WhyWords",
            "Limits: it is as coarse as the maps and leaves out what speaks against. "
            "In early layers it says little.",
        ),
        "",
        translate("WhyWords", "favours {answer}"),
    )


def _nearest() -> MethodWords:
    return MethodWords(
        translate("WhyWords", "Nearest pictures"),
        translate(
            "WhyWords",
            "Training pictures whose numbers in the last hidden layer are nearest to "
            "those of your digit: what the network takes it to be like.",
        ),
        translate(
            "WhyWords",
            "Limits: near for the network is not always near for the eye, and not "
            "every training picture is compared.",
        ),
    )


def _change() -> MethodWords:
    return MethodWords(
        translate("WhyWords", "Smallest change"),
        translate(
            "WhyWords",
            "The digit is changed, by as little as could be found, until the network "
            "answers otherwise.",
        ),
        translate(
            "WhyWords",
            "Limits: it is small, but not proven to be the smallest, and it is made for "
            "this one network: another may not be fooled.",
        ),
        translate("WhyWords", "ink taken away"),
        translate("WhyWords", "ink added"),
    )
