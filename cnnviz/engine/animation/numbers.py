"""Numbers as an animation writes them: few digits, a real minus, the language's point."""

from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.images.numbers.number_text import short_number


def written(value: float, words: AnimationLabels, digits: int = 4) -> str:
    """Write a number with at most so many significant digits, as the page does.

    Examples
    --------
    >>> written(-0.12345, AnimationLabels(decimal_point=",")), written(64770, AnimationLabels())
    ('−0,1235', '64770')
    """
    return short_number(value, digits, words.decimal_point)


def as_factor(value: float, words: AnimationLabels, digits: int = 4) -> str:
    """Write a number inside a sum: a negative one in brackets, as on the blackboard.

    Examples
    --------
    >>> as_factor(-2, AnimationLabels())
    '(−2)'
    """
    text = written(value, words, digits)
    return f"({text})" if value < 0 else text
