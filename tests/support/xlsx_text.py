#!/usr/bin/env python3
"""Prints the first worksheet of a workbook, a line a row, cells between tabs; a number as it is stored. Knows what a
conforming reader knows, so that tests do not check a writer with its own library."""
import sys
import xml.etree.ElementTree as tree
import zipfile

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def column_of(reference):
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def text_of(element):
    return "".join(part.text or "" for part in element.iter("{%s}t" % NS["m"]))


with zipfile.ZipFile(sys.argv[1]) as book:
    shared = []
    if "xl/sharedStrings.xml" in book.namelist():
        shared = [text_of(item) for item in tree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", NS)]
    sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iterfind("m:sheetData/m:row", NS):
        cells = []
        for cell in row.iterfind("m:c", NS):
            cells += [""] * (column_of(cell.get("r")) - len(cells))
            value = cell.find("m:v", NS)
            kind = cell.get("t")
            if kind == "inlineStr":
                cells.append(text_of(cell))
            elif value is None:
                cells.append("")
            else:
                cells.append(shared[int(value.text)] if kind == "s" else value.text)
        print("\t".join(cells))
