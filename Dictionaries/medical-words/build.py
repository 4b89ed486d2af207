#!/usr/bin/env python3
"""Writes terms.tsv from hand.tsv and WordNet 3.0 (Debian package wordnet-base 1:3.0-37; WORDNET = folder of data.noun).

Words that are also given names or frequent surnames (package names 0.3.0, US census 1990) are left out."""
import importlib.util, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
WORDNET = os.environ.get("WORDNET", "/usr/share/wordnet")
ROOTS = [("body_part", 8), ("disease", 26), ("symptom", 26), ("medical_procedure", 4), ("bacteria", 5), ("organ", 8), ("medical_science", 9),
         ("medical_instrument", 6), ("disorder", 26), ("injury", 26), ("body_substance", 8), ("pathological_state", 26), ("enzyme", 27), ("hormone", 8)]


def persons():
    base = os.path.dirname(importlib.util.find_spec("names").origin)
    out = set()
    for name, most in (("dist.female.first", 99999), ("dist.male.first", 99999), ("dist.all.last", 20000)):
        with open(os.path.join(base, name)) as f:
            for n, line in enumerate(f):
                if n >= most:
                    break
                out.add(line.split()[0].lower())
    return out


def wordnet():
    synsets, children = {}, {}
    with open(os.path.join(WORDNET, "data.noun"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("  "):
                continue
            p = line.split(" | ")[0].split()
            count = int(p[3], 16)
            lemmas = [p[4 + 2 * i] for i in range(count)]
            rest = p[4 + 2 * count:]
            synsets[p[0]] = (int(p[1]), lemmas)
            for i in range(int(rest[0])):
                kind, target = rest[1 + 4 * i], rest[2 + 4 * i]
                if kind == "@":
                    children.setdefault(target, []).append(p[0])
    out, stack = set(), [o for o, (file, lemmas) in synsets.items() if any(r in lemmas and file == n for r, n in ROOTS)]
    seen = set(stack)
    while stack:
        o = stack.pop()
        for lemma in synsets[o][1]:
            if lemma == lemma.lower() and re.fullmatch(r"[a-z][a-z'_-]{3,}", lemma):
                out.add(lemma.replace("_", " "))
        for c in children.get(o, []):
            if c not in seen:
                seen.add(c), stack.append(c)
    return out


def fold(text):
    return re.sub(r"[^\w]+", " ", text.lower()).strip()


def diagnoses():
    """Terms of the list diagnoses: they must not be shielded by a word of this list."""
    out = set()
    with open(os.path.join(HERE, "..", "diagnoses", "terms.tsv"), encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                for cell in line.split("\t")[1:5]:
                    out |= {fold(t.lstrip("=")) for t in cell.split("|") if t}
    return out


def contains(word, terms):
    w = fold(word).split()
    return any(" ".join(w[i:j]) in terms for i in range(len(w)) for j in range(i + 1, len(w) + 1))


def main():
    with open(os.path.join(HERE, "hand.tsv"), encoding="utf-8") as f:
        head = f.readline()
        words = [line.rstrip("\n") for line in f]
    terms = diagnoses()
    words = [w for w in words if fold(w) not in terms]
    known, people = {w.lower() for w in words}, persons()
    words += [w for w in wordnet() if w not in known and w not in people and not contains(w, terms)]
    words.sort(key=lambda s: s.encode())
    with open(os.path.join(HERE, "terms.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# list: medical-words\n# source: general knowledge; WordNet 3.0 (Princeton University)\n"
                "# licence: WordNet 3.0 licence for WordNet lemmas; rows written by hand: licence of this project\n"
                f"# retrieved: 2026-11-25\n# rows: {len(words)}\n" + head + "".join(w + "\n" for w in words))
    print(len(words), "rows")


main()
