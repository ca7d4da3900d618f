//! Kills, full disks, power cuts, special files: what was published and written stays whole, and nothing hangs.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nianbao_tests::{Finished, Tree, Workspace, nianbao, read_tree};

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

/// Runs what must end by itself soon, whatever it meets.
fn run_at_once(workspace: &Workspace, args: &[&str]) -> Finished {
    let mut child = nianbao(workspace.path(), args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let since = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if since.elapsed() > Duration::from_mins(1) {
            child.kill().unwrap();
            panic!("{args:?} hangs");
        }
        sleep(Duration::from_millis(10));
    }
    child.wait_with_output().unwrap().into()
}

/// Starts the program and kills it after a while.
fn kill_after(workspace: &Workspace, args: &[&str], millis: u64) {
    let mut child = nianbao(workspace.path(), args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    sleep(Duration::from_millis(millis));
    drop(child.kill());
    child.wait().unwrap();
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn site(workspace: &Workspace) -> Tree {
    read_tree(&workspace.path().join("dist"))
}

#[test]
fn after_a_kill_a_whole_site_is_there_and_the_next_build_says_what() {
    let workspace = Workspace::real();
    assert_eq!(run(&workspace, &["build", "--no-pdf"]).status, Some(0));
    let before = site(&workspace);
    for round in 0..8 {
        kill_after(&workspace, &["build", "--no-pdf"], 40 + 70 * round);
        assert!(site(&workspace) == before, "{round}");
    }
    // Whatever the kills met, this one was interrupted.
    fs::create_dir_all(workspace.path().join(".dist.nianbao/new")).unwrap();
    let told = run(&workspace, &["build", "--no-pdf"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stderr.contains("注意：上次生成中断了，没有做完的已清除；"), "{}", told.stderr);
    assert!(told.stderr.contains("dist 里是完整的（1 份报告，2024 年）。"), "{}", told.stderr);
    assert_eq!(run(&workspace, &["build", "--no-pdf"]).stderr, "");
    assert!(site(&workspace) == before);
}

/// Where two folders cannot change places at once, there is a moment without a site.
#[test]
fn a_site_that_was_taken_away_is_restored_and_named() {
    let workspace = Workspace::real();
    assert_eq!(run(&workspace, &["build", "--no-pdf"]).status, Some(0));
    fs::create_dir(workspace.path().join(".dist.nianbao")).unwrap();
    fs::rename(workspace.path().join("dist"), workspace.path().join(".dist.nianbao/old")).unwrap();
    let told = run(&workspace, &["build", "--no-pdf"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stderr.contains("注意：上次生成中断了，已恢复此前发布的 "), "{}", told.stderr);
    assert!(told.stderr.contains("dist（1 份报告，2024 年）。"), "{}", told.stderr);
}

#[test]
fn what_a_killed_edit_left_is_gone_after_the_next_and_no_foreign_file() {
    let workspace = Workspace::real();
    let folder = "content/agencies/tcj/2024";
    workspace.replace(&format!("{folder}/report.yaml"), "状态: 已公开", "状态: 拟公开");
    workspace.write(&format!("{folder}/.nianbao-a1B2c3.tmp"), "half");
    let checked = run(&workspace, &["check", "--format", "short"]);
    assert!(!checked.stdout.contains(".nianbao"), "{}", checked.transcript());
    let mended = run(&workspace, &["check", "--fix", "--format", "short"]);
    assert!(!mended.stderr.contains("错误"), "{}", mended.transcript());
    assert!(!workspace.path().join(folder).join(".nianbao-a1B2c3.tmp").exists());
}

#[test]
fn special_files_and_links_among_templates_are_findings_at_once() {
    let workspace = Workspace::real();
    workspace.write("templates/html/404.html", "<p>{{ title }}");
    let templates = workspace.path().join("templates");
    fs::create_dir_all(templates.join("assets")).unwrap();
    fs::create_dir_all(templates.join("html/base.html")).unwrap();
    pipe(&templates.join("html/city.html"));
    symlink("/dev/zero", templates.join("assets/style.css")).unwrap();
    symlink("..", templates.join("assets/round")).unwrap();
    let _listener = UnixListener::bind(templates.join("html/year.html")).unwrap();
    let refused = run_at_once(&workspace, &["build", "--no-pdf", "--format", "short"]);
    assert_eq!(refused.status, Some(1), "{}", refused.transcript());
    for (file, reason) in [
        ("html/city.html", "它不是普通文件"),
        ("html/year.html", "它不是普通文件"),
        ("assets/style.css", "它是链接"),
        ("assets/round", "它是链接"),
    ] {
        let told = format!("读不了模板 templates/{file}：{reason}");
        assert!(refused.stdout.contains(&told), "{told}\n{}", refused.transcript());
    }
}

#[test]
fn special_files_among_shards_are_told_at_once() {
    let workspace = Workspace::real();
    assert_eq!(run(&workspace, &["build", "--no-pdf", "--shard", "1/1"]).status, Some(0));
    let shard = workspace.path().join("shards/1-of-1");
    let page = shard.join("site/tcj/2024/index.html");
    fs::remove_file(&page).unwrap();
    pipe(&page);
    let told = run_at_once(&workspace, &["assemble", "--no-pdf", "shards/1-of-1"]);
    assert_eq!(told.status, Some(2), "{}", told.transcript());
    assert!(told.stderr.contains("它不是普通文件"), "{}", told.transcript());
    fs::remove_file(shard.join("shard.json")).unwrap();
    pipe(&shard.join("shard.json"));
    let told = run_at_once(&workspace, &["assemble", "--no-pdf", "shards/1-of-1"]);
    assert_eq!(told.status, Some(2), "{}", told.transcript());
    assert!(told.stderr.contains("shard.json") && told.stderr.contains("它不是普通文件"), "{}", told.transcript());
}

#[test]
fn an_export_never_takes_the_place_of_a_special_file() {
    let workspace = Workspace::real();
    pipe(&workspace.path().join("report.json"));
    symlink("/dev/null", workspace.path().join("null.json")).unwrap();
    for out in ["report.json", "null.json"] {
        let told = run_at_once(&workspace, &["export", "json", "tcj", "--out", out]);
        assert_eq!(told.status, Some(2), "{}", told.transcript());
        assert!(told.stderr.contains("已经有了，没有改动它"), "{}", told.transcript());
    }
    // What a killed export left is in nobody's way.
    workspace.write(".表.nianbao/new/half.csv", "half");
    let told = run(&workspace, &["export", "csv", "tcj", "--out", "表"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(!workspace.path().join(".表.nianbao").exists());
}

/// A file system of its own in a file, mounted; nothing where this machine or this user has no such thing.
struct Image<'a> {
    file: &'a Path,
    folder: &'a Path,
}

impl<'a> Image<'a> {
    fn mounted(file: &'a Path, folder: &'a Path) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let mount = Command::new("mount").args(["-o", "loop"]).args([file, folder]).output();
        mount.is_ok_and(|mount| mount.status.success()).then_some(Self { file, folder })
    }

    fn made(file: &'a Path, folder: &'a Path) -> Option<Self> {
        fs::File::create(file).unwrap().set_len(64 << 20).unwrap();
        let made = Command::new("mkfs.ext4").args(["-q", "-F"]).arg(file).output();
        made.is_ok_and(|made| made.status.success()).then(|| Self::mounted(file, folder)).flatten()
    }
}

impl Drop for Image<'_> {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(self.folder).status());
    }
}

/// What is on the disk right after a build has ended is the whole site: the image is copied as it is, as if the power went.
#[test]
fn a_power_cut_after_success_leaves_the_new_site() {
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (image, disk, copy, found) = (at("image"), at("disk"), at("copy"), at("found"));
    let Some(mounted) = is_root.then(|| Image::made(&image, &disk)).flatten() else {
        #[expect(clippy::print_stderr, reason = "who runs the tests should know")]
        {
            eprintln!("no loop device here: only the order of writing is tested (publish::tests)");
        }
        return;
    };
    let workspace = Workspace::real();
    let out = disk.join("dist").display().to_string();
    for number in ["一", "二"] {
        workspace.write("content/site.yaml", format!("网站名称: 第{number}次\n"));
        let built = run(&workspace, &["build", "--no-pdf", "--out", &out]);
        assert_eq!(built.status, Some(0), "{}", built.transcript());
        fs::copy(mounted.file, &copy).unwrap();
        let after = Image::mounted(&copy, &found).expect("mounted");
        assert!(read_tree(&after.folder.join("dist")) == read_tree(&disk.join("dist")), "{number}");
    }
    // A disk that is full says so and leaves what is there.
    let before = read_tree(&disk.join("dist"));
    let free = Command::new("sh").arg("-c").arg("cat /dev/zero > fill; sync").current_dir(&disk).output().unwrap();
    assert!(free.status.success());
    workspace.write("content/site.yaml", "网站名称: 第三次\n");
    let refused = run(&workspace, &["build", "--no-pdf", "--out", &out]);
    assert_eq!(refused.status, Some(2), "{}", refused.transcript());
    assert!(refused.stderr.contains("磁盘空间不足，请清理后再试"), "{}", refused.transcript());
    assert!(read_tree(&disk.join("dist")) == before);
}
