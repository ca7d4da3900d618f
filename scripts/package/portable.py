"""portable.py TARGET VERSION PROGRAM PARTS WORK TO EPOCH: the package that is unpacked and used where it lies."""

import sys
from pathlib import Path

from archive import files_below, tar_gz, zip_files
from stage import FILES, stage, unpacked


def main(target, version, program, parts, work, to, epoch):
    folder = Path(work) / f"nianbao-{version}-{target}"
    stage(unpacked(), Path(program), Path(parts), folder)
    windows = target.startswith("windows")
    for opener in ["打开.bat", "命令行.bat"] if windows else ["打开.sh"]:
        lines(FILES / opener, folder / opener, windows)
        (folder / opener).chmod(0o644 if windows else 0o755)
    lines(FILES / "使用说明.txt", folder / "使用说明.txt", windows)
    if windows:
        files = [(f"{folder.name}/{name}", path) for name, path in files_below(folder)]
        zip_files(files, Path(to) / f"{folder.name}.zip", int(epoch))
    else:
        tar_gz(folder, Path(to) / f"{folder.name}.tar.gz", int(epoch))


def lines(source, target, windows):
    """A text with the ends of lines that the system has."""
    target.write_text(source.read_text("utf-8"), "utf-8", newline="\r\n" if windows else "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
