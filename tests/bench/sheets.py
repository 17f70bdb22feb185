#!/usr/bin/env python3
"""Export and import of a table of 100,000 x 30 beside other programs that do the same, in turn, many rounds: what each costs as a
whole process, and the ratios of the medians (docs/performance.md). `import` is of wages, with every row judged against a
store of people; beside it openpyxl only reads the same workbook.

  apt-get install python3-xlsxwriter python3-openpyxl libreoffice-calc-nogui
  /usr/bin/python3 tests/bench/sheets.py build/release/bin/bench_sheets --rounds 9
"""
import argparse
import csv
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

WRITER = """
import sys, xlsxwriter
path, rows, columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
book = xlsxwriter.Workbook(path, {"constant_memory": True})
sheet = book.add_worksheet("导出")
money = book.add_format({"num_format": "#,##0.00"})
for column in range(columns):
    sheet.write_string(0, column, f"第{column + 1}列")
for row in range(rows):
    for column in range(columns):
        if column % 3 == 0:
            sheet.write_string(row + 1, column, f"职工{row}-{column}")
        elif column % 3 == 1:
            sheet.write_number(row + 1, column, (300000 + row * 7 + column) / 100, money)
        else:
            sheet.write_number(row + 1, column, row + column)
book.close()
"""
READER = """
import sys, openpyxl
cells = 0
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets:
    for row in sheet.iter_rows(values_only=True):
        cells += sum(value is not None for value in row)
print(cells)
"""


def table_as_csv(path, rows, columns):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(f"第{column + 1}列" for column in range(columns))
        for row in range(rows):
            out.writerow((f"职工{row}-{column}", f"{(300000 + row * 7 + column) / 100:.2f}", row + column)[column % 3]
                         for column in range(columns))


def cost(command):
    """Seconds, seconds of a CPU, megabytes at most; of a process that is waited for by a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        begin = time.monotonic()
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(writing, json.dumps([done.returncode, time.monotonic() - begin, used.ru_utime + used.ru_stime,
                                      used.ru_maxrss / 1024]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        code, *figures = json.loads(answer.read())
    os.waitpid(child, 0)
    if code != 0:
        sys.exit(f"failed: {command[:3]}")
    return figures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--columns", type=int, default=30)
    parser.add_argument("--without-office", action="store_true", help="not LibreOffice")
    parser.add_argument("--only", default="", metavar="NAME", help="what begins so: import, say")
    given = parser.parse_args()
    size = [str(given.rows), str(given.columns)]
    folder = tempfile.mkdtemp()
    at = lambda name: os.path.join(folder, name)
    ours, table = at("ours.xlsx"), at("table.csv")
    # In this order: what is read has been written.
    work = {"export": [given.bench, "--write", ours, "--rows", size[0], "--columns", size[1]],
            "export, xlsxwriter": [sys.executable, "-c", WRITER, at("theirs.xlsx")] + size}
    if not given.without_office:
        table_as_csv(table, given.rows, given.columns)
        work["export, LibreOffice from csv"] = [
            "soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
            "--infilter=CSV:44,34,76,1", "--outdir", at("office"), table]
    work["read"] = [given.bench, "--read", ours]
    work["read, openpyxl"] = [sys.executable, "-c", READER, ours]
    importer = os.path.join(os.path.dirname(os.path.abspath(given.bench)), "bench_import")
    subprocess.run([importer, "--prepare", "--people", size[0], "--columns", size[1], at("import")], check=True)
    work["import"] = [importer, at("import")]
    work["import, openpyxl only reads"] = [sys.executable, "-c", READER, os.path.join(at("import"), "wages.xlsx")]
    work = {name: command for name, command in work.items() if name.startswith(given.only)}
    figures = {name: [] for name in work}
    for number in range(given.rounds):
        for name, command in work.items():
            figures[name].append(cost(command))
        print(f"round {number + 1} of {given.rounds}, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
    print(f"{given.rows} x {given.columns}, {given.rounds} rounds, load {' '.join(f'{one:.1f}' for one in os.getloadavg())}")
    print("| | median | smallest – largest | CPU, median | memory, most | ratio of medians | of CPU |\n|---|---|---|---|---|---|---|")
    for name, runs in figures.items():
        wall, cpu, memory = zip(*runs)
        base = figures[name.split(",")[0]]
        ratio = statistics.median(wall) / statistics.median(one[0] for one in base)
        of_cpu = statistics.median(cpu) / statistics.median(one[1] for one in base)
        print(f"| {name} | {statistics.median(wall):.2f} s | {min(wall):.2f} – {max(wall):.2f} s | {statistics.median(cpu):.2f} s | "
              f"{max(memory):.0f} MB | {ratio:.1f} | {of_cpu:.1f} |")
    if not given.only:
        print(f"ours {os.path.getsize(ours) / 1e6:.1f} MB, xlsxwriter's {os.path.getsize(at('theirs.xlsx')) / 1e6:.1f} MB")
    shutil.rmtree(folder)


main()
