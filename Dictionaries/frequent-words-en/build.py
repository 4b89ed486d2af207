"""Writes terms.tsv: the 3,000 most frequent words of common-words-en, in the order wordfreq gives."""

import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from frequent_words import build  # noqa: E402

build(HERE, "en", "SCOWL licence (permissive, keep the notice)")
