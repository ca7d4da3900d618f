//! What can go wrong between a rendered file and the published folder, in words for an editor.

use std::io;
use std::path::PathBuf;

use crate::first_few::first_few;
use crate::shard::Shard;

/// How many foreign files are named.
const NAMED: usize = 3;

/// Why nothing was published. The earlier publication is whole in every case.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// The folder holds something that this program did not make.
    #[error("{} 里有不是年报工坊生成的内容，为免误删，没有写入；请用 --out 指定一个新文件夹，或者先把它清空", .0.display())]
    NotOurs(PathBuf),
    /// A part would replace a whole publication.
    #[error(
        "{} 里现有 {published} 份报告，这次只选了 {selected} 份，为免误删其余报告，没有写入；请用 --out 指定另外的文件夹，或者去掉 --only、--year",
        path.display()
    )]
    FewerReports {
        /// The published folder.
        path: PathBuf,
        /// How many reports it holds.
        published: usize,
        /// How many would replace them.
        selected: usize,
    },
    /// The folder holds files that no build wrote, which would be lost.
    #[error(
        "{} 里有 {} 个文件不是年报工坊生成的：{}。生成会删掉它们，所以没有写入；请先移到别处",
        path.display(),
        files.len(),
        first_few(files, NAMED)
    )]
    ForeignFiles {
        /// The published folder.
        path: PathBuf,
        /// The files, by their paths from there.
        files: Vec<String>,
    },
    /// A build without PDFs would replace a publication with them.
    #[error("{} 里现有 PDF，这次没有生成 PDF，为免误删，没有写入；请用 --out 指定另外的文件夹，或者去掉 --no-pdf", .0.display())]
    WithoutPdf(PathBuf),
    /// Something else would replace a shard that is still needed.
    #[error("{} 里是第 {shard} 片，为免误删，没有写入；请用 --out 指定另外的文件夹，或者先把它删去", path.display())]
    IsShard {
        /// The folder.
        path: PathBuf,
        /// The shard in it.
        shard: Shard,
    },
    /// A shard would replace a publication.
    #[error("{} 里是完整的网站，不是分片，没有写入；请用 --out 给这一片指定另外的文件夹", .0.display())]
    IsNoShard(PathBuf),
    /// The target is a link that leads nowhere.
    #[error("{} 是链接（快捷方式），它指向的文件夹不在，没有写入；请先接上那个磁盘或者建好那个文件夹，或者用 --out 指定别处", .0.display())]
    DanglingLink(PathBuf),
    /// Something else stands where this program puts what it is making.
    #[error("{} 应由年报工坊自己建，现在却是别的东西（链接、管道之类），没有经过它读写；请把它移走再试", .0.display())]
    Obstacle(PathBuf),
    /// The new folder cannot be given to those who could enter the earlier one.
    #[error("{} 现有的用户组或权限，新的文件夹用不了：{}，没有写入，原来的内容没有改动", path.display(), reason(cause))]
    Group {
        /// The published folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// Something stands where a run that was cut off took the publication from.
    #[error(
        "上次换到一半中断了，{} 里原来的内容在 {}，现在那里却有别的内容，没有写入；请把 {} 移到别处再运行一次，会先放回原来的",
        path.display(),
        aside.display(),
        path.display()
    )]
    Displaced {
        /// The published folder.
        path: PathBuf,
        /// Where the publication is.
        aside: PathBuf,
    },
    /// A proof would replace a publication.
    #[error("{} 里是公开用的网站，不能换成草稿，没有写入；请用 --out 给草稿指定另外的文件夹", .0.display())]
    IsPublication(PathBuf),
    /// A publication would replace a proof.
    #[error("{} 里是草稿，为免把两者弄混，没有写入；请用 --out 指定另外的文件夹，或者先把它删去", .0.display())]
    IsProof(PathBuf),
    /// The target is not a folder.
    #[error("{} 不是文件夹，请用 --out 指定一个文件夹", .0.display())]
    NotAFolder(PathBuf),
    /// Another build writes the same folder.
    #[error("另一个年报工坊正在写 {}，请等它结束后再试", .0.display())]
    Busy(PathBuf),
    /// The disk refused to take a file.
    #[error("写不进 {}：{}", path.display(), reason(cause))]
    Io {
        /// The file or folder that could not be written.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl StageError {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Io { path, cause }
    }

    pub(super) fn group(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| match cause.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput => Self::Group { path, cause },
            _ => Self::Io { path, cause },
        }
    }
}

/// Why the system did not write, and what to do.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的，请用 --out 指定别处".to_owned(),
        io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
            "这个文件夹不能整体替换（可能是单独挂载的，也可能来自容器的镜像），请用 --out 指定它里面的一个子文件夹，或者一个新文件夹"
                .to_owned()
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "上面有一层不是文件夹".to_owned(),
        _ => nianbao_disk::reason(error),
    }
}
