#!/usr/bin/env python3
"""Holds the tree to the include table of docs/architecture.md. CMake targets alone do not: all rooms share one include
root. Also refuses what the house does not allow anywhere, or only in one room. Ends with `N passed, N failed`."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
table_start = "<!-- include table -->"


def read_table():
    text = (root / "docs/architecture.md").read_text(encoding="utf-8")
    rows = {}
    for line in text.split(table_start)[1].splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 2 and cells[0].startswith("`"):
            rows[cells[0].strip("`")] = re.findall(r"`([^`]+)`", cells[1])
        elif rows and not line.strip():
            break
    return rows


def room_of(path):
    """`src/gateway/unit.cpp` → gateway, `ui/modules/wage/x.h` → ui/modules/wage, `ui/main.cpp` → ui."""
    parts = path.parts
    if parts[0] == "src":
        return parts[1]
    if len(parts) == 2:
        return "ui"
    return "/".join(parts[:3]) if parts[1] == "modules" else "/".join(parts[:2])


def room_of_include(include):
    parts = include.split("/")
    if parts[0] != "ui":
        return parts[0]
    if len(parts) == 2:
        return "ui"
    return "/".join(parts[:3]) if parts[1] == "modules" else "/".join(parts[:2])


def allowed(room, table):
    names = table.get("ui/modules/*" if room.startswith("ui/modules/") else room)
    return None if names is None else set(names)


# pattern → (what it is, rooms where it may stand)
FORBIDDEN = [
    (r"\bQSql\w+", "Qt Sql", set()),
    (r'#include <sqlite3\.h>', "the SQLite C interface", {"base", "store"}),
    (r"\b(QNetworkReply|QNetworkAccessManager|QTcpSocket|QSslSocket)\b", "sockets", {"http"}),
    (r"\b(QLocalServer|QLocalSocket)\b", "local sockets", {"platform"}),
    (r"#include <httplib", "the HTTP server library", {"taxside"}),
    (r"::instance\(\)", "a singleton", set()),
    (r"\bprocessEvents\b", "processEvents", set()),
    (r"\bQEventLoop\b", "a nested event loop", set()),
    (r"(?<![\w:])sender\(\)", "sender()", set()),
    (r"\b(SIGNAL|SLOT)\(", "string-based connections", set()),
    (r"\bignoreSslErrors\b", "ignoring TLS errors", set()),
    (r"[.>]exec\(\)", "a modal event loop", {"ui"}),
    (r"\bcurrentDateTime(Utc)?\(|\bcurrentDate\(|\bcurrentTime\(", "the clock", {"base"}),
    (r"\bsetStyleSheet\b", "style sheets", set()),
]


def check_file(path, table):
    relative = path.relative_to(root)
    room = room_of(relative)
    rights = allowed(room, table)
    if rights is None:
        yield f"{relative}: room {room} is not in the table of docs/architecture.md"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{relative}:{number}"
        found = re.match(r'#include "([^"]+)"', line)
        if found and "/" in found.group(1):
            target = room_of_include(found.group(1))
            if target != room and target not in rights and "*" not in rights:
                yield f"{place}: {room} may not include {target}"
        code = line.split("//")[0]
        if room not in {"ui"} and not room.startswith("ui/") and re.search(r"#include <Q(Dialog|MessageBox|Widget|Application)>", code):
            yield f"{place}: no widgets under src"
        for pattern, what, rooms in FORBIDDEN:
            if path.name == "main.cpp" and what == "a modal event loop":
                continue  # the application's own loop
            if room not in rooms and re.search(pattern, code):
                yield f"{place}: {what} may not stand in {room}"


def main():
    table = read_table()
    files = [p for base in ("src", "ui") for p in sorted((root / base).rglob("*")) if p.suffix in {".h", ".cpp"}]
    passed = failed = 0
    for path in files:
        problems = list(check_file(path, table))
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > 500:
            problems.append(f"{path.relative_to(root)}: {lines} lines, the limit is 500")
        for problem in problems:
            print(problem)
        passed += not problems
        failed += bool(problems)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not files or not table else 0


sys.exit(main())
