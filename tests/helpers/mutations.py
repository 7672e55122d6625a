"""Files changed at random, the same ones each time."""

import random

EXTREMES = (
    b"\0\0\0\0",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\x80\0\0\0",
    b"\xff" * 8,
    b"[[[[",
    b"}}",
    b'"',
    b"-1",
    b"1e999",
    b"99999999999999999999",
    b"null",
    b"\xed\xa0\x80",  # half a character, in UTF-8
)


def mutated(data: bytes, seed: int) -> bytes:
    """Return a file with one to four changes: bytes turned, cut, doubled, put in."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        # Headers are at the beginning, and short: half of the changes go there.
        end = len(changed) if chance.random() < 0.5 else min(len(changed), 200)
        at = chance.randrange(end + 1)
        length = chance.choice((1, 2, 4, 8, 64))
        match chance.randrange(5):
            case 0:
                for place in range(at, min(at + length, len(changed))):
                    changed[place] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at:]
            case 2:
                del changed[at : at + length]
            case 3:
                changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 50))
            case _:
                new = chance.choice(EXTREMES)
                changed[at : at + chance.choice((0, len(new)))] = new
    return bytes(changed)
