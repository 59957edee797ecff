"""Fuzzing with atheris (pip install atheris): looks for inputs that break a promise, guided by the paths they take.

    python fuzz/run.py TARGET [--seconds 180] [--real ../shared/corpus] [--out fuzz-found]
    python fuzz/run.py TARGET --try FILE        # one input again
    python fuzz/run.py TARGET --shrink FILE     # the smallest input that breaks in the same place

Inputs that raise, or take more than 5 seconds of processor time, are written to OUT, one for each place that raises,
and the search goes on. What ends the process itself (a crash of PDFium, 2 GB of memory, 60 seconds) libFuzzer writes.
OUT/TARGET.row says minutes, executions, the slowest input in seconds of processor time, and faults.
"""

from __future__ import annotations

import argparse
import ast
import sys
import tempfile
import time
import traceback
from pathlib import Path

LONGEST = 40_000
"""Bytes of a real file to start from; an input of text grows up to SHORT."""
SHORT = 4_000
MANY = 60
"""Real pieces to start from."""
SLOW = 5.0
WORD = range(1, 40)
"""Bytes of a word of the dictionary."""


def place(error: BaseException) -> str:
    """The kind of an error and the line of ours that it came from; those that are alike are one fault."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "govreport" in frame.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    said = str(error)[:50] if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno} {said}".strip()


class Trial:
    """Runs a target on inputs and keeps the first of each fault."""

    def __init__(self, name: str, out: Path) -> None:
        from targets import TARGETS

        self.name, self.out, self.run = name, out, TARGETS[name].run
        self.faults: dict[str, Path] = {}
        self.count = 0
        self.slowest = 0.0
        self.start = self.told = time.monotonic()

    def tell(self) -> None:
        """Write down how far the search is: libFuzzer ends the process without a word to Python."""
        self.told = time.monotonic()
        row = f"| `{self.name}` | {(self.told - self.start) / 60:.1f} | {self.count} | {self.slowest:.1f} |"
        (self.out / f"{self.name}.row").write_text(f"{row} {len(self.faults)} |\n", "utf-8")

    def fault(self, data: bytes) -> str:
        """What is wrong with an input, or nothing."""
        start = time.process_time()
        try:
            self.run(data)
        except Exception as error:
            return place(error)
        finally:
            seconds = time.process_time() - start
            self.slowest = max(self.slowest, seconds)
        return "slow" if seconds > SLOW else ""

    def __call__(self, data: bytes) -> None:
        self.count += 1
        found = self.fault(data)
        if time.monotonic() - self.told > 2:
            self.tell()
        if found and found not in self.faults:
            self.out.mkdir(parents=True, exist_ok=True)
            self.faults[found] = self.out / f"{self.name}-{len(self.faults)}"
            self.faults[found].write_bytes(data)
            print(f"FAULT {self.faults[found]}: {found}", flush=True)


def shrunk(trial: Trial, data: bytes) -> bytes:
    """The input without every stretch that the fault doesn't need."""
    wanted, size = trial.fault(data), len(data) // 2
    while size:
        at = 0
        while at < len(data):
            less = data[:at] + data[at + size :]
            if trial.fault(less) == wanted:
                data = less
            else:
                at += size
        size //= 2
    return data


def starts(name: str, real: Path) -> list[bytes]:
    """Our own seeds and real files; of long texts the beginning, the middle and the end."""
    from targets import TARGETS, unpacked

    target = TARGETS[name]
    found: list[bytes] = []
    for path in sorted(real.rglob("*")) if real.is_dir() else []:
        if path.suffix not in target.real:
            continue
        data = path.read_bytes()
        if path.suffix in (".txt", ".md"):
            text = data.decode("utf-8", "replace")
            middle = len(text) // 2
            found += [part.encode() for part in (text[:300], text[middle : middle + 300], text[-300:])]
        else:
            data = unpacked(data) if path.suffix in (".docx", ".ofd") else data
            found += [data] if len(data) <= LONGEST else []
    return [*target.seeds(), *found[:: len(found) // MANY + 1]]


def dictionary(folder: Path) -> str:
    """The strings in the sources of a part of the package, as libFuzzer takes them."""
    words = {
        value.encode("utf-8", "replace") if isinstance(value, str) else value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(value := node.value, (str, bytes))
    }
    return "".join(
        '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in sorted(words) if len(word) in WORD
    )


def fuzz(name: str, seconds: int, real: Path, out: Path) -> None:
    import atheris

    with atheris.instrument_imports(include=["govreport"]):
        import pkgutil
        from importlib import import_module

        import govreport

        for module in pkgutil.walk_packages(govreport.__path__, "govreport."):
            if not module.name.startswith(
                ("govreport.cli", "govreport.__main__", "govreport.pytest", "govreport.batch")
            ):
                import_module(module.name)
    from targets import ROOT, TARGETS

    trial = Trial(name, out)
    with tempfile.TemporaryDirectory() as made:
        folder, words = Path(made, "inputs"), Path(made, "words")
        folder.mkdir()
        seeds = starts(name, real)
        for number, data in enumerate(seeds):
            (folder / f"{number:04}").write_bytes(data)
        words.write_text(dictionary(ROOT / "src/govreport" / TARGETS[name].words))
        longest = max(SHORT, *map(len, seeds))
        options = [f"-max_total_time={seconds}", f"-max_len={longest}", f"-dict={words}"]
        options += [f"-artifact_prefix={out}/{name}-", "-timeout=60", "-rss_limit_mb=2048", "-print_final_stats=1"]
        out.mkdir(parents=True, exist_ok=True)
        atheris.Setup([sys.argv[0], *options, str(folder)], trial, enable_python_coverage=True)
        trial.start = time.monotonic()
        atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--real", type=Path, default=Path(__file__).resolve().parents[2] / "shared/corpus")
    parser.add_argument("--out", type=Path, default=Path("fuzz-found"))
    parser.add_argument("--try", dest="again", type=Path)
    parser.add_argument("--shrink", type=Path)
    asked = parser.parse_args()
    if asked.again:
        sys.path.insert(0, str(Path(__file__).parent))
        from targets import TARGETS

        TARGETS[asked.target].run(asked.again.read_bytes())
    elif asked.shrink:
        trial = Trial(asked.target, asked.out)
        least = shrunk(trial, asked.shrink.read_bytes())
        print(trial.fault(least), least)
        asked.shrink.with_suffix(".least").write_bytes(least)
    else:
        fuzz(asked.target, asked.seconds, asked.real, asked.out)


if __name__ == "__main__":
    main()
