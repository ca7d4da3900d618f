#!/usr/bin/env python3
"""How long a saved change takes to be on screen: the file is written, `nianbao serve` tells of it (server-sent event), the
page is fetched and says what was written. For a hundred edits of each kind, on a made-up city.

    benches/live.py [--program target/debug/nianbao] [--city FOLDER] [--edits 100]
"""

import argparse
import http.client
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


class Preview:
    """A preview that runs, and what it says."""

    def __init__(self, program, city):
        command = [program, "-C", str(city), "serve", "--port", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://([\d.]+|localhost):(\d+)", line)
            if found:
                self.port = int(found[2])
                break
        else:
            sys.exit("nianbao serve 没有给出网址")
        self.events = http.client.HTTPConnection("127.0.0.1", self.port)
        self.events.request("GET", "/_preview/events")
        self.stream = self.events.getresponse()
        self.next_version()

    def next_version(self):
        while not (line := self.stream.fp.readline()).startswith(b"data:"):
            if not line:
                sys.exit("nianbao serve 不再回答")
        return line

    def page(self, address):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", address)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024

    def end(self):
        self.process.terminate()
        self.process.wait()


def measured(preview, file, text, address, mark):
    """Milliseconds from saving `text` until the page at `address` says `mark`, and until the preview told of it."""
    begun = time.monotonic()
    file.write_text(text)
    while True:
        preview.next_version()
        told = time.monotonic()
        if mark in preview.page(address):
            return 1000 * (time.monotonic() - begun), 1000 * (told - begun)


def edits(city):
    """The kinds of edit: name, file, text of the nth edit, page, what the page says then."""
    content = city / "content"
    agency = sorted((content / "agencies").iterdir())[10]
    year = max(folder for folder in agency.iterdir() if folder.name.isdigit())
    address = f"/{agency.name}/{year.name}/index.html"
    report, narrative, named = year / "report.yaml", year / "narrative.md", agency / "agency.yaml"
    figures, prose, name = report.read_text(), narrative.read_text(), named.read_text()
    template = city / "templates" / "html" / "404.html"
    called = re.search(r"^名称: *(.+)$", name, re.M)[1].strip("\"'")
    cell = re.search(r"(自然人: *)(\d+)", figures)
    base = (pathlib.Path(__file__).parent.parent / "templates" / "html" / "report.html").read_text()
    return [
        ("figure", report, lambda n: figures.replace(cell[0], f"{cell[1]}{70000 + n}", 1), address, lambda n: f"{70000 + n}"),
        ("sentence", narrative, lambda n: prose.rstrip() + f"\n\n另有第 {n} 句话要写。\n", address, lambda n: f"另有第 {n} 句话要写"),
        ("name", named, lambda n: name.replace(called, f"{called}第{n}处", 1), address, lambda n: f"{called}第{n}处"),
        ("template", city / "templates" / "html" / "report.html", lambda n: base + f"<!-- {n} 次 -->\n" if False else base.replace("{% endblock", f"<p>改了 {n} 次</p>{{% endblock", 1), address, lambda n: f"改了 {n} 次"),
    ]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", default="target/debug/nianbao")
    arguments.add_argument("--city", type=pathlib.Path)
    arguments.add_argument("--edits", type=int, default=100)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        city = pathlib.Path(scratch) / "city"
        if asked.city:
            shutil.copytree(asked.city, city)
        else:
            subprocess.run([asked.program, "demo", city, "--agencies", "300", "--years", "3"], check=True, stdout=subprocess.DEVNULL)
        (city / "templates" / "html").mkdir(parents=True, exist_ok=True)
        preview = Preview(asked.program, city)
        try:
            for kind, file, text, address, mark in edits(city):
                before = file.read_text() if file.exists() else None
                times = []
                for number in range(1, asked.edits + 1):
                    times.append(measured(preview, file, text(number), address, mark(number)))
                    time.sleep(0.3)
                shown, told = [sorted(column) for column in zip(*times)]
                print(f"{kind:10} shown: median {statistics.median(shown):7.0f} ms, worst {shown[-1]:7.0f} ms; "
                      f"told: median {statistics.median(told):7.0f} ms", flush=True)
                file.unlink() if before is None else file.write_text(before)
                preview.next_version()
            print(f"memory at most {preview.memory()} MB", flush=True)
        finally:
            preview.end()


if __name__ == "__main__":
    main()
