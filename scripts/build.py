"""Set up whatever is missing, build the example sites and say where they are.

    python scripts/build.py [SLUG …]

Needs Python 3.11 or newer and, the first time, the network. Everything goes into .venv and site/ in this folder.
"""

from __future__ import annotations

import subprocess
import sys

from environment import ROOT, VENV, enter, program, run, say


def main(slugs: list[str]) -> None:
    voorlichter = str(program(VENV, "voorlichter"))
    say("Building the example sites; the first time this takes ten seconds or so, later it takes one …")
    run([voorlichter, "build", *slugs])
    for kind in ("profile", "advisor", "module"):  # an editor completes the examples from these
        schema = subprocess.run([voorlichter, "schema", kind], check=True, capture_output=True).stdout
        (ROOT / f"{kind}.schema.json").write_bytes(schema)
    pages = [
        ROOT / "site" / slug / "index.html"
        for slug in slugs or sorted(path.name for path in (ROOT / "profiles").iterdir())
    ]
    say("\nOpen one of these in a browser:")
    for page in pages:
        say(f"  {page}")
    first = pages[0].parent.name
    say("\nOr change a profile and see it happen:")
    say(f"  {voorlichter} serve {first}       (profiles/{first}/profile.yml)")


if __name__ == "__main__":
    enter("build")
    main(sys.argv[1:])
