//! `nianbao demo`: a municipality that does not exist, to try things out on.

use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;
use nianbao_demo::{Demo, Order, municipality};
use nianbao_disk::{NotWritten, Storage as _, System, create_folders};

use crate::args::DemoArgs;
use crate::{Ending, output, visible};

pub(crate) fn demo(folder: Option<&Path>, args: &DemoArgs) -> anyhow::Result<Ending> {
    let order = Order {
        agencies: args.agencies,
        years: args.years,
        last_year: args.last_year,
        seed: args.seed,
        faults: args.faults,
    };
    let target = folder.map_or_else(|| args.target.clone(), |folder| folder.join(&args.target));
    make_sure_is_empty(&target)?;
    let demo = municipality(&order)?;
    create_folders(&target).map_err(NotWritten::at(&target))?;
    let disk = System::of_many_files(&target);
    for (path, text) in &demo.files {
        let file = target.join(path);
        let made = file.parent().map_or(Ok(()), |folder| disk.create_folders(folder));
        made.and_then(|()| disk.write(&file, text.as_bytes())).map_err(NotWritten::at(&file))?;
    }
    disk.sync_tree(&target).map_err(NotWritten::at(&target))?;
    output::print(&summary(&demo, &order, &args.target))?;
    Ok(Ending::Good)
}

/// What people wrote is never written over.
fn make_sure_is_empty(folder: &Path) -> anyhow::Result<()> {
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            anyhow::ensure!(entries.next().is_none(), "{} 不是空的；请换一个新文件夹", folder.display());
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("读不了 {}", folder.display())),
    }
}

fn summary(demo: &Demo, order: &Order, target: &Path) -> String {
    let target = target.display().to_string();
    let target = visible::line(&target);
    let mut text = format!("生成了 {} 个机关的 {} 份报告，写在 {target}/content。\n", order.agencies, demo.reports);
    if !demo.faults.is_empty() {
        let _ = writeln!(text, "其中放了 {} 处错误，列在 {target}/faults.csv。", demo.faults.len());
    }
    text += "机关、文字和数据都是虚构的，只用于演示和试用。\n";
    let _ = writeln!(text, "可以接着运行 nianbao -C {target} check");
    text
}
