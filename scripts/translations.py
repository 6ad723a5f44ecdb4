"""Collect the strings of the program into resources/translations/ko.ts and compile it to ko.qm.

Every call `translate("Context", "text")` in gui/ and main.py is found in the syntax tree and handed
to pylupdate5 in a form that it reads without fail: by itself it passes silently over a call that
ends in a comma, which is how a formatter lays out a long one. Strings that are gone leave the file.

Exit status 1 if a string has no translation yet; both files are written all the same.
"""

from __future__ import annotations

import ast
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS_FILE = ROOT / "resources" / "translations" / "ko.ts"


def calls(path: Path) -> list[str]:
    """Every call of translate() in a file, each in one line of plain literals."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate"):
            continue
        texts = [
            argument.value
            for argument in node.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if len(texts) != len(node.args) or len(texts) < 2:
            where = f"{path.relative_to(ROOT)}:{node.lineno}"
            sys.exit(f'{where}: translate() takes a context and a text, both plain "..." strings')
        found.append(f"translate({', '.join(map(repr, texts))})")
    return found


def update(sources: list[Path]) -> None:
    """Bring the .ts file up to date with the strings of these files."""
    lines = [line for path in sources for line in calls(path)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}  # pylupdate5 wants to know an encoding
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "strings.py"
        listing.write_text("\n".join(lines) + "\n", encoding="utf-8")
        pylupdate = [sys.executable, "-W", "ignore", "-m", "PyQt5.pylupdate_main", "-noobsolete"]
        subprocess.run([*pylupdate, str(listing), "-ts", str(TS_FILE)], check=True, env=environment)
    # The places are those of the listing; without them, only strings change the file.
    text = TS_FILE.read_text(encoding="utf-8")
    TS_FILE.write_text(re.sub(r"\n *<location [^>]*/>", "", text), encoding="utf-8")


def compile_ts() -> None:
    """Compile the .ts file to the .qm file that the program loads."""
    lrelease = shutil.which("lrelease") or "/usr/lib/qt5/bin/lrelease"
    subprocess.run([lrelease, "-silent", str(TS_FILE)], check=True)


def untranslated() -> list[str]:
    """The strings that have no translation yet."""
    messages = re.findall(r"<message>.*?</message>", TS_FILE.read_text(encoding="utf-8"), re.DOTALL)
    waiting = [message for message in messages if 'type="unfinished"' in message]
    sources = [re.search(r"<source>(.*)</source>", text, re.DOTALL) for text in waiting]
    return [html.unescape(source.group(1)) for source in sources if source]


def main() -> None:
    """Update, compile, and name what is left to translate."""
    update([*sorted((ROOT / "gui").rglob("*.py")), ROOT / "main.py"])
    compile_ts()
    left = untranslated()
    name = TS_FILE.relative_to(ROOT)
    if left:
        sys.exit(f"Not translated yet, in {name}:\n" + "\n".join(f"  {text}" for text in left))
    print(f"Every string is translated: {name} and {name.with_suffix('.qm')} are up to date.")


if __name__ == "__main__":
    main()
