"""wheel.py TARGET VERSION PROGRAM PARTS WORK TO EPOCH: a wheel; `pip install` puts the program on PATH."""

import base64
import hashlib
import sys
from pathlib import Path

from archive import files_below, zip_files
from stage import ROOT, installed, stage

PLATFORMS = {
    "linux-x86_64": ["manylinux_2_17_x86_64", "manylinux2014_x86_64"],
    "linux-aarch64": ["manylinux_2_17_aarch64", "manylinux2014_aarch64"],
    "windows-x86_64": ["win_amd64"],
}


def main(target, version, program, parts, work, to, epoch):
    folder, name = Path(work) / f"wheel-{target}", f"nianbao-{version}"
    data, about = f"{name}.data", f"{name}.dist-info"
    form = installed(f"{data}/scripts", f"{data}/data/share", f"{data}/data/share/doc/nianbao")
    stage(form, Path(program), Path(parts), folder)
    platforms = PLATFORMS[target]
    (folder / about).mkdir()
    (folder / about / "METADATA").write_text(metadata(version), "utf-8")
    (folder / about / "WHEEL").write_text(wheel(platforms), "utf-8")
    files = sorted(files_below(folder), key=lambda file: (file[0].startswith(about), file))
    record = "".join(f"{name},sha256={digest(path)},{path.stat().st_size}\n" for name, path in files)
    files.append((f"{about}/RECORD", f"{record}{about}/RECORD,,\n".encode()))
    zip_files(files, Path(to) / f"{name}-py3-none-{'.'.join(platforms)}.whl", int(epoch))


def metadata(version):
    head = [
        "Metadata-Version: 2.4",
        "Name: nianbao",
        f"Version: {version}",
        "Summary: 年报工坊：政府信息公开工作年度报告的填写、检查、排版和发布",
        "License-Expression: MIT OR Apache-2.0",
        "Requires-Python: >=3.7",
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join([*head, "", (ROOT / "README.zh-CN.md").read_text("utf-8")])


def wheel(platforms):
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in platforms)
    return f"Wheel-Version: 1.0\nGenerator: nianbao\nRoot-Is-Purelib: false\n{tags}"


def digest(path):
    """As RECORD has it."""
    return base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    main(*sys.argv[1:])
