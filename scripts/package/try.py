"""try.py PACKAGES WORK [TARGET…]: uses each package in a clean place, and holds what it makes against what Linux on x86_64 makes."""

import hashlib
import re
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from places import in_python, installed, on_windows, unpacked

FORMS = {".tar.gz": unpacked, ".zip": on_windows, ".deb": installed, ".whl": in_python}
NAMES = {  # what the packages of a machine have in their names
    "linux-x86_64": ["linux-x86_64", "_amd64.deb", "manylinux_2_17_x86_64"],
    "linux-aarch64": ["aarch64", "arm64"],
    "windows-x86_64": ["windows", "win_amd64"],
}
FIRST = "linux-x86_64.tar.gz"
DOCUMENT = "导入.docx"
YEAR = "2024"  # of which the reports are no records yet, so that they may be imported anew
IMPORT = ["--dry-run", "--format", "json"]


def main(packages, work, targets):
    packages, work = Path(packages), Path(work)
    found = sorted((file for file in packages.iterdir() if can_be_tried(file, targets)), key=lambda file: not file.name.endswith(FIRST))
    if not found or not found[0].name.endswith(FIRST):
        sys.exit("年报工坊：target/packages/ 里没有 linux-x86_64 的安装包，请先运行 ./just package。")
    expected, failed = None, False
    for package in found:
        began = time.monotonic()
        place = FORMS[next(ending for ending in FORMS if package.name.endswith(ending))](package, work)
        if expected is None:
            document(place)
        else:
            (place.folder / DOCUMENT).write_bytes(expected_document)
        used = use(place)
        if expected is None:
            expected, expected_document = used, (place.folder / DOCUMENT).read_bytes()
        wrong = [step for step in used if used[step] != expected[step] or not is_good(used[step])]
        failed = failed or bool(wrong)
        told = f"不好，或者与 Linux 不同：{'、'.join(wrong)}" if wrong else f"一样（{'、'.join(used)}；{len(used['build'][2])} 个文件）"
        print(f"{package.name}：{told}，{time.monotonic() - began:.0f} 秒", flush=True)
        for step in wrong:
            print(f"  {step}：{difference(expected[step], used[step])}", flush=True)
    sys.exit(failed)


def can_be_tried(file, targets):
    """Whether a file of the folder is a package for one of the machines."""
    wanted = [name for target in targets or NAMES for name in NAMES[target]]
    is_wanted = file.name.endswith(FIRST) or any(name in file.name for name in wanted)
    return any(file.name.endswith(ending) for ending in FORMS) and is_wanted


def document(place):
    """A report as a document, to be imported everywhere."""
    run(place, "-C", "示例", "export", "docx", agency(place), "--year", YEAR, "--out", DOCUMENT)


def agency(place):
    return sorted((place.example / "content/agencies").iterdir())[0].name


def use(place):
    """What is done with every package, and what came of it."""
    version = run(place, "--version")
    check = run(place, "-C", "示例", "check")
    built = run(place, "-C", "示例", "build")
    imported = run(place, "-C", "示例", "import", DOCUMENT, "--agency", agency(place), "--year", YEAR, "--force", *IMPORT)
    fonts = run(place, "fonts")
    return {
        "version": version,
        "check": check,
        "build": (*built, sums(place.example / "dist")),
        "serve": (serve(place),),
        "import": imported,
        "fonts": (fonts[0], re.findall(r"^\S.*?：(.*)$", fonts[1], re.MULTILINE), are_supplied(fonts[1])),
    }


def is_good(used):
    """Whether a step ended well: every one begins with an exit status, and the fonts end in whether they are the package's."""
    return used[0] == 0 and used[-1] is not False


def run(place, *arguments):
    """The exit status, and all that was said; paths as Linux has them."""
    done = subprocess.run(place.command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=1800)
    return done.returncode, done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").replace("示例\\", "示例/")


def sums(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def serve(place):
    """Whether the preview, the form and a PDF are answered."""
    serving = subprocess.Popen(place.command("-C", "示例", "serve", "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        first = serving.stdout.readline().decode("utf-8", "replace")
        origin = re.search(r"http://[\d.:]+\d", first)
        if origin is None:
            return first
        answered = [answer(origin[0] + address) for address in ["/", "/_form/", "/_help/", "/_status/"]]
        return 0 if all(answered) else answered
    finally:
        serving.terminate()
        serving.wait()


def answer(address):
    with urlopen(quote(address, safe=":/"), timeout=300) as answered:
        return answered.status == 200 and len(answered.read()) > 1000


def are_supplied(told):
    """Whether all fonts are those of the package."""
    paths = [line.strip() for line in told.splitlines() if line.startswith("    ")]
    return len(paths) > 0 and all("字体" in path or "share/nianbao/fonts" in path for path in paths)


def difference(expected, used):
    """What differs, in short."""
    if isinstance(expected, tuple) and isinstance(expected[-1], dict):
        names = [name for name in expected[-1] | used[-1] if expected[-1].get(name) != used[-1].get(name)]
        return f"{expected[:2]} {used[:2]} {names[:20]}"
    return f"{expected} / {used}"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
