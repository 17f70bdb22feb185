#!/usr/bin/env python3
"""interop.py INTEROP_BOOK openpyxl|libreoffice: an exported workbook, opened by another program, has the cells that were
exported (cells.json), cell by cell. 77, which is a test that was skipped, when there is no such program here."""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))


def is_money(cell):
    return isinstance(cell, dict)


def by_openpyxl(book, expected):
    """What each cell is, by its type: a text that looks like a number is still a text, and a formula is none."""
    import openpyxl
    sheet = openpyxl.load_workbook(book).worksheets[0]
    if sheet.max_row != len(expected) or sheet.max_column != len(expected[0]):
        yield "%d x %d cells" % (sheet.max_row, sheet.max_column)
    for row, cells in enumerate(expected, 1):
        for column, cell in enumerate(cells, 1):
            there = sheet.cell(row, column)
            if is_money(cell):
                right = there.data_type == "n" and Decimal(str(there.value)) == Decimal(cell["money"]) and there.number_format == "#,##0.00"
            elif isinstance(cell, str):
                right = there.data_type == "s" and there.value == cell
            else:
                right = there.value == cell
            if not right:
                yield "row %d, column %d: %r, a %s, is not %r" % (row, column, there.value, there.data_type, cell)


def by_libreoffice(book, expected):
    """What each cell shows, in a csv file that LibreOffice makes of the book."""
    folder = os.path.dirname(book)
    subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + folder + "/profile", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", folder, book],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(os.path.splitext(book)[0] + ".csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    if len(rows) != len(expected):
        yield "%d rows" % len(rows)
    for number, (cells, there) in enumerate(zip(expected, rows), 1):
        for column, cell in enumerate(cells):
            shown = there[column] if column < len(there) else ""
            if is_money(cell):
                right = Decimal(shown.replace(",", "") or "NaN") == Decimal(cell["money"])
            else:
                right = shown == ("" if cell is None else str(cell))
            if not right:
                yield "row %d, column %d: %r is not %r" % (number, column + 1, shown, cell)


program, reader = sys.argv[1:3]
if reader == "openpyxl":
    import system_openpyxl  # noqa: F401
elif not shutil.which("soffice"):
    print("skipped: LibreOffice is not installed (libreoffice-calc-nogui)")
    sys.exit(77)
with open(os.path.join(HERE, "cells.json"), encoding="utf-8") as file:
    wanted = json.load(file)
work = tempfile.mkdtemp()
try:
    path = os.path.join(work, "book.xlsx")
    subprocess.run([program, os.path.join(HERE, "cells.json"), path], check=True)
    wrong = list({"openpyxl": by_openpyxl, "libreoffice": by_libreoffice}[reader](path, wanted))
finally:
    shutil.rmtree(work)
print("\n".join(wrong) or "%d rows are as they were exported" % len(wanted))
sys.exit(1 if wrong else 0)
