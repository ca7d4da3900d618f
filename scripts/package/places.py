"""Clean places in which packages are unpacked or installed, and how the program is run there."""

import os
import shutil
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

CACHE = Path(os.environ["NIANBAO_CACHE"])
DEBIAN = "bookworm"
WINE = "/usr/lib/wine/wine64"


@dataclass
class Place:
    """A place with the program in it."""

    name: str
    folder: Path  # where the work is done
    program: list[str]
    example: Path
    environment: dict[str, str] = field(default_factory=dict)
    root: Path | None = None  # of a system of its own

    def command(self, *arguments):
        """The command line of the program, run in `folder`; nothing of our own environment gets there."""
        environment = {"HOME": str(self.inside(self.folder)), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"} | self.environment
        pairs = [f"{name}={value}" for name, value in environment.items()]
        if self.root is None:
            return ["env", "-i", "-C", str(self.folder), *pairs, *self.program, *arguments]
        return ["chroot", str(self.root), "/usr/bin/env", "-i", "-C", self.inside(self.folder), *pairs, *self.program, *arguments]

    def inside(self, path):
        """A path as the place's own system has it."""
        return str(path) if self.root is None else "/" + str(path.relative_to(self.root))


def fresh(work, name):
    """An empty folder with an awkward name."""
    folder = work / name / "试用 的 地方"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def unpacked(package, work):
    """A .tar.gz, used where it lies."""
    root = debian(work, "arm64") if "aarch64" in package.name else None
    folder = fresh(root / "home" if root else work, package.name)
    with tarfile.open(package) as archive:
        archive.extractall(folder, filter="tar")
    unpacked = next(folder.iterdir())
    return Place(package.name, unpacked, ["./nianbao"], unpacked / "示例", root=root)


def on_windows(package, work):
    """A .zip under Wine."""
    folder = fresh(work, package.name)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    unpacked = next(folder.iterdir())
    return wine(package.name, unpacked, "nianbao.exe", work)


def wine(name, folder, program, work):
    """A place under Wine, which has none for the random numbers of newer Windows: a stand-in is put beside its own."""
    prefix = work / "wine"
    environment = {"WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
    place = Place(name, folder, [WINE, program], folder / "示例", environment)
    if not (prefix / "system.reg").exists():
        begin = [*place.command()[:-2], WINE, "wineboot", "--init"]
        subprocess.run(begin, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    random_numbers(prefix / "drive_c/windows/system32")
    return place


def random_numbers(folder):
    """`ProcessPrng` of bcryptprimitives.dll, by an older function that Wine has."""
    source = Path(__file__).parent / "files/bcryptprimitives.c"
    compiler = CACHE / "packaging/debian/usr/bin/x86_64-w64-mingw32-gcc-posix"
    environment = os.environ | {"PATH": f"{compiler.parent}:{os.environ['PATH']}"}
    command = [compiler, "-shared", "-o", folder / "bcryptprimitives.dll", source, "-ladvapi32"]
    subprocess.run(command, check=True, env=environment)


def installed(package, work):
    """A .deb, installed in a fresh Debian of its machine."""
    root = debian(work, package.stem.rsplit("_", 1)[1])
    shutil.copy(package, root / "root")
    subprocess.run(["chroot", root, "dpkg", "--install", f"/root/{package.name}"], check=True, stdout=subprocess.DEVNULL)
    folder = fresh(root / "home", "某人")
    shutil.copytree(root / "usr/share/nianbao/示例", folder / "示例")
    return Place(package.name, folder, ["nianbao"], folder / "示例", root=root)


def in_python(package, work):
    """A wheel, installed by pip; that for another machine by the pip of this one, which is told of the other."""
    if "win_amd64" in package.name:
        folder = fresh(work, package.name)
        return wine(package.name, folder, by_pip(package, folder, "win_amd64") + "nianbao.exe", work)
    root = debian(work, "arm64") if "aarch64" in package.name else None
    folder = fresh(root / "home" if root else work, package.name)
    program = by_pip(package, folder, "manylinux_2_17_aarch64" if root else None) + "nianbao"
    return Place(package.name, folder, [program], folder / "示例", root=root)


def by_pip(package, folder, platform):
    """Where in `folder` pip put the program: into an environment, or beside one if that is for another machine."""
    place = "环境" if platform is None else "另一台机器"
    subprocess.run(["python3", "-m", "venv", folder / "环境"], check=True)
    elsewhere = ["--platform", platform, "--only-binary=:all:", "--target", folder / place] if platform else []
    install = [folder / "环境/bin/python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", *elsewhere, package]
    subprocess.run(install, check=True, env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    shutil.copytree(folder / place / "share/nianbao/示例", folder / "示例")
    return f"{place}/bin/"


def debian(work, architecture):
    """The smallest Debian of a machine, made once; that of another machine runs under QEMU."""
    root = work / f"debian-{architecture}"
    if not (root / "var/lib/dpkg/info/base-files.list").exists():
        shutil.rmtree(root, ignore_errors=True)
        make = ["/usr/sbin/debootstrap", "--variant=minbase", f"--arch={architecture}", DEBIAN, root]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    if not (root / "proc/self").exists():
        subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
    return root
