"""What others wrote that is in the program: the crates of Cargo.lock that a target's program is made of."""

import json
import os
import subprocess

TRIPLES = {
    "linux-x86_64": "x86_64-unknown-linux-gnu",
    "linux-aarch64": "aarch64-unknown-linux-gnu",
    "windows-x86_64": "x86_64-pc-windows-gnu",
}


def crates(targets):
    """By name and version, those that the program needs on one of `targets`, tools of compilation and tests aside."""
    needed = {}
    for target in targets:
        metadata = read(TRIPLES[target])
        packages = {package["id"]: package for package in metadata["packages"]}
        nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
        program = next(id for id, package in packages.items() if package["name"] == "nianbao" and not package["source"])
        for id in reached(program, nodes, packages):
            needed.setdefault(id, (packages[id], set()))[1].update(normal(nodes[id], packages))
    return sorted(needed.values(), key=lambda found: (found[0]["name"], found[0]["version"]))


def read(triple):
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--features", "nianbao/mimalloc", "--filter-platform", triple]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=os.environ["ROOT"]).stdout)


def reached(first, nodes, packages):
    seen, waiting = set(), [first]
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            waiting.extend(normal(nodes[id], packages))
    return seen


def normal(node, packages):
    """What a crate links; macros are gone when the program is there."""
    kinds = ((one["pkg"], kind["kind"]) for one in node["deps"] for kind in one["dep_kinds"])
    return {id for id, kind in kinds if kind is None and not is_macro(packages[id])}


def is_macro(package):
    return any("proc-macro" in target["kind"] for target in package["targets"])
