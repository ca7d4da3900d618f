//! What changes a workspace, each with the states before and after.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nianbao_tests::{Finished, Form, Preview, Tree, Workspace, nianbao, read_tree, repository};
use serde_json::{Value, json};

/// Something that changes a workspace.
pub(super) struct Scenario {
    /// What it is called in messages.
    pub(super) name: &'static str,
    before: Workspace,
    act: Act,
    /// What is there before and afterwards.
    pub(super) states: [Tree; 2],
    /// How long it takes.
    pub(super) takes: Duration,
    /// How many things it does to the disk.
    pub(super) writes: usize,
}

/// How it is done.
enum Act {
    /// By a command.
    Run(&'static [&'static str]),
    /// By the form of `jt/2024`, with these changes.
    Save(Value),
}

/// How it ended.
pub(super) struct Ended {
    /// Whether all went well.
    pub(super) is_good: bool,
    /// Its status as it came.
    pub(super) status: Option<i32>,
    /// What people were told.
    pub(super) told: String,
    /// How long it took.
    took: Duration,
}

/// What happens to the program meanwhile.
pub(super) enum Harm {
    /// Nothing.
    None,
    /// Something at one of its writes, as the program is told.
    At(String),
    /// It is killed after so long.
    After(Duration),
}

/// All of them.
pub(super) fn all() -> Vec<Scenario> {
    vec![build(), first_build(), assemble(), publish(), import(), save(), new_agencies(), export()]
}

/// Those that take no second.
pub(super) fn quick() -> Vec<Scenario> {
    vec![publish(), import(), save(), new_agencies(), export()]
}

fn city() -> Workspace {
    Workspace::copy_of("tests/data/city")
}

fn succeed(workspace: &Workspace, args: &[&str]) {
    let told: Finished = nianbao(workspace.path(), args).output().unwrap().into();
    assert_eq!(told.status, Some(0), "{args:?}\n{}", told.transcript());
}

/// A site takes the place of another.
pub(super) fn build() -> Scenario {
    let city = city();
    succeed(&city, &["build", "--no-pdf"]);
    city.replace("content/site.yaml", "网站名称: ", "网站名称: 新的");
    Scenario::new("build", city, Act::Run(&["build", "--no-pdf"]))
}

/// There is no site yet, and nothing is kept of earlier builds.
fn first_build() -> Scenario {
    Scenario::new("first build", city(), Act::Run(&["build", "--no-pdf"]))
}

fn assemble() -> Scenario {
    let city = city();
    succeed(&city, &["build", "--no-pdf"]);
    city.replace("content/site.yaml", "网站名称: ", "网站名称: 新的");
    for shard in ["1/2", "2/2"] {
        succeed(&city, &["build", "--no-pdf", "--shard", shard]);
    }
    Scenario::new("assemble", city, Act::Run(&["assemble", "--no-pdf", "shards/1-of-2", "shards/2-of-2"]))
}

fn publish() -> Scenario {
    let reports = &["publish", "czj", "xinpu", "xinpu/jtj", "xinpu/lhz", "--year", "2024", "--date", "2025-01-20"];
    Scenario::new("publish", city(), Act::Run(reports))
}

/// A city of one bureau, whose report lies beside it.
fn bureau() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("content/agency.yaml", "名称: 海州市人民政府\n");
    workspace.write("content/agencies/jt/agency.yaml", "名称: 平湖市交通运输局\n");
    workspace
}

fn import() -> Scenario {
    let workspace = bureau();
    fs::copy(repository().join("tests/data/import/tabs.txt"), workspace.path().join("年报.txt")).unwrap();
    Scenario::new("import", workspace, Act::Run(&["import", "年报.txt", "--agency", "jt"]))
}

fn new_agencies() -> Scenario {
    let workspace = bureau();
    workspace.write("名单.csv", "名称,简称,上级\n海州市教育局,,\n海州市财政局,,\n海州市第一中学,,海州市教育局\n");
    Scenario::new("new agencies", workspace, Act::Run(&["new", "agencies", "名单.csv"]))
}

/// One report's tables, in a folder that is not there yet.
pub(super) fn export() -> Scenario {
    Scenario::new("export", city(), Act::Run(&["export", "csv", "czj", "--out", "表"]))
}

/// Figures, text and the agency's own data at once: three files.
fn save() -> Scenario {
    let workspace = bureau();
    succeed(&workspace, &["new", "report", "jt", "--year", "2024", "--any-year"]);
    let changes = json!([
        { "cell": "主动公开.行政许可", "text": "3" },
        { "section": "一", "blocks": [{ "source": "我写的。" }] },
        { "field": "联系方式.电话", "file": "agency", "value": "0577-88000000" },
    ]);
    Scenario::new("save", workspace, Act::Save(changes))
}

impl Scenario {
    fn new(name: &'static str, before: Workspace, act: Act) -> Self {
        let old = state(before.path());
        let mut scenario = Self { name, before, act, states: [old, Tree::new()], takes: Duration::ZERO, writes: 0 };
        let workspace = scenario.workspace();
        let log = workspace.path().join(".nianbao-log");
        let ended = scenario.harmed(&workspace, &Harm::None, Some(&log));
        scenario.takes = ended.took;
        assert!(ended.is_good, "{name}: {}", ended.told);
        scenario.writes = fs::read_to_string(&log).unwrap_or_default().lines().count();
        scenario.states[1] = state(workspace.path());
        assert!(scenario.states[0] != scenario.states[1] && scenario.writes > 0, "{name} changes something");
        scenario
    }

    /// The workspace as it is before.
    pub(super) fn workspace(&self) -> Workspace {
        let workspace = Workspace::empty();
        let from = self.before.path().join(".");
        assert!(Command::new("cp").arg("-a").args([from.as_path(), workspace.path()]).status().unwrap().success());
        workspace
    }

    /// Does it, with `harm`.
    pub(super) fn act(&self, workspace: &Workspace, harm: &Harm) -> Ended {
        self.harmed(workspace, harm, None)
    }

    fn harmed(&self, workspace: &Workspace, harm: &Harm, log: Option<&Path>) -> Ended {
        let planned = |command: &mut Command| {
            if let Harm::At(fault) = harm {
                command.env("NIANBAO_FAULT", fault);
            }
            if let Some(log) = log {
                command.env("NIANBAO_FAULT_LOG", log);
            }
        };
        match &self.act {
            Act::Run(args) => {
                let mut command = nianbao(workspace.path(), *args);
                planned(&mut command);
                run(&mut command, harm)
            }
            Act::Save(changes) => {
                let mut command = nianbao(workspace.path(), ["serve", "--port", "0"]);
                planned(&mut command);
                saved(command, harm, changes)
            }
        }
    }

    /// Which of the two states is there: 0 is before, 1 afterwards; nothing where it is neither.
    pub(super) fn found(&self, workspace: &Workspace) -> Option<usize> {
        let found = state(workspace.path());
        self.states.iter().position(|state| *state == found)
    }

    /// The next run, undisturbed: it ends well, with the new state and nothing left.
    pub(super) fn assert_goes_on(&self, workspace: &Workspace, after: &str) {
        if let Act::Save(_) = &self.act {
            // Who opens the form finds what was typed, or saves it again.
            drop(Preview::of(workspace, &[]));
        }
        let is_repeated = !matches!(&self.act, Act::Save(_) | Act::Run(["export", ..]));
        if !is_repeated && self.found(workspace) == Some(1) {
            return;
        }
        let ended = self.act(workspace, &Harm::None);
        assert!(ended.is_good, "{} {after}: {:?} {}", self.name, ended.status, ended.told);
        if self.found(workspace) != Some(1) {
            nianbao_tests::assert_same(&state(workspace.path()), &self.states[1]);
        }
        let left = leftovers(workspace.path());
        assert!(left.is_empty(), "{} {after} leaves {left:?}", self.name);
    }
}

fn run(command: &mut Command, harm: &Harm) -> Ended {
    let since = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    if let Harm::After(time) = harm {
        std::thread::sleep(*time);
        drop(child.kill());
    }
    let finished: Finished = child.wait_with_output().unwrap().into();
    let (is_good, took) = (finished.status == Some(0), since.elapsed());
    Ended { is_good, status: finished.status, told: finished.stdout + &finished.stderr, took }
}

fn saved(command: Command, harm: &Harm, changes: &Value) -> Ended {
    let preview = Preview::started(command);
    let form = Form::open(&preview, "jt/2024");
    let base = &form.state()["base"];
    let body = json!({ "base": base, "changes": changes }).to_string();
    let address = format!("{}save", form.address);
    let since = Instant::now();
    let reply = if let Harm::After(time) = harm {
        let _request = preview.begin_post(&address, &form.headers(), body.as_bytes());
        std::thread::sleep(*time);
        preview.kill();
        None
    } else {
        preview.try_post(&address, &form.headers(), body.as_bytes())
    };
    let took = since.elapsed();
    match reply {
        Some(reply) => {
            Ended { is_good: reply.status == 200, status: Some(i32::from(reply.status)), told: reply.text(), took }
        }
        None => Ended { is_good: false, status: None, told: String::new(), took },
    }
}

/// What people see of a workspace.
fn state(workspace: &Path) -> Tree {
    let mut tree = read_tree(workspace);
    tree.retain(|path, _| !path.split('/').any(is_of_work));
    tree
}

/// What is not people's: what is kept, staged, on its way.
fn is_of_work(name: &str) -> bool {
    name == ".nianbao" || name.starts_with(".nianbao-") || name.starts_with('.') && name.ends_with(".nianbao")
}

/// What a run leaves that was harmed, but for what is kept on purpose.
fn leftovers(workspace: &Path) -> Vec<String> {
    let is_left =
        |path: &String| !path.starts_with(".nianbao/") && path != ".nianbao-log" && path.split('/').any(is_of_work);
    read_tree(workspace).into_keys().filter(is_left).collect()
}
