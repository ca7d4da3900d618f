"""fonts.py FROM TO: the fonts that go into packages, with their licences and a note of what they lack.

Fandol plays every role and is taken as it is. Of Noto, which serves for characters that Fandol lacks, one weight of the serif is taken,
cut down to those characters, and of the sans what the serif lacks: all of it would make a package three times as large.
"""

import gzip
import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FANDOL = ["FandolSong-Regular", "FandolSong-Bold", "FandolFang-Regular", "FandolKai-Regular", "FandolHei-Regular"]
NOTO = ["NotoSerifCJK-Regular", "NotoSerifCJK-Bold", "NotoSansCJK-Regular", "NotoSansCJK-Bold"]
SIMPLIFIED_CHINESE = 2  # the face's number in each of Noto's collections

IDEOGRAPHS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x323AF)]
HANGUL = [(0x1100, 0x11FF), (0x3130, 0x318F), (0x3200, 0x321E), (0x3260, 0x327F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC)]


def main(source, target):
    source, target = Path(source), Path(target)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    fandol = [shown_by(TTFont(copied(source, target, name), lazy=True)) for name in FANDOL]
    everywhere = {character for character in set.intersection(*fandol) if is_in(IDEOGRAPHS, character)}
    serif = cut_down(source / "NotoSerifCJK-Regular.ttc", everywhere, target / "NotoSerifCJKsc-Regular.otf")
    sans = cut_down(source / "NotoSansCJK-Regular.ttc", serif | everywhere, target / "NotoSansCJKsc-Regular.otf")
    licences(source, target)
    shown = set.union(serif, sans, *fandol)
    lacking = set.union(*(all_of(source / f"{name}.ttc") for name in NOTO)) - shown
    (target / "说明.txt").write_text(note(shown, lacking), encoding="utf-8", newline="\r\n")


def copied(source, target, name):
    return shutil.copyfile(source / f"{name}.otf", target / f"{name}.otf")


def shown_by(font):
    return set(font.getBestCmap())


def all_of(collection):
    return shown_by(TTCollection(collection, lazy=True).fonts[SIMPLIFIED_CHINESE])


def is_in(ranges, character):
    return any(first <= character <= last for first, last in ranges)


def cut_down(collection, elsewhere, target):
    """Writes the face without Hangul and what is `elsewhere`; without hints, which PDFs leave out anyway."""
    font = TTFont(collection, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    wanted = {character for character in shown_by(font) - elsewhere if not is_in(HANGUL, character)}
    options = subset.Options(hinting=False, notdef_outline=True, layout_features=["ccmp", "kern", "mark", "mkmk"])
    options.name_IDs = ["*"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font.save(target)
    return wanted


def licences(source, target):
    # Debian packs texts that are long.
    fandol = gzip.decompress((source / "texlive-lang-chinese-licence.gz").read_bytes())
    (target / "Fandol-许可.txt").write_bytes(fandol)
    shutil.copyfile(source / "fonts-noto-cjk-licence", target / "Noto-许可.txt")


def note(shown, lacking):
    ideographs = sum(is_in(IDEOGRAPHS, character) for character in shown)
    others = [character for character in sorted(lacking) if not is_in(HANGUL, character)]
    return f"""字体

这个文件夹里是免费字体，在单位没有公文字体（方正小标宋、仿宋_GB2312、楷体_GB2312、黑体）时代替。
程序先在它旁边的这个文件夹里找字体；用了哪些，运行 nianbao fonts 看。单位有公文字体的，见手册“安装”的“字体”一节。

Fandol（宋体、宋体粗、仿宋、楷体、黑体）：原样，没有改动。许可是 GNU GPL 第 3 版，见 Fandol-许可.txt；来自 Debian 的
texlive-lang-chinese，源文件见 https://ctan.org/pkg/fandol 。
Noto Serif CJK SC（思源宋体）：补充生僻字；它也没有的，用 Noto Sans CJK SC（思源黑体）补充。许可是 SIL OFL 1.1，见 Noto-许可.txt；来自 Debian 的 fonts-noto-cjk。
为了安装包小一些，只留下别的字体没有的字，去掉了屏幕显示用的微调。

合起来有 {ideographs} 个汉字：GB 2312、《通用规范汉字表》、GBK 和扩展 A 区的字都有。

没有收的：
- 谚文（韩文）字母和音节，{len(lacking) - len(others)} 个。
- 黑体的粗体，思源宋体、思源黑体的粗体：自带的模板不用黑体的粗体；标题、黑体里的生僻字用思源宋体印，笔画细一些。
{f"- 别的符号 {len(others)} 个：{' '.join(map(chr, others))}{chr(10)}" if others else ""}
报告里有印不出的字，检查和生成时会说（U001），不会悄悄少一个字。
"""


if __name__ == "__main__":
    main(*sys.argv[1:])
