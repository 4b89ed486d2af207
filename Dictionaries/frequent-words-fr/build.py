"""Writes terms.tsv: the 3,000 most frequent words of common-words-fr, in the order wordfreq gives."""

import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from frequent_words import build  # noqa: E402

build(HERE, "fr", "MIT (pyspellchecker)")
