//! Workspaces in memory: the real content, every example of a mistake and of a rule, a made-up city with faults.

use std::fs;

use nianbao_tests::{Examples, Tree, Workspace, nianbao, read_tree, repository};

/// All of them with their names, in a fixed order.
pub(crate) fn bases() -> Vec<(String, Tree)> {
    let mut bases = vec![("content".to_owned(), tree(&Workspace::real()))];
    bases.extend(crate::diagnostics::cases().into_iter().filter(|case| !case.starts_with("S003")).map(|case| {
        let workspace = crate::diagnostics::workspace(&case);
        (case, tree(&workspace))
    }));
    for path in read_tree(&repository().join("tests/rules")).into_keys() {
        let text = fs::read_to_string(repository().join("tests/rules").join(&path)).unwrap();
        for example in Examples::read(&text).examples {
            let workspace = Workspace::empty();
            example.write(&workspace);
            bases.push((format!("{path}:{}", example.line), tree(&workspace)));
        }
    }
    bases.push(("demo".to_owned(), tree(&demo())));
    bases
}

/// A made-up city with faults.
fn demo() -> Workspace {
    let workspace = Workspace::empty();
    let args = ["demo", ".", "--agencies", "24", "--years", "1", "--faults", "8"];
    assert_eq!(nianbao(workspace.path(), args).output().unwrap().status.code(), Some(0));
    workspace
}

fn tree(workspace: &Workspace) -> Tree {
    read_tree(workspace.path())
}

/// With drafts alone, since records are never mended.
pub(crate) fn drafts(mut tree: Tree) -> Tree {
    for (path, bytes) in &mut tree {
        if path.ends_with("report.yaml")
            && let Ok(text) = String::from_utf8(bytes.clone())
        {
            *bytes = text.replace("已公开", "拟公开").into_bytes();
        }
    }
    tree
}
