//! Where results may be written.

use std::fs;
use std::path::{Component, Path, PathBuf};

use nianbao_disk::is_portable;

/// A name that is new is one that every system takes: a workspace and what is made of it go from one machine to another.
pub(crate) fn make_sure_is_portable(target: &Path) -> anyhow::Result<()> {
    let new = target.ancestors().take_while(|path| fs::symlink_metadata(path).is_err());
    let mut names = new.filter_map(Path::file_name).map(|name| name.to_string_lossy());
    if let Some(name) = names.find(|name| !is_portable(name)) {
        anyhow::bail!(
            "“{name}”不能做名称，Windows 上用不了；名称里不要有冒号、问号、星号、引号、竖线、尖括号和反斜杠，末尾不要有点号和空格，也不要用 Windows 留给设备的名称；请换一个"
        );
    }
    Ok(())
}

/// Results never stand among what editors write.
pub(crate) fn make_sure_is_outside_content(target: &Path, workspace: &Path) -> anyhow::Result<()> {
    make_sure_is_portable(target)?;
    let into = target.parent().filter(|into| !into.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let content = fs::canonicalize(workspace.join("content"));
    let inside = fs::canonicalize(into).is_ok_and(|into| content.is_ok_and(|content| into.starts_with(content)));
    anyhow::ensure!(!inside, "{} 在 content 里，那里只放报告；请写到别处", target.display());
    Ok(())
}

/// A publication replaces its folder: that never is, holds or lies in a folder of what people write.
pub(crate) fn make_sure_is_apart(out: &Path, workspace: &Path) -> anyhow::Result<()> {
    make_sure_is_portable(out)?;
    let Ok(target) = real(out) else { return Ok(()) };
    for name in ["content", "templates"] {
        let Ok(written) = fs::canonicalize(workspace.join(name)) else { continue };
        let advice = "请用 --out 指定别的文件夹，如 dist";
        anyhow::ensure!(
            !target.starts_with(&written),
            "不能生成到 {}：它在 {name} 里，{name} 是您写的内容，不能替换；{advice}",
            out.display()
        );
        anyhow::ensure!(
            !written.starts_with(&target),
            "不能生成到 {}：它里面有您写的 {name}，不能替换；{advice}",
            out.display()
        );
    }
    Ok(())
}

/// A path without links, also where its end is not there yet.
fn real(path: &Path) -> std::io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let there = path.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    let Some((above, mut real)) = there else { return Ok(path) };
    for step in path.strip_prefix(above).into_iter().flat_map(Path::components) {
        match step {
            Component::ParentDir => drop(real.pop()),
            step => real.push(step),
        }
    }
    Ok(real)
}

/// A file has the ending of what is in it, that of `example`; a folder has none.
pub(crate) fn make_sure_is_named_like(target: &Path, example: &str) -> anyhow::Result<()> {
    let Some(ending) = Path::new(example).extension().filter(|_| !target.is_dir()) else { return Ok(()) };
    let named = target.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    let better = target.with_extension(ending);
    let (target, ending) = (target.display(), ending.display());
    anyhow::ensure!(named, "{target} 的扩展名应为 .{ending}，如 {}", better.display());
    Ok(())
}
