#!/usr/bin/env python3
"""MB/s and cases/s of `check` on a folder of cases, beside `wc -w` and `xmllint --sax` on the same bytes in the same run.

usage: bench.py CAVIARD FOLDER [MEGABYTES]   (standard library only)

The folder's files are repeated, a whole case at a time, up to the size (50 MB), or to what takes about ten seconds; best of
three runs. Figures of different machines do not compare; the ratio to `wc -w` does."""

import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

command, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
target = int(float(sys.argv[3]) * 1e6) if len(sys.argv) > 3 else 50_000_000


def fill(top, endings, target):
    """Copies until the size is reached, at least once all; a folder holds at most 1,000 files."""
    files = [p for p in sorted(folder.rglob("*")) if p.suffix in endings and ".caviard" not in p.parts]
    if not files:
        return 0, 0
    size = count = 0
    while size < target:
        for path in files:
            place = top / str(count // 1000)
            place.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place / f"{count}{path.suffix}")
            size += path.stat().st_size
            count += 1
    return size, count


def best(arguments, runs=3):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, shell=isinstance(arguments, str))
        times.append(time.perf_counter() - start)
        if done.returncode not in (0, 1):
            sys.exit(f"{arguments}: exit {done.returncode}: {done.stderr.decode()[:400]}")
    return min(times)


def line(name, size, count, seconds, base=None):
    ratio = f"  {base / seconds:5.2f} x {'wc -w'}" if base else ""
    print(f"  {name:28} {size / seconds / 1e6:8.1f} MB/s  {count / seconds:9.0f} cases/s{ratio}")


with tempfile.TemporaryDirectory() as scratch:
    for title, endings in (("text", {".txt", ".md"}), ("XHTML", {".xhtml"})):
        top = pathlib.Path(scratch) / title
        size, count = fill(top, endings, 1)
        if not count:
            continue
        once = best([command, "check", "--jobs", "1", "--format", "csv", str(top)], 1)
        size, count = fill(top, endings, min(target, 10 * size / once))
        print(f"{title}: {size / 1e6:.1f} MB in {count} cases, {size // count} bytes each on average")
        words = best(f"find '{top}' -type f -print0 | xargs -0 cat | wc -w")
        line("wc -w", size, count, words)
        if title == "XHTML" and shutil.which("xmllint"):
            line("xmllint --sax --noout", size, count, best(
                f"find '{top}' -type f -print0 | xargs -0 xmllint --sax --noout 2>/dev/null; true"), words)
        line("check --jobs 1", size, count, best([command, "check", "--jobs", "1", "--format", "csv", str(top)]), words)
        line("check", size, count, best([command, "check", "--format", "csv", str(top)]), words)
        line("scrub", size, count, best(f"rm -rf '{scratch}/out'; '{command}' scrub '{top}' --output '{scratch}/out' --quiet", 1), words)
        shutil.rmtree(top)
    small = pathlib.Path(scratch) / "one.txt"
    small.write_text("A 60-year-old man with chest pain.\n")
    starts = sorted(best([command, "check", str(small)], 1) for _ in range(20))
    print(f"start to verdict, one small case: median {starts[10] * 1000:.1f} ms")
    print(f"largest resident set of all runs: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
