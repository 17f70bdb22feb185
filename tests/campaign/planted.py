#!/usr/bin/env python3
"""planted.py PEOPLE.tsv BOOK.xlsx WRITER COUNT: a workbook of wages for these people with COUNT planted errors.

PEOPLE.tsv has name, document type's name, document number, unit number. WRITER is plain (this script's own zip),
openpyxl, or libreoffice (openpyxl's, opened and saved again). Prints the expected refusals, one a line: row, column's
field, code. 77: there is no openpyxl here."""
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from datetime import datetime, timedelta, timezone
from xml.sax.saxutils import escape

HEAD = ["姓名", "证件类型", "证件号码", "单位编号", "新缴费工资", "生效年月"]
NAME, KIND, NUMBER, UNIT, WAGE, MONTH = range(6)
TODAY = datetime.now(timezone(timedelta(hours=8)))

# What is planted: the cell, what it becomes (of the person, and of the row before), the field and the code it is refused with.
ERRORS = [
    (WAGE, lambda p, b: "五千", "wage", "money.not-a-number"),
    (WAGE, lambda p, b: -1, "wage", "money.negative"),
    (WAGE, lambda p, b: "6000.123", "wage", "money.too-many-decimals"),
    (WAGE, lambda p, b: 100000000, "wage", "money.too-large"),
    (MONTH, lambda p, b: "明年一月", "month", "month.not-a-month"),
    (MONTH, lambda p, b: "1999-01", "month", "month.too-early"),
    (MONTH, lambda p, b: "2090年1月", "month", "month.too-late"),
    (NUMBER, lambda p, b: "", "document", "import.document-missing"),
    (NUMBER, lambda p, b: "140105190001019990", "document", "import.staff-unknown"),
    (NUMBER, lambda p, b: 140105190001010000, "document", "import.document-as-number"),
    (NUMBER, lambda p, b: "1.40105E+17", "document", "import.document-as-number"),
    (NUMBER, lambda p, b: "140105190001010000", "document", "import.document-noughts"),
    (NAME, lambda p, b: "另有其人", "name", "import.name-differs"),
    (KIND, lambda p, b: "海员证", "type", "import.type-differs"),
    (UNIT, lambda p, b: "00000000", "unit", "import.unit-number-differs"),
    (None, lambda p, b: b, "document", "import.twice"),
]


def rows_of(people, count):
    """Correct rows, with wages and months in the shapes people use, and the errors spread among them."""
    rows = [HEAD]
    expected = []
    every = max(2, len(people) // (count + 1))
    for index, person in enumerate(people):
        wage = (6000 + index % 5000) + (index % 100) / 100
        shapes = [wage, "%.2f" % wage, "{:,.2f}".format(wage), "￥%.2f" % wage]
        months = [TODAY.strftime(shape) for shape in ("%Y-%m", "%Y%m", "%Y年%m月", "%Y/%m")]
        row = person + [shapes[index % 4], months[index // 4 % 4]]
        if index and index % every == 0 and len(expected) < count:
            column, value, field, code = ERRORS[len(expected) % len(ERRORS)]
            if column is None:
                row = value(person, rows[-1])
            else:
                row[column] = value(person, rows[-1])
            expected.append((len(rows) + 1, field, code))
        rows.append(list(row))
    if len(expected) != count:
        sys.exit("too few people for %d errors" % count)
    return rows, expected


def write_plain(rows, path):
    def cell(column, row, value):
        place = "%s%d" % (chr(ord("A") + column), row)
        if isinstance(value, str):
            return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (place, escape(value)) if value else ""
        return '<c r="%s"><v>%r</v></c>' % (place, value)

    sheet = ['<?xml version="1.0" encoding="UTF-8"?><worksheet '
             'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>']
    for number, row in enumerate(rows, 1):
        sheet.append('<row r="%d">%s</row>' % (number, "".join(cell(at, number, each) for at, each in enumerate(row))))
    sheet.append("</sheetData></worksheet>")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml",
                      '<Types xmlns="%s/content-types"><Default Extension="rels" '
                      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                      'ContentType="application/xml"/></Types>' % package)
        book.writestr("_rels/.rels", '<Relationships xmlns="%s/relationships"><Relationship Id="r1" Type="%s/officeDocument" '
                                     'Target="xl/workbook.xml"/></Relationships>' % (package, office))
        book.writestr("xl/workbook.xml", '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="工资" sheetId="1" r:id="r1"/>'
                                         '</sheets></workbook>' % (main, office))
        book.writestr("xl/_rels/workbook.xml.rels", '<Relationships xmlns="%s/relationships"><Relationship Id="r1" '
                                                    'Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
                      % (package, office))
        book.writestr("xl/worksheets/sheet1.xml", "".join(sheet))


def write_openpyxl(rows, path):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("工资")
    for row in rows:
        sheet.append([None if each == "" else each for each in row])
    book.save(path)


def write_libreoffice(rows, path):
    with tempfile.TemporaryDirectory() as folder:
        first = os.path.join(folder, "book.xlsx")
        write_openpyxl(rows, first)
        out = os.path.join(folder, "out")
        subprocess.run(["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", out, first], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.move(os.path.join(out, "book.xlsx"), path)


people_file, book_file, writer, count = sys.argv[1:5]
if writer != "plain":
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
    import system_openpyxl  # noqa: F401
with open(people_file, encoding="utf-8") as file:
    people = [line.rstrip("\n").split("\t") for line in file]
rows, expected = rows_of(people, int(count))
{"plain": write_plain, "openpyxl": write_openpyxl, "libreoffice": write_libreoffice}[writer](rows, book_file)
for row, field, code in expected:
    print("%d\t%s\t%s" % (row, field, code))
