"""deb.py TARGET VERSION PROGRAM PARTS WORK TO EPOCH: a package for Debian, 统信 and 麒麟."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from archive import files_below, mode
from stage import FILES, installed, place, stage

ARCHITECTURES = {"linux-x86_64": "amd64", "linux-aarch64": "arm64"}

CONTROL = """Package: nianbao
Version: {version}
Architecture: {architecture}
Maintainer: nianbao <nianbao@localhost>
Installed-Size: {size}
Depends: libc6 (>= 2.17)
Suggests: xdg-utils, libreoffice-writer
Section: text
Priority: optional
Description: annual reports on government information disclosure
 年报工坊：政府信息公开工作年度报告的填写、检查、排版和发布。
"""


def main(target, version, program, parts, work, to, epoch):
    folder = Path(work) / f"deb-{target}"
    stage(installed("usr/bin", "usr/share", "usr/share/doc/nianbao"), Path(program), Path(parts), folder)
    place(FILES / "nianbao-open", folder / "usr/lib/nianbao/nianbao-open")
    (folder / "usr/lib/nianbao/nianbao-open").chmod(0o755)
    place(FILES / "nianbao.desktop", folder / "usr/share/applications/nianbao.desktop")
    # Where Debian looks for it.
    shutil.move(folder / "usr/share/doc/nianbao/许可/LICENSE", folder / "usr/share/doc/nianbao/copyright")
    control(folder, version, ARCHITECTURES[target])
    pack(folder, Path(to) / f"nianbao_{version}_{ARCHITECTURES[target]}.deb", epoch)


def control(folder, version, architecture):
    files = files_below(folder)
    size = sum(path.stat().st_size for _, path in files) // 1024
    about = CONTROL.format(version=version, architecture=architecture, size=size)
    sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {name}\n" for name, path in files)
    (folder / "DEBIAN").mkdir()
    (folder / "DEBIAN/control").write_text(about, "utf-8")
    (folder / "DEBIAN/md5sums").write_text(sums, "utf-8")


def pack(folder, target, epoch):
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else mode(path))
        os.utime(path, (int(epoch), int(epoch)))
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", folder, target]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"SOURCE_DATE_EPOCH": epoch})


if __name__ == "__main__":
    main(*sys.argv[1:])
