//! Why a revision is not to be had.

use std::io;

/// Why the files of a revision cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no git program.
    #[error("没有找到 git 程序，看不到以前的版本。请先安装 git；没有用 git 的，请用 --from 指定存放旧内容的文件夹")]
    NoProgram,
    /// The git program does not start.
    #[error("不能运行 git 程序：{}", crate::error::reason(.0))]
    NotRunning(io::Error),
    /// The workspace lies in no repository.
    #[error("“{0}”不在 git 仓库里，没有以前的版本可以比较。请用 --from 指定存放旧内容的文件夹")]
    NoRepository(String),
    /// git refuses a repository that belongs to somebody else.
    #[error(
        "“{0}”的文件属于另一个用户，git 因此不肯读。确认来源可靠以后，运行一次：git config --global --add safe.directory \"{0}\""
    )]
    DubiousOwnership(String),
    /// The repository has no commit.
    #[error("这个 git 仓库还没有提交过，没有以前的版本可以比较。请先提交一次：git add content，再 git commit")]
    NoCommit,
    /// There is no such revision.
    #[error("git 里没有“{revision}”这个版本{}", hint(*.shallow))]
    Unknown {
        /// As typed.
        revision: String,
        /// Whether the repository was fetched without its earlier commits.
        shallow: bool,
    },
    /// The revision has no content folder where the workspace lies.
    #[error("版本“{0}”里没有这个工作区的 content 文件夹：那时可能还没有提交，或者放在别处")]
    NoContent(String),
    /// There are more files than anybody writes.
    #[error("版本“{0}”里的文件太多，没有读取")]
    TooManyFiles(String),
    /// git did not answer in time, in seconds.
    #[error("git 过了 {0} 秒还没有回答，没有再等。请看看存放它的磁盘或者网络文件夹连得上连不上，再试一次")]
    Late(u64),
    /// Anything else that git complains of.
    #[error("git 读不了这个仓库（git 的原话：{0}）")]
    Complaint(String),
}

fn hint(shallow: bool) -> &'static str {
    if shallow {
        "：这里只取了最近的提交，请先取全，运行 git fetch --unshallow"
    } else {
        "。用 git log --oneline 可以列出各个版本；分支和标签的名称也可以"
    }
}
