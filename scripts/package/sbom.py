"""sbom.py EPOCH TARGET…: prints what the programs are made of as a CycloneDX document."""

import json
import os
import sys
import tomllib
import uuid
from datetime import datetime, timezone
from pathlib import Path

from crates import crates


def main(epoch, targets):
    found = crates(targets)
    sums = checksums()
    program = next(package for package, _ in found if package["name"] == "nianbao")
    components = [component(package, sums) for package, _ in found if package is not program]
    references = {package["id"]: reference(package) for package, _ in found}
    depends = [
        {"ref": reference(package), "dependsOn": sorted(references[id] for id in needed)} for package, needed in found
    ]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(int(epoch), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": component(program, sums) | {"type": "application"},
        },
        "components": components + FONTS,
        "dependencies": depends,
    }
    # The same content has the same number.
    document["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))}"
    print(json.dumps(document, ensure_ascii=False, indent=1))


def component(package, sums):
    one = {
        "type": "library",
        "bom-ref": reference(package),
        "name": package["name"],
        "version": package["version"],
        "licenses": [{"expression": package["license"].replace("/", " OR ")}],
        "purl": reference(package),
    }
    if sum := sums.get((package["name"], package["version"])):
        one["hashes"] = [{"alg": "SHA-256", "content": sum}]
    return one


def reference(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def checksums():
    lock = tomllib.loads((Path(os.environ["ROOT"]) / "Cargo.lock").read_text())
    return {(package["name"], package["version"]): package.get("checksum") for package in lock["package"]}


FONTS = [
    {"type": "file", "bom-ref": "fonts/fandol", "name": "Fandol", "licenses": [{"expression": "GPL-3.0-only"}]},
    {"type": "file", "bom-ref": "fonts/noto-serif-cjk", "name": "Noto Serif CJK SC", "licenses": [{"expression": "OFL-1.1"}]},
]

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
