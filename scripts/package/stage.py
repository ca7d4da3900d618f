"""What lies where in each form of package."""

import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(__file__).resolve().parent / "files"


@dataclass(frozen=True)
class Form:
    """Folders of a package, by what they hold."""

    program: str
    fonts: str
    manual: str
    example: str
    licences: str


def unpacked():
    """Everything beside the program."""
    return Form(program="", fonts="字体", manual="手册", example="示例", licences="许可")


def installed(program, share, documents):
    """Below a prefix, where the system has such things."""
    return Form(program, f"{share}/nianbao/fonts", f"{documents}/手册", f"{share}/nianbao/示例", f"{documents}/许可")


def stage(form, program, parts, folder):
    """Puts the program and its `parts` into `folder`, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    place(program, folder / form.program / program.name)
    (folder / form.program / program.name).chmod(0o755)
    for part, target in [("字体", form.fonts), ("手册", form.manual), ("示例", form.example)]:
        shutil.copytree(parts / part, folder / target)
    for file in [ROOT / "LICENSE", ROOT / "LICENSE-MIT", ROOT / "LICENSE-APACHE", parts / "别人写的部分.txt"]:
        place(file, folder / form.licences / file.name)


def place(file, target):
    """Copies a file, and makes its folder where there is none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
