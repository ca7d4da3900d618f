//! Files of older word processors, which LibreOffice turns into .docx where it is installed.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, anyhow, bail};
use nianbao_disk::{create_folders, read_regular, reason, write_new};
use tempfile::TempDir;

use super::bounded::{Ended, run};
use super::explained;

/// How long a conversion may take: LibreOffice makes itself at home first.
const DEADLINE: Duration = Duration::from_mins(1);

/// What LibreOffice says of its work is short.
const MOST: u64 = 1 << 20;

/// By which names it goes.
const NAMES: [&str; 4] = ["soffice", "libreoffice", "soffice.exe", "soffice.com"];

/// What it needs of the environment.
const KEPT: [&str; 4] = ["PATH", "SystemRoot", "LD_LIBRARY_PATH", "FONTCONFIG_FILE"];

/// Macros stay off, and nothing is fetched or updated.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// A file that was converted. It is gone with this value.
pub(super) struct Converted {
    file: PathBuf,
    _room: TempDir,
}

impl Converted {
    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.file
    }
}

/// `file`, of at most `largest` bytes, as .docx. `Ok(None)` where there is no LibreOffice.
pub(super) fn docx(file: &Path, largest: u64) -> anyhow::Result<Option<Converted>> {
    let Some(office) = NAMES.iter().find_map(|name| find(name)) else { return Ok(None) };
    let room = tempfile::tempdir().map_err(|error| no_room(&error))?;
    let bytes = read_regular(file, largest).map_err(|error| explained(&error))?;
    let (old, new) = (room.path().join("report.doc"), room.path().join("report.docx"));
    write_new(&old, &bytes).map_err(|error| no_room(&error))?;
    let mut command = command(&office, room.path())?;
    command.args(["--convert-to", "docx", "--outdir"]).arg(room.path()).arg(&old);
    match run(&mut command, DEADLINE, MOST).context("不能运行 LibreOffice")? {
        Ended::Said { .. } if new.is_file() => Ok(Some(Converted { file: new, _room: room })),
        Ended::Said { .. } | Ended::TooMuch => {
            bail!("LibreOffice 没有转换成功；请用 Word 或 WPS 打开后“另存为 .docx”，再导入")
        }
        Ended::Late => {
            bail!("LibreOffice {} 秒还没有转换完；请用 Word 或 WPS 打开后“另存为 .docx”，再导入", DEADLINE.as_secs())
        }
    }
}

/// LibreOffice with a home of its own in `room`, so that nobody's settings, macros and open windows are touched.
fn command(office: &Path, room: &Path) -> anyhow::Result<Command> {
    let profile = room.join("profile");
    let settings = profile.join("user/registrymodifications.xcu");
    create_folders(&profile.join("user"))
        .and_then(|()| write_new(&settings, SETTINGS.as_bytes()))
        .map_err(|error| no_room(&error))?;
    let mut command = Command::new(office);
    command.env_clear().envs(KEPT.iter().filter_map(|name| Some((name, env::var_os(name)?))));
    command.env("HOME", room).env("TMPDIR", room).env("LC_ALL", "C.UTF-8").current_dir(room).stdin(Stdio::null());
    command.args(["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]);
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    Ok(command)
}

fn no_room(error: &io::Error) -> anyhow::Error {
    anyhow!("没有地方放转换出来的文件：{}", reason(error))
}

/// The program `name` in one of the folders of `PATH`.
fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(name)).find(|program| program.is_file())
}
