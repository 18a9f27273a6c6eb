#!/usr/bin/env python3
"""draw-schema.py: the drawing of a region file's schema, made from the schema itself

SPDX-License-Identifier: EUPL-1.2

usage: draw-schema.py REGION_FILE_OR_SQL FOLDER     writes schema.svg and schema.md into the folder
       draw-schema.py --check REGION_FILE_OR_SQL FOLDER     exits 1 when they are not what the schema gives

A file that ends in .sql is a schema; several are run one after the other by giving a folder of schema-N.sql.
Python's standard library only.
"""
import os
import re
import sqlite3
import sys
from xml.sax.saxutils import escape

# Columns of the drawing: tables that belong together stand below each other.
GROUPS = [
    ("Region", ["region", "municipality", "segment", "product_group", "product", "yearly_limit", "holiday"]),
    ("Providers and contracts",
     ["provider", "provider_agb", "contract", "contract_option", "contract_product", "contract_document"]),
    ("Agreements", ["tariff", "index_round", "scheme", "scheme_step", "agreement", "agreement_version", "agreement_line"]),
    ("Messages", ["assignment", "care_period", "declaration_line", "line_decision", "advance", "line_block", "care_block",
                  "year_figure"]),
    ("Peildata and letters", ["peildatum", "measurement", "measurement_reason", "peildatum_standing", "forecast_choice",
                              "letter_template", "letter", "letter_pdf", "letter_event", "alert_snooze"]),
    ("Settlements", ["production_statement", "settlement", "settlement_scope", "settlement_band", "settlement_line",
                     "settlement_signal", "settlement_warning", "settlement_document", "settlement_document_data"]),
    ("Trail", ["audit_record", "audit_head", "audit_change", "audit_removed", "import_run", "import_range"]),
]
ROW, WIDTH, GAP_X, GAP_Y, MARGIN, FONT = 15, 250, 40, 22, 24, 11


def open_schema(path):
    """A connection that has the schema: of a region file, of one .sql file, or of a folder of schema-N.sql."""
    if os.path.isdir(path):
        names = [n for n in os.listdir(path) if re.fullmatch(r"schema-\d+\.sql", n)]
        scripts = [os.path.join(path, n) for n in sorted(names, key=lambda n: int(re.search(r"\d+", n).group()))]
    elif path.endswith(".sql"):
        scripts = [path]
    else:
        return sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db = sqlite3.connect(":memory:")
    for script in scripts:
        with open(script, encoding="utf-8") as file:
            db.executescript(file.read())
    return db


def read_tables(db):
    """name → {columns: [(name, type, required, key)], references: {column: table}, keys: [[column …]]}, in order of making."""
    tables = {}
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"):
        columns = [(c[1], c[2], bool(c[3]) or bool(c[5]), bool(c[5])) for c in db.execute(f"PRAGMA table_info ({name})")]
        references = {r[3]: r[2] for r in db.execute(f"PRAGMA foreign_key_list ({name})")}
        tables[name] = {"columns": columns, "references": references, "keys": read_keys(db, name)}
    return tables


def read_keys(db, name):
    """The columns of each unique index; an expression shows as one."""
    keys = []
    for index in db.execute(f"PRAGMA index_list ({name})").fetchall():
        if index[2]:
            keys.append([c[2] or "(…)" for c in db.execute(f"PRAGMA index_info ({index[1]})")])
    return sorted(keys)


def grouped(tables):
    """The groups with the tables that exist; what is in no group comes last, so that none is forgotten."""
    known = {name for _, names in GROUPS for name in names}
    groups = [(title, [n for n in names if n in tables]) for title, names in GROUPS]
    rest = [name for name in tables if name not in known]
    return [g for g in groups + [("Other", rest)] if g[1]]


def height_of(table):
    return ROW * (len(table["columns"]) + 1) + 8


def place(tables):
    """name → (x, y)"""
    places = {}
    for column, (_, names) in enumerate(grouped(tables)):
        y = MARGIN + 30
        for name in names:
            places[name] = (MARGIN + column * (WIDTH + GAP_X), y)
            y += height_of(tables[name]) + GAP_Y
    return places


def draw_table(name, table, x, y):
    parts = [f'<rect class="box" x="{x}" y="{y}" width="{WIDTH}" height="{height_of(table)}" rx="4"/>',
             f'<rect class="head" x="{x}" y="{y}" width="{WIDTH}" height="{ROW + 4}" rx="4"/>',
             f'<text class="name" x="{x + 8}" y="{y + ROW - 1}">{escape(name)}</text>']
    for i, (column, kind, required, key) in enumerate(table["columns"]):
        baseline = y + ROW * (i + 2) + 1
        style = "key" if key else "column" if required else "optional"
        target = table["references"].get(column)
        right = f"→ {target}" if target else kind.lower()
        parts.append(f'<text class="{style}" x="{x + 8}" y="{baseline}">{escape(column)}</text>')
        parts.append(f'<text class="kind" x="{x + WIDTH - 8}" y="{baseline}">{escape(right)}</text>')
    return parts


def draw_line(tables, places, name, column, target):
    """From the referring column to the head of what it refers to, leaving at the side that is nearer."""
    if target not in places:
        return []
    x, y = places[name]
    tx, ty = places[target]
    row = [c[0] for c in tables[name]["columns"]].index(column)
    start_y, end_y = y + ROW * (row + 2) - 3, ty + ROW // 2 + 2
    if tx > x:
        start_x, end_x, bend = x + WIDTH, tx, 30
    elif tx < x:
        start_x, end_x, bend = x, tx + WIDTH, -30
    else:
        start_x, end_x, bend = x + WIDTH, tx + WIDTH, 22
    end_bend = -bend if tx != x else bend
    return [f'<path class="line" d="M {start_x} {start_y} C {start_x + bend} {start_y} {end_x + end_bend} {end_y} {end_x} {end_y}"/>',
            f'<circle class="dot" cx="{end_x}" cy="{end_y}" r="2.5"/>']


STYLE = """text { font: %dpx sans-serif; fill: #1e1e1e } .box { fill: #ffffff; stroke: #77767b } .head { fill: #3584e4 }
.name { fill: #ffffff; font-weight: bold } .key { font-weight: bold; text-decoration: underline } .optional { fill: #5e5c64 }
.kind { text-anchor: end; fill: #77767b; font-size: 10px } .line { fill: none; stroke: #3584e4; stroke-opacity: 0.35 }
.dot { fill: #3584e4 } .group { font-size: 15px; font-weight: bold }""" % FONT


def draw(tables):
    places = place(tables)
    width = MARGIN + len(grouped(tables)) * (WIDTH + GAP_X)
    height = max(y + height_of(tables[name]) for name, (_, y) in places.items()) + MARGIN
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">',
             "<title>The tables of a region file, and what they refer to</title>", f"<style>{STYLE}</style>",
             f'<rect width="{width}" height="{height}" fill="#f6f5f4"/>']
    for column, (title, _) in enumerate(grouped(tables)):
        parts.append(f'<text class="group" x="{MARGIN + column * (WIDTH + GAP_X)}" y="{MARGIN + 12}">{escape(title)}</text>')
    for name, table in tables.items():
        for column, target in table["references"].items():
            parts += draw_line(tables, places, name, column, target)
    for name, table in tables.items():
        parts += draw_table(name, table, *places[name])
    return "\n".join(parts + ["</svg>", ""])


def describe(tables, views):
    """The same as text: a Mermaid drawing for those who read the source, and each table's key."""
    lines = ["# The schema of a region file", "",
             "Made by `data/sql/draw-schema.py` from `data/sql/schema-N.sql`; a test keeps it so. Underlined is the row's id, grey what may",
             "be empty, an arrow what a column refers to. Days count from 1970-01-01; the views below show them as dates.", "",
             "![The tables](schema.svg)", "", "## Keys", "", "| table | unique |", "|---|---|"]
    for name, table in tables.items():
        row_id = [[c[0] for c in table["columns"] if c[3]]]
        keys = "; ".join(", ".join(f"`{c}`" for c in key) for key in table["keys"] or row_id)
        lines.append(f"| `{name}` | {keys} |")
    lines += ["", "## For other programs", "", "Views with codes, dates and euros instead of ids, days and cents: "
              + ", ".join(f"`{v}`" for v in views) + ".", "", "## References", "", "```mermaid", "erDiagram"]
    for name, table in tables.items():
        for column, target in table["references"].items():
            required = next(c[2] for c in table["columns"] if c[0] == column)
            lines.append(f"  {target} {'||' if required else '|o'}--o{{ {name} : {column}")
    return "\n".join(lines + ["```", ""])


def main(arguments):
    check = arguments[:1] == ["--check"]
    if len(arguments) != 2 + check:
        sys.stderr.write(__doc__)
        return 2
    source, folder = arguments[check:]
    db = open_schema(source)
    tables = read_tables(db)
    views = [v for (v,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")]
    good = True
    for name, text in (("schema.svg", draw(tables)), ("schema.md", describe(tables, views))):
        path = os.path.join(folder, name)
        if not check:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        elif not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
            sys.stderr.write(f"{path} is not what the schema gives: run {sys.argv[0]} {source} {folder}\n")
            good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
