"""What was taken for what, as a table of HTML."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

import numpy as np

from cnnviz.engine.reports.words import Words
from cnnviz.engine.training.mistakes import Confusion

_MOST_CLASSES: Final = 26
"""That still fit a page, one for each letter; of more, the most frequent mistakes."""

_MOST_LINES: Final = 20

_RIGHT: Final = (0, 95, 184)
_WRONG: Final = (190, 76, 0)


def confusion_table(confusion: Confusion, labels: Sequence[str], words: Words) -> str:
    """Return the table: a row for what is shown, a column for what was said.

    Right answers are blue and mistakes orange, the deeper the larger their share of the
    row.
    """
    if len(confusion) > _MOST_CLASSES:
        return "".join(_list(confusion, labels, words))
    return "".join(_grid(confusion, labels, words))


def _grid(confusion: Confusion, labels: Sequence[str], words: Words) -> Iterator[str]:
    corner = f"{words.say('shows')} ↓ {words.say('said')} →"
    heads = "".join(f'<th scope="col">{escape(label)}</th>' for label in labels)
    yield '<table class="confusion">'
    yield f'<tr><th class="way">{escape(corner)}</th>{heads}</tr>'
    for index, row in enumerate(confusion):
        whole = max(int(row.sum()), 1)
        cells = "".join(
            _cell(int(count), int(count) / whole, place == index, words)
            for place, count in enumerate(row)
        )
        yield f'<tr><th scope="row">{escape(labels[index])}</th>{cells}</tr>'
    yield "</table>"


def _cell(count: int, share: float, is_right: bool, words: Words) -> str:
    if not count:
        return "<td></td>"
    # The root: one mistake in a hundred can be seen.
    strength = share if is_right else share**0.5
    colour = _RIGHT if is_right else _WRONG
    mixed = [round(255 + (one - 255) * strength) for one in colour]
    ink = "#fff" if strength > 0.55 else "#202226"
    style = f"background:#{bytes(mixed).hex()};color:{ink}"
    return f'<td style="{style}">{words.number(count)}</td>'


def _list(confusion: Confusion, labels: Sequence[str], words: Words) -> Iterator[str]:
    wrong = confusion.copy()
    np.fill_diagonal(wrong, 0)
    order = np.argsort(-wrong, axis=None, kind="stable")[:_MOST_LINES]
    yield f"<p>{escape(words.say('many_classes', classes=len(confusion)))}</p>"
    heads = (words.say(name) for name in ("shows", "said", "pictures"))
    yield '<table class="numbers"><tr>'
    yield "".join(f"<th>{escape(head)}</th>" for head in heads)
    yield "</tr>"
    for place in order:
        true, said = divmod(int(place), len(confusion))
        if not wrong[true, said]:
            break
        cells = (labels[true], labels[said], words.number(int(wrong[true, said])))
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
    yield "</table>"
