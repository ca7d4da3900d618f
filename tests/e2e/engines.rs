//! The files in docs/scale/, run as the engines that they are for would run them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use nianbao_tests::{Finished, Tree, Workspace, assert_same, binary, nianbao, read_tree, repository, run};
use serde_yaml::Value;

/// A workspace, and what a build without shards makes of it.
fn built() -> (Workspace, Tree) {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let whole: Finished = nianbao(workspace.path(), ["build", "--out", "whole"]).output().unwrap().into();
    assert_eq!(whole.status, Some(0), "{}", whole.transcript());
    let tree = read_tree(&workspace.path().join("whole"));
    assert!(tree.keys().any(|path| path.ends_with("report.pdf")));
    (workspace, tree)
}

fn assert_published(workspace: &Workspace, whole: &Tree) {
    assert_same(&read_tree(&workspace.path().join("dist")), whole);
}

fn file(path: &str) -> PathBuf {
    repository().join("docs/scale").join(path)
}

/// One of our scripts in the workspace's folder.
fn script(path: &str, workspace: &Workspace) -> Command {
    let mut command = Command::new(file(path));
    command.current_dir(workspace.path()).env("NIANBAO", binary()).env_remove("SOURCE_DATE_EPOCH");
    command
}

#[test]
fn gnu_parallel_makes_what_one_process_makes() {
    let (workspace, whole) = built();
    // A space in a path is the usual end of a script.
    let folder = workspace.path().join("工作 区");
    fs::create_dir(&folder).unwrap();
    fs::rename(workspace.path().join("content"), folder.join("content")).unwrap();
    let told = run(script("parallel.sh", &workspace).arg("工作 区").arg("3"));
    assert!(told.contains("核对了 3 片，合成了"), "{told}");
    assert_same(&read_tree(&folder.join("dist")), &whole);
    // Options are for both commands.
    run(script("parallel.sh", &workspace)
        .args(["工作 区", "2", "--no-pdf"])
        .env("OUT", "pages only")
        .env("PARALLEL", "--jobs 1"));
    assert!(workspace.path().join("pages only/site/index.html").is_file());
}

#[test]
fn a_shard_that_fails_ends_the_script() {
    let workspace = Workspace::real();
    workspace.replace("content/agencies/tcj/2024/report.yaml", "年度: 2024", "年度: 2023");
    let told: Finished = script("parallel.sh", &workspace).args([".", "2", "--no-pdf"]).output().unwrap().into();
    assert_eq!(told.status, Some(1), "{}", told.transcript());
    assert!(told.stderr.contains("有妨碍发布的问题"), "{}", told.transcript());
    assert!(!workspace.path().join("dist").exists());
}

#[test]
fn a_slurm_array_makes_what_one_process_makes() {
    let (workspace, whole) = built();
    let slurm = || {
        let mut command = script("slurm.sh", &workspace);
        command.env_remove("SLURM_ARRAY_TASK_ID").env("SLURM_CPUS_PER_TASK", "1").env("SHARDS", "3");
        command
    };
    // A task that was forgotten is named by the job that comes after.
    for task in ["1", "3"] {
        run(slurm().env("SLURM_ARRAY_TASK_ID", task));
    }
    let told: Finished = slurm().output().unwrap().into();
    assert!(told.status == Some(2) && told.stderr.contains("缺第 2 片（共 3 片）"), "{}", told.transcript());
    run(slurm().env("SLURM_ARRAY_TASK_ID", "2"));
    run(&mut slurm());
    assert_published(&workspace, &whole);
    // An array from 0 has one task too many at its beginning.
    let told: Finished = slurm().env("SLURM_ARRAY_TASK_ID", "0").output().unwrap().into();
    assert_eq!(told.status, Some(2), "{}", told.transcript());
    let told: Finished = slurm().env_remove("SHARDS").output().unwrap().into();
    assert!(told.status != Some(0) && told.stderr.contains("how many shards"), "{}", told.transcript());
}

/// The directives that `sbatch` reads stand before the first command.
#[test]
fn slurm_reads_what_a_task_needs() {
    let text = fs::read_to_string(file("slurm.sh")).unwrap();
    let head = text.lines().take_while(|line| line.is_empty() || line.starts_with('#'));
    let directives: Vec<&str> = head.filter_map(|line| line.strip_prefix("#SBATCH --")).collect();
    for needed in ["cpus-per-task=", "mem=", "time="] {
        assert!(directives.iter().any(|directive| directive.starts_with(needed)), "{directives:?}");
    }
}

/// A Job of Kubernetes: what its only container runs.
struct Job {
    spec: Value,
    container: Value,
}

impl Job {
    fn read(path: &str) -> Self {
        let job: Value = serde_yaml::from_str(&fs::read_to_string(file(path)).unwrap()).unwrap();
        assert_eq!((job["apiVersion"].as_str(), job["kind"].as_str()), (Some("batch/v1"), Some("Job")));
        let pod = &job["spec"]["template"]["spec"];
        let containers = pod["containers"].as_sequence().unwrap();
        assert_eq!(containers.len(), 1);
        // Kubernetes refuses a mount of a volume that there is not.
        let volumes: Vec<&Value> = pod["volumes"].as_sequence().unwrap().iter().map(|volume| &volume["name"]).collect();
        for mount in containers[0]["volumeMounts"].as_sequence().unwrap() {
            assert!(volumes.contains(&&mount["name"]), "{mount:?}");
        }
        Self { spec: job["spec"].clone(), container: containers[0].clone() }
    }

    fn environment(&self) -> BTreeMap<&str, &str> {
        let variables = self.container["env"].as_sequence().unwrap().iter();
        variables.map(|variable| (variable["name"].as_str().unwrap(), variable["value"].as_str().unwrap())).collect()
    }

    /// The container's command in `workspace`, where the volume would be, with the program on its path.
    fn command(&self, workspace: &Workspace) -> Command {
        assert_eq!(self.container["workingDir"], self.container["volumeMounts"][0]["mountPath"]);
        let words = ["command", "args"].map(|part| self.container[part].as_sequence().unwrap().iter());
        let mut words = words.into_iter().flatten().map(|word| word.as_str().unwrap());
        let mut command = Command::new(words.next().unwrap());
        let path = format!("{}:{}", binary().parent().unwrap().display(), std::env::var("PATH").unwrap());
        command.args(words).envs(self.environment()).env("PATH", path).current_dir(workspace.path());
        command
    }
}

#[test]
fn a_kubernetes_job_makes_what_one_process_makes() {
    let (workspace, whole) = built();
    let (shards, assemble) = (Job::read("kubernetes/shards.yaml"), Job::read("kubernetes/assemble.yaml"));
    assert_eq!(shards.spec["completionMode"].as_str(), Some("Indexed"));
    let count = shards.spec["completions"].as_u64().unwrap();
    assert_eq!(shards.environment()["SHARDS"], count.to_string());
    assert_eq!(assemble.environment(), shards.environment());
    assert_eq!(assemble.container["image"], shards.container["image"]);
    for index in 0..3 {
        run(shards.command(&workspace).env("JOB_COMPLETION_INDEX", index.to_string()).env("SHARDS", "3"));
    }
    run(assemble.command(&workspace).env("SHARDS", "3"));
    assert_published(&workspace, &whole);
}
