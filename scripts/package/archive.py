"""Archives whose bytes depend on what is in them alone: files in order, one time, two modes, nobody's."""

import gzip
import tarfile
import zipfile
from datetime import datetime, timezone


def files_below(folder):
    """Files in the same order everywhere, as (name, path)."""
    found = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return sorted(found)


def is_program(path):
    return path.stat().st_mode & 0o100 != 0


def mode(path):
    return 0o755 if is_program(path) else 0o644


def tar_gz(folder, target, epoch):
    """`folder` as one folder of that name."""
    with target.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=epoch) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for name, path in files_below(folder):
                entry = tarfile.TarInfo(f"{folder.name}/{name}")
                entry.size, entry.mtime, entry.mode = path.stat().st_size, epoch, mode(path)
                with path.open("rb") as content:
                    archive.addfile(entry, content)


def zip_files(files, target, epoch):
    """(name, path) or (name, bytes) each; those given last are last."""
    time = datetime.fromtimestamp(epoch, timezone.utc).timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, time)
            entry.create_system = 3  # so that modes are known to be Unix's
            entry.compress_type = zipfile.ZIP_DEFLATED
            is_bytes = isinstance(content, bytes)
            entry.external_attr = (0o100644 if is_bytes else 0o100000 | mode(content)) << 16
            archive.writestr(entry, content if is_bytes else content.read_bytes(), compresslevel=9)
