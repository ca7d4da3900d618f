//! Reading files that came from elsewhere, each in a process of its own: whatever is wrong with one, it costs that process
//! at most, and no more than its share of time and memory.

mod answer;
mod bounded;
mod child;
mod limits;
mod office;

use std::env;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};
use nianbao_disk::{ReadError, open_regular};
use nianbao_importer::Document;

use answer::Answer;
use bounded::{Ended, run};
pub(crate) use child::answer;

/// No file that a report comes in is larger, in bytes.
const LARGEST: u64 = 100_000_000;

/// How long a file may be read.
const DEADLINE: Duration = Duration::from_secs(20);

/// No document is longer as JSON, in bytes.
const LONGEST: u64 = 256 << 20;

/// What our own program needs of the environment.
const KEPT: [&str; 1] = ["SystemRoot"];

/// What to do with a file that no reader could finish.
const ADVICE: &str = "文件可能已经损坏；请用 Word、WPS 或浏览器打开它，另存一份再试";

/// What `file` shows.
pub(crate) fn read(file: &Path) -> anyhow::Result<Document> {
    match ask(file)? {
        Answer::Document(document) => Ok(document),
        Answer::Refused(why) => bail!(why),
        Answer::Convertible(why) => {
            let Some(converted) = office::docx(file, LARGEST)? else { bail!(why) };
            match ask(converted.path())? {
                Answer::Document(document) => Ok(document),
                Answer::Refused(why) | Answer::Convertible(why) => bail!(why),
            }
        }
    }
}

/// What a process of its own says of `file`. It gets the open file and no path.
fn ask(file: &Path) -> anyhow::Result<Answer> {
    let open = open_regular(file).map_err(|error| explained(&error))?;
    let length = open.metadata().context("读不了")?.len();
    anyhow::ensure!(length <= LARGEST, explained(&ReadError::TooLarge(LARGEST)));
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut program = Command::new(env::current_exe().context("找不到年报工坊自己的程序文件")?);
    program.args([OsString::from("read-document"), format!("--name={name}").into()]);
    program.env_clear().envs(KEPT.iter().filter_map(|name| Some((name, env::var_os(name)?))));
    // The allocator of the released program reserves 1 GB of addresses at once: all that the process may have.
    program.env("MIMALLOC_ARENA_RESERVE", "0");
    program.stdin(Stdio::from(open));
    match run(&mut program, DEADLINE, LONGEST).context("另开不了一个年报工坊来读这个文件")? {
        Ended::Said { output, complaints } => {
            serde_json::from_slice(&output).map_err(|_| anyhow::anyhow!(unfinished(&complaints)))
        }
        Ended::Late => bail!("{} 秒还没有读完，停了下来；{ADVICE}", DEADLINE.as_secs()),
        Ended::TooMuch => bail!("里面的内容太多，超过了 {} MB，不像一份年报", LONGEST >> 20),
    }
}

/// Why a process said nothing that makes sense.
fn unfinished(complaints: &str) -> String {
    if complaints.contains("memory allocation") {
        format!("读它要用的内存超过了 1 GB，停了下来；{ADVICE}")
    } else {
        format!("读到一半出了错，停了下来；{ADVICE}")
    }
}

fn explained(error: &ReadError) -> anyhow::Error {
    match error.kind() {
        Some(ErrorKind::NotFound) => anyhow::anyhow!("没有这个文件"),
        Some(ErrorKind::PermissionDenied) => anyhow::anyhow!("没有读取它的权限"),
        _ => anyhow::anyhow!("{error}"),
    }
}
