"""Commands as whole processes: what they took from start to end, all that they started included."""

import dataclasses
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass(frozen=True)
class Cost:
    """Seconds of the processor in the program and in the system, seconds of the clock, most memory in MiB."""

    user: float
    system: float
    wall: float
    peak: float

    @property
    def processor(self):
        return self.user + self.system

    def __add__(self, other):
        return Cost(self.user + other.user, self.system + other.system, self.wall + other.wall, max(self.peak, other.peak))


NOTHING = Cost(0, 0, 0, 0)


def run(*command, folder=None, environment=None, expected=(0,)):
    """What one run of a command took; a command that fails ends the benchmark with what it said."""
    since = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], cwd=folder, env={**os.environ, **(environment or {})},
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        sys.exit(f"{' '.join(map(str, command))}\n{said.decode(errors='replace')[-2000:]}")
    return Cost(used.ru_utime, used.ru_stime, wall, used.ru_maxrss / 1024)


def median(costs):
    """Of each figure by itself; of memory the most."""
    return Cost(*(statistics.median(getattr(cost, figure) for cost in costs) for figure in ("user", "system", "wall")),
                max(cost.peak for cost in costs))


def program_of(argument):
    """The program under test: what was asked for, else that of `./just bench`."""
    if argument:
        return pathlib.Path(argument).resolve()
    root = pathlib.Path(__file__).resolve().parent.parent
    return pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target")).resolve() / "release" / "nianbao"


def machine():
    """What it was measured on, in one line."""
    model = platform.machine()
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return f"{len(os.sched_getaffinity(0))} cores of {model}, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f}"


def table(head, rows):
    """A table in Markdown: the first column to the left, the others to the right."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def write_between(file, name, text):
    """Replaces what a document says between the two lines that name this benchmark."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->\n"
    document = file.read_text(encoding="utf-8")
    before, rest = document.split(begin)
    _, after = rest.split(end)
    file.write_text(before + begin + "\n" + text + "\n" + end + after, encoding="utf-8")
