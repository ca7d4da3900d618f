"""manual.py PROGRAM WORKSPACE TO: the manual as `nianbao serve` shows it, as pages that need no program; beside them its texts."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag
from urllib.request import urlopen

DOCS = Path(__file__).resolve().parents[2] / "docs"
FIRST = "/_help/"
FOR_PROGRAMMERS = ["architecture.md", "用语.md", "packages.md"]


def main(program, workspace, target):
    target = Path(target)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    serving = subprocess.Popen([program, "-C", workspace, "serve", "--read-only", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        origin = re.search(r"http://[\d.:]+", serving.stdout.readline())[0]
        fetch_all(origin, target)
    finally:
        serving.terminate()
        serving.wait()
    texts(target)


def fetch_all(origin, target):
    """Everything that the first page leads to."""
    seen, waiting = set(), [FIRST]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        content = urlopen(origin + quote(address, safe="/%")).read()
        if address.startswith(FIRST) and address.endswith("/"):
            content, links = page(content.decode())
            waiting.extend(links)
        file = target / place(address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def page(html):
    """A page whose links are places beside it, and the addresses that it leads to."""
    links = []

    def beside(found):
        address, heading = urldefrag(unquote(found[2]))
        if not address.startswith("/"):
            return found[0]
        links.append(address)
        return f'{found[1]}="{quote(place(address))}{"#" + quote(heading) if heading else ""}"'

    # What it says above of the form, the state of all reports and the preview needs the program.
    html = re.sub(r'<p class="to-search">.*?</p>', "", html, flags=re.DOTALL)
    return re.sub(r'(href|src)="([^"]*)"', beside, html).encode(), links


def place(address):
    """Where what the program has at an address lies below the manual's folder."""
    if address == FIRST:
        return "index.html"
    if address.startswith("/_preview/"):
        return "样式/" + address.removeprefix("/_preview/")
    name = address.removeprefix(FIRST)
    return name.rstrip("/") + ".html" if name.endswith("/") else "手册/" + name


def texts(target):
    for file in [*DOCS.glob("*.md"), *(DOCS / "手册").glob("*.md")]:
        if file.name not in FOR_PROGRAMMERS:
            shutil.copyfile(file, target / file.relative_to(DOCS))
    shutil.copytree(DOCS / "scale", target / "scale")  # what scale.md leads to


if __name__ == "__main__":
    main(*sys.argv[1:])
