#!/usr/bin/env python3
"""Checks the fixtures: gold without its marks is the case, byte for byte; every case has one row; kinds, verdicts and
reasons are known; XHTML parses. Prints each problem and exits 1 if there is any."""

import collections
import html.entities
import pathlib
import re
import sys
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent
KINDS = set("""
person-name username email phone url street-address postal-code health-card-number national-id record-number
account-number licence-number vehicle-id device-id network-address coordinates
age sex date place institution occupation ethnicity language religion family diagnosis procedure event superlative trait
legal-status media possible-name
""".split())
DIRECT = set("""
person-name username email phone url street-address postal-code health-card-number national-id record-number
account-number licence-number vehicle-id device-id network-address coordinates
""".split())
LANGUAGES = {"en", "fr", "mixed"}
FORMATS = {".txt", ".md", ".xhtml"}
VERDICTS = {"pass", "review", "block"}
REASONS = set("""
direct-identifier k-below-threshold interval-straddles superlative superlative-measurement infeasible media reportable-event possible-name
contradiction quotation unmeasured-trait none
""".split())
BLOCKING = {"direct-identifier", "k-below-threshold", "infeasible"}
MARK = re.compile(rb"\[\[([a-z-]+):(.*?)\]\]", re.DOTALL)

problems = []


def problem(path, text):
    problems.append(f"{path}: {text}")


def files(top):
    found = {}
    for path in sorted((ROOT / top).rglob("*")):
        if path.is_file():
            name = path.relative_to(ROOT / top).as_posix()
            if path.suffix not in FORMATS or path.parent.name not in LANGUAGES:
                problem(f"{top}/{name}", "unexpected file")
            found[name] = path.read_bytes()
    return found


def check_xml(path, data):
    parser = xml.etree.ElementTree.XMLParser()
    parser.entity.update({name: chr(code) for name, code in html.entities.name2codepoint.items()})
    try:
        xml.etree.ElementTree.fromstring(data, parser=parser)
    except xml.etree.ElementTree.ParseError as error:
        problem(path, f"not well-formed: {error}")


def check_gold(cases, gold):
    kinds = {}
    for name in sorted(cases.keys() | gold.keys()):
        if name not in gold or name not in cases:
            problem(name, "has no gold" if name in cases else "has gold but no case")
            continue
        marks = MARK.findall(gold[name])
        kinds[name] = {kind.decode() for kind, _ in marks}
        for kind in sorted(kinds[name] - KINDS):
            problem(f"Gold/{name}", f"unknown kind {kind}")
        if any(not text or text != text.strip() or b"[[" in text for _, text in marks):
            problem(f"Gold/{name}", "a mark is empty, nested, or starts or ends with white space")
        if MARK.sub(rb"\2", gold[name]) != cases[name]:
            problem(f"Gold/{name}", "without its marks it differs from the case")
        if MARK.search(cases[name]) or b"]]" in cases[name].replace(b"]]>", b""):
            problem(f"Cases/{name}", "holds a mark")
        try:
            cases[name].decode("utf-8")
        except UnicodeDecodeError as error:
            problem(f"Cases/{name}", f"not UTF-8: {error}")
        if name.endswith(".xhtml"):
            check_xml(f"Cases/{name}", cases[name])
    return kinds


def check_rows(cases, kinds):
    seen = set()
    counts = collections.Counter()
    lines = (ROOT / "expectations.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        where = f"expectations.tsv:{number}"
        cells = line.split("\t")
        if len(cells) != 6:
            problem(where, f"{len(cells)} columns instead of 6")
            continue
        path, language, verdict, reasons, after, note = cells
        name = path.removeprefix("Cases/")
        if name not in cases or not path.startswith("Cases/"):
            problem(where, f"no such case: {path}")
        if name in seen:
            problem(where, f"second row for {path}")
        seen.add(name)
        if language not in LANGUAGES or not name.startswith(language + "/"):
            problem(where, f"language {language}")
        if verdict not in VERDICTS or after not in VERDICTS:
            problem(where, f"verdict {verdict}, {after}")
        ids = set(reasons.split(","))
        if ids - REASONS or ("none" in ids) != (verdict == "pass") or (len(ids) > 1 and "none" in ids):
            problem(where, f"reasons {reasons} for {verdict}")
        if bool(ids & BLOCKING) and verdict != "block":
            problem(where, f"reasons {reasons} for {verdict}")
        if verdict == "block" and not ids & (BLOCKING | {"superlative"}):
            problem(where, f"reasons {reasons} for {verdict}")
        found = kinds.get(name, set())
        if ("direct-identifier" in ids) != bool(found & DIRECT) and not is_birth_date(name, ids):
            problem(where, "direct-identifier and the kinds in the gold disagree")
        for reason, kind in (("media", "media"), ("possible-name", "possible-name"), ("superlative", "superlative")):
            if any(own.startswith(reason) for own in ids) != (kind in found):
                problem(where, f"reason {reason} and the kinds in the gold disagree")
        if ("infeasible" in ids) != (after == "block"):
            problem(where, "after scrub only infeasible cases block")
        if not note:
            problem(where, "no note")
        for key in (language, pathlib.PurePosixPath(path).suffix[1:], "check " + verdict, "after " + after):
            counts[key] += 1
    for name in sorted(cases.keys() - seen):
        problem(f"Cases/{name}", "has no row")
    return counts


def is_birth_date(name, ids):
    """A complete date of birth is direct although its kind, date, is not."""
    return "direct-identifier" in ids and b"[[date:" in (ROOT / "Gold" / name).read_bytes()


cases = files("Cases")
counts = check_rows(cases, check_gold(cases, files("Gold")))
for text in problems:
    print(text, file=sys.stderr)
print(f"{len(cases)} cases: " + ", ".join(f"{key} {counts[key]}" for key in sorted(counts)))
sys.exit(1 if problems else 0)
