"""Numbers as other programs print them, and what is refused because it is not clear."""

import random

import numpy as np
import pytest
import torch
from numpy.typing import ArrayLike

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_tables import read_table
from cnnviz.engine.messages.catalogue import sentence

SHARP = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
RANDOM = np.random.default_rng(3)

PRINTED = {
    "small": np.array(SHARP),
    "floats": np.array(SHARP, np.float64),
    "ninths": np.ones((3, 3)) / 9,
    "tiny": np.array(SHARP) * 1e-7,
    "long rows": RANDOM.normal(size=(3, 40)),
    "one row": RANDOM.normal(size=(1, 30)),
    "one column": RANDOM.normal(size=(5, 1)),
    "channels": RANDOM.normal(size=(3, 4, 5)),
    "kernels": RANDOM.normal(size=(2, 3, 2, 5)),
    "levels": RANDOM.integers(0, 256, (9, 25)),
}

MATRICES = {
    "MATLAB": "[0 -1 0; -1 5 -1; 0 -1 0]",
    "MATLAB, rows in lines": "k = [0 -1 0\n -1 5 -1\n 0 -1 0];",
    "MATLAB, commas": "[0,-1,0;-1,5,-1;0,-1,0]",
    "MATLAB, continued": "k = [0 -1 0; ...\n -1 5 -1; ... % middle\n 0 -1 0];",
    "MATLAB, shown": "k =\n\n     0    -1     0\n    -1     5    -1\n     0    -1     0\n",
    "MATLAB, columns apart": (
        "  Columns 1 through 2\n\n     0    -1\n    -1     5\n     0    -1\n\n"
        "  Column 3\n\n     0\n    -1\n     0\n"
    ),
    "Octave, columns apart": (
        "k =\n\n Columns 1 and 2:\n\n   0  -1\n  -1   5\n   0  -1\n\n Column 3:\n\n"
        "   0\n  -1\n   0\n"
    ),
    "no brackets": "0 -1 0; -1 5 -1; 0 -1 0",
    "R": "     [,1] [,2] [,3]\n[1,]    0   -1    0\n[2,]   -1    5   -1\n[3,]    0   -1    0",
    "R, columns apart": (
        "     [,1] [,2]\n[1,]    0   -1\n[2,]   -1    5\n[3,]    0   -1\n"
        "     [,3]\n[1,]    0\n[2,]   -1\n[3,]    0\n"
    ),
    "Julia": "3×3 Matrix{Int64}:\n  0  -1   0\n -1   5  -1\n  0  -1   0",
    "OpenCV": "[0, -1, 0;\n -1, 5, -1;\n 0, -1, 0]",
    "C": "float k[3][3] = {{0,-1,0},{-1,5,-1},{0,-1,0}};",
    "tuples": "((0,-1,0),(-1,5,-1),(0,-1,0))",
    "a comma at the end": "[[0,-1,0],[-1,5,-1],[0,-1,0,],]",
    "points": "[[0., -1., 0.], [-1., 5., -1.], [0., -1., 0.]]",
    "rows in brackets": "[0 -1 0]\n[-1 5 -1]\n[0 -1 0]",
    "NumPy in a program": "k = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]], np.int8)",
    "IPython": "Out[3]:\narray([[ 0, -1,  0],\n       [-1,  5, -1],\n       [ 0, -1,  0]])",
    "TensorFlow": "tf.Tensor(\n[[ 0 -1  0]\n [-1  5 -1]\n [ 0 -1  0]], shape=(3, 3), dtype=int32)",
    "SymPy": "Matrix([\n[0, -1, 0],\n[-1, 5, -1],\n[0, -1, 0]])",
    "torch on a GPU": "tensor([[0, -1, 0], [-1, 5, -1], [0, -1, 0]], device='cuda:0')",
    "LaTeX": r"\begin{pmatrix} 0 & -1 & 0 \\ -1 & 5 & -1 \\ 0 & -1 & 0 \end{pmatrix}",
    "LaTeX, array": (
        r"\[ K = \left[\begin{array}{rrr} 0 & -1 & 0 \\[2pt] -1 & 5 & -1 \\ \hline"
        r" 0 & -1 & 0 \end{array}\right] \]"
    ),
    "Markdown": "| a | b | c |\n|---|:-:|--:|\n| 0 | -1 | 0 |\n| -1 | 5 | -1 |\n| 0 | -1 | 0 |",
    "a real minus": "0 −1 0\n−1 5 −1\n0 −1 0",
    "no-break spaces": "0\u00a0-1\u00a00\n-1\u00a05\u00a0-1\n0\u00a0-1\u00a00",
    "np.savetxt": "# a kernel\n0.0e+00 -1.0e+00 0\n-1 5 -1\n0 -1 0\n",
    "a spreadsheet": "0\t-1\t0\t\r\n-1\t5\t-1\t\r\n0\t-1\t0\t\r\n",
    "Excel's CSV": "\ufeffsep=;\r\n0;-1;0\r\n-1;5;-1\r\n0;-1;0\r\n",
    "quoted CSV": '"0","-1","0"\n"-1","5","-1"\n"0","-1","0"',
}


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("options", [{}, {"suppress": True, "sign": "+"}])
def test_that_what_numpy_prints_is_read(name: str, options: dict[str, object]) -> None:
    array = PRINTED[name]
    with np.printoptions(precision=8, **options):  # type: ignore[arg-type]
        for text in (str(array), repr(array), f"k = {array!r}"):
            np.testing.assert_allclose(read_table(text), array, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("name", PRINTED)
def test_that_what_torch_prints_is_read(name: str) -> None:
    tensor = torch.tensor(PRINTED[name])
    weights = torch.nn.Parameter(tensor.float())
    for text in (str(tensor), str(tensor.float()), repr(weights), repr(weights * 1)):
        np.testing.assert_allclose(read_table(text), tensor, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("name", MATRICES)
def test_that_a_matrix_of_other_programs_is_read(name: str) -> None:
    assert read_table(MATRICES[name]).tolist() == SHARP


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/4 1/2\n1 / 8 −1⁄4", [[0.25, 0.5], [0.125, -0.25]]),
        ("1/4 * [[1, 2], [3, 4]]", [[0.25, 0.5], [0.75, 1]]),
        ("np.array([[1, 2], [3, 4]]) / 4", [[0.25, 0.5], [0.75, 1]]),
        (r"\frac{1}{4}\begin{pmatrix}1&2\\3&4\end{pmatrix}", [[0.25, 0.5], [0.75, 1]]),
        ("   1.0e+03 *\n\n    1.0000    2.5000\n", [[1000, 2500]]),
        ("[np.float64(0.5), np.float64(-1.0)]", [0.5, -1]),
        ("[1; 2; 3]", [[1], [2], [3]]),
        ("[1 2]; [3 4]", [[1, 2], [3, 4]]),
        ("[1, 2];\n[3, 4];", [[1, 2], [3, 4]]),
        (" [1]  1  2  3\n [4]  4  5\n", [[1, 2, 3, 4, 5]]),
        (
            "ans(:,:,1) =\n\n 1 2\n 3 4\n\nans(:,:,2) =\n\n 5 6\n 7 8\n",
            [[[1, 2], [3, 4]], [[5, 6], [7, 8]]],
        ),
        (
            ", , 1\n\n     [,1] [,2]\n[1,]    1    2\n\n, , 2\n\n     [,1] [,2]\n[1,] 3 4",
            [[[1, 2]], [[3, 4]]],
        ),
        (
            "1,2\n3,4\n\n5,6\n7,8\n\n9,0\n1,2\n",
            [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 0], [1, 2]]],
        ),
        # Brazilian and English spreadsheets
        ("1.234,5\t2,25\n0,5\t-3", [[1234.5, 2.25], [0.5, -3]]),
        ("1.234\t2,5", [[1234, 2.5]]),
        ("2,5 1\n0 1.234,5", [[2.5, 1], [0, 1234.5]]),
        ("1,234.5\t2.25", [[1234.5, 2.25]]),
        ("1.234.567\t1", [[1234567, 1]]),
        ("1\u202f234,5\t2,5", [[1234.5, 2.5]]),
        ("0,5;1,5\n2;3", [[0.5, 1.5], [2, 3]]),
        ('"1,5","2,5"', [[1.5, 2.5]]),
        ("0,125 1,000", [[0.125, 1]]),
        # a point is the decimal mark of every program
        ("1.000\t2.000", [[1, 2]]),
        ("1.0,100.5\n2.0,200.5", [[1, 100.5], [2, 200.5]]),
    ],
)
def test_that_every_notation_has_its_numbers(text: str, expected: ArrayLike) -> None:
    assert read_table(text).tolist() == np.asarray(expected).tolist()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("1,000\t2", "number_ambiguous", "can be 1 or 1000"),
        ("1,234 2,345", "number_ambiguous", "can be 1.234 or 1234"),
        (
            "1,234.5",
            "numbers_comma_ambiguous",
            "one number, 1234.5, or 2 numbers: 1 234.5",
        ),
        ("1.234,5", "numbers_comma_ambiguous", "one number, 1234.5, or 2"),
        ("1,234,567 2", "numbers_comma_ambiguous", "one number, 1234567, or 3"),
        ("1,000\n2,500\n3,000", "numbers_comma_ambiguous", "“1,000” can be"),
        ("0,05\n1,25", "numbers_comma_ambiguous", "one number, 0.05, or 2"),
        ("255\u00a0128", "numbers_comma_ambiguous", "one number, 255128, or 2"),
        ("1 234\t5", "numbers_comma_ambiguous", "one number, 1234, or 2"),
        ("[1,000, 2,000]", "numbers_comma_ambiguous", "“1,000” can be"),
        ("[[0,5 1,5]]", "numbers_comma_ambiguous", "one number, 0.5, or 2"),
        ("1 2\n\n3 4\n\n5 6", "numbers_rows_or_channels", "3 rows, or 3 channels"),
        (str(np.zeros((2000, 2000))), "numbers_shortened", "np.set_printoptions"),
        (str(torch.zeros(2000, 2000)), "numbers_shortened", "shortened"),
        ("[1 2 ...\n 3 4]", "numbers_shortened", "shortened"),
        ("1 2 … 3", "numbers_shortened", "shortened"),
        ("np.ones((3, 3))", "numbers_around", "np.ones"),
        ("1/9 * np.ones((3, 3))", "numbers_around", "runs no program"),
        ("np.array([[1, 2], [3, 4]]).T", "numbers_around", ".T"),
        ("[[nan 1.]]", "numbers_not_number", "“nan”, which is not a number"),
        ("[1 2 3; 4 5]", "numbers_ragged", "Row 2 has 2 numbers and the first has 3"),
        ("[[[[[1]]]]]", "numbers_axes", "channels"),
        ("[[1, 2", "numbers_not_json", "line 1, column 7"),
        ("[;]", "numbers_empty", "no numbers"),
        ("A =\n\n", "numbers_empty", "no numbers"),
        ("# only a remark", "numbers_empty", "no numbers"),
        ("\t1\t2", "numbers_cell_empty", "Row 1, column 1 is empty"),
    ],
)
def test_that_what_is_not_clear_is_refused_in_words(
    text: str, code: str, words: str
) -> None:
    with pytest.raises(CnnvizError) as refused:
        read_table(text)
    assert refused.value.code == code
    assert words in sentence(refused.value)


LONG = (
    "9" * 200_000,
    "(" * 200_000,
    "1" + " " * 200_000 + "[1]",
    "x = " * 50_000,
    "a." * 100_000 + "(1)",
    "[" + "1," * 100_000 + "1]x",
    "\\frac" * 40_000,
    "-" * 200_000 + "[1]",
)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_that_a_long_text_is_answered_at_once(text: str) -> None:
    assert _answer(text)


def _answer(text: str) -> str:
    """Return the sentence of a refusal, or the shape."""
    try:
        return str(read_table(text).shape)
    except CnnvizError as error:
        return sentence(error)


def _mutants() -> list[str]:
    chance = random.Random(20)
    pieces = [
        *MATRICES.values(),
        "1.234,5\t2",
        "1,2\n3,4\n\n5,6",
        "[,1] [,2]\n[1,] 1 2",
    ]
    signs = "0123456789.,;:-+*/=[](){}|&\\\n\t \"'eEx…\u00a0−×"
    return [_mutated(chance, chance.choice(pieces), pieces, signs) for _ in range(400)]


def _mutated(chance: random.Random, text: str, pieces: list[str], signs: str) -> str:
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.randint(0, 4))
        other = chance.choice(pieces)
        insert = chance.choice(
            [
                "",
                chance.choice(signs),
                chance.choice(signs) * 3,
                other[: chance.randint(0, 12)],
            ]
        )
        text = text[:at] + insert + text[end:]
    return text


def test_that_broken_texts_end_in_numbers_or_in_a_sentence() -> None:
    for text in _mutants():
        assert _answer(text), text
