"""Compares the cells of our spreadsheets with what an office program makes of them.

    office_cells.py empty FILE.xlsx COPY.xlsx      a copy without the results of its formulas
    office_cells.py compare FILE.xlsx COMPUTED.xlsx

The other program then has to compute what we stored; both must agree in every cell.
"""

import re
import sys
import zipfile

import openpyxl

# A computed cell: <c …><f>SUM(C5:C9)</f><v>12</v></c>
RESULT = re.compile(r"(</f>)<v>[^<]*</v>")


def empty(file, copy):
    """Writes the copy; sheets are the parts that hold formulas."""
    with zipfile.ZipFile(file) as ours, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as made:
        for name in ours.namelist():
            part = ours.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = RESULT.sub(r"\1", part.decode("utf-8")).encode("utf-8")
            made.writestr(name, part)


def cells(file):
    """Every cell with something in it: sheet and address, value."""
    book = openpyxl.load_workbook(file, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def same(ours, theirs):
    """Equal texts, or numbers that differ by less than any digit on paper."""
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) < 1e-9 * max(1, abs(ours))
    return ours == theirs


def compare(file, computed):
    """Prints the counts and the first differences."""
    ours, theirs = cells(file), cells(computed)
    places = sorted(ours.keys() | theirs.keys())
    wrong = [place for place in places if not same(ours.get(place), theirs.get(place))]
    with zipfile.ZipFile(file) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    formulas = sum(sheet.count(b"<f>") for sheet in sheets)
    print(f"{len(ours)} ô, {formulas} công thức, {len(wrong)} khác")
    for sheet, cell in wrong[:10]:
        print(f"  {sheet}!{cell}: {ours.get((sheet, cell))!r} ≠ {theirs.get((sheet, cell))!r}")
    return 1 if wrong or not ours else 0


if __name__ == "__main__":
    work, *files = sys.argv[1:]
    sys.exit(empty(*files) if work == "empty" else compare(*files))
