"""What a spreadsheet program finds in an XLSX file: a line for each cell, and what belongs to the tab.

SPDX-License-Identifier: EUPL-1.2

Read from the parts of the file itself, with nothing of the library that wrote it: reference, type, format, formula and value, separated
by |. Line breaks in a text are shown as \\n, numbers in the 15 digits that programs show.
"""
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BUILT_IN = {0: "General", 3: "#,##0", 49: "@"}


def part(book, name):
    return ElementTree.fromstring(book.read(name))


def shared_texts(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in part(book, "xl/sharedStrings.xml")]


def formats(book):
    """Of each style: its number format, and whether it is bold."""
    styles = part(book, "xl/styles.xml")
    codes = dict(BUILT_IN)
    for entry in styles.iter(MAIN + "numFmt"):
        codes[int(entry.get("numFmtId"))] = entry.get("formatCode")
    fonts = [font.find(MAIN + "b") is not None for font in styles.find(MAIN + "fonts")]
    return [(codes[int(xf.get("numFmtId"))], fonts[int(xf.get("fontId"))]) for xf in styles.find(MAIN + "cellXfs")]


def show_cell(cell, texts, styles):
    code, bold = styles[int(cell.get("s", 0))]
    value = cell.findtext(MAIN + "v") or ""
    kind = cell.get("t", "n")
    if kind == "s":
        value = texts[int(value)]
    elif kind == "n" and value != "":
        value = "%.15g" % float(value)
    formula = cell.findtext(MAIN + "f") or ""
    print("|".join([cell.get("r"), kind, code, "bold" if bold else "", formula, value.replace("\n", "\\n")]))


def show_tab(book, name, target, texts, styles):
    sheet = part(book, "xl/" + target)
    print("tab", name)
    for pane in sheet.iter(MAIN + "pane"):
        print("frozen", pane.get("state"), pane.get("ySplit"), pane.get("xSplit"))
    for column in sheet.iter(MAIN + "col"):
        print("width", column.get("min"), column.get("max"), round(float(column.get("width"))))
    for cell in sheet.iter(MAIN + "c"):
        show_cell(cell, texts, styles)
    for found in sheet.iter(MAIN + "autoFilter"):
        print("filter", found.get("ref"))


def main():
    with zipfile.ZipFile(sys.argv[1]) as book:
        assert book.testzip() is None
        links = {link.get("Id"): link.get("Target") for link in part(book, "xl/_rels/workbook.xml.rels")}
        texts, styles = shared_texts(book), formats(book)
        for sheet in part(book, "xl/workbook.xml").iter(MAIN + "sheet"):
            show_tab(book, sheet.get("name"), links[sheet.get(LINK)], texts, styles)


main()
