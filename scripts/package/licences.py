"""licences.py TARGET…: prints the licences of all that others wrote and is in the program."""

import os
import re
import sys
from collections import defaultdict
from pathlib import Path

from crates import crates

ROOT = Path(os.environ["ROOT"])

# Where the text of a licence is found for a crate that only names it, the first that it offers. A name without a folder is a crate's.
STANDARD = {
    "Apache-2.0": ROOT / "LICENSE-APACHE",
    "MIT": ROOT / "LICENSE-MIT",
    "BSD-3-Clause": "alloc-no-stdlib",
    "MPL-2.0": "cssparser",
    "CC0-1.0": "constant_time_eq",
}


def main(targets):
    found = [package for package, _ in crates(targets) if package["source"]]
    folders = {package["name"]: Path(package["manifest_path"]).parent for package in found}
    bearers = defaultdict(list)  # who bears a text
    for package in found:
        for text in texts(package, folders):
            bearers[text].append(package)
    print(HEAD)
    for package in found:
        print(f"{package['name']} {package['version']}：{package['license']}，{package['repository'] or 'https://crates.io/crates/' + package['name']}")
    print(RUST.strip())
    for text, packages in sorted(bearers.items(), key=lambda borne: (borne[1][0]["name"], borne[0])):
        print("\n" + "=" * 100)
        print("、".join(f"{package['name']} {package['version']}" for package in packages) + "\n")
        print(text)


def texts(package, folders):
    folder = folders[package["name"]]
    files = sorted(file for file in Path(package["manifest_path"]).parent.iterdir() if is_licence(file))
    if package["license_file"]:
        files.append(folder / package["license_file"])
    return {plain(file) for file in files if file.is_file()} or {standard(package, folders)}


def is_licence(file):
    return re.match(r"(UN)?LICEN[CS]E|COPYING|NOTICE|COPYRIGHT", file.name, re.IGNORECASE) is not None


def standard(package, folders):
    offered = re.split(r" OR |/", package["license"])
    name = next((name for name in STANDARD if name in offered), None)
    if name is None:
        sys.exit(f"年报工坊：{package['name']} 没有许可文件，请在 scripts/package/licences.py 里写明“{package['license']}”的文本在哪里。")
    place = STANDARD[name]
    if isinstance(place, str):
        place = next(file for file in sorted(folders[place].iterdir()) if is_licence(file))
    authors = "、".join(package["authors"]) or f"the authors of {package['name']}"
    return re.sub(r"Copyright \(c\).*", f"Copyright (c) {authors}", plain(place)) if name == "MIT" else plain(place)


def plain(file):
    lines = (line.rstrip() for line in file.read_text("utf-8", "replace").splitlines())
    return "\n".join(lines).strip()


HEAD = """年报工坊里别人写的部分

年报工坊的程序用到下面这些开放源代码的程序库，先列名称、版本、许可和出处，后面是许可的全文。没有改动过它们。
字体不在程序里，它们的许可在字体文件夹里。
"""

RUST = """
Rust 标准库：MIT OR Apache-2.0，https://github.com/rust-lang/rust
mingw-w64 运行库（只在 Windows 的程序里）：公有领域和 ZPL-2.1，https://www.mingw-w64.org
GCC 运行库（只在 Windows 的程序里）：GPL-3.0-or-later WITH GCC-exception-3.1，https://gcc.gnu.org
"""

if __name__ == "__main__":
    main(sys.argv[1:])
