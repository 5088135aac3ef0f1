"""Runs the documents of Báo cáo 138 and of other tools on the same machine, one after the other.

    peers.py EXAMPLES

EXAMPLES is the folder of the release examples (document_timing, xlsx_timing). The current folder
holds the workloads of Typst, WeasyPrint, ReportLab, docxtpl, openpyxl and XlsxWriter, and their data.
A line of a whole process counts from its start to the written file, and its ratio is to the whole
process of Báo cáo 138; where a tool measures only its own work, so is the ratio.
"""

import re
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

# LibreOffice needs minutes for the national annex.
LIMIT_SECONDS = 400
PY = sys.executable
# LibreOffice keeps what it needs to know of its user in the folder of the work.
OFFICE = ["soffice", f"-env:UserInstallation={(Path.cwd() / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
# Runs a command; its last two words are the seconds it took and the most KiB it held.
REPORT_COST = (
    "import resource,subprocess,sys,time;"
    "began=time.perf_counter();"
    "run=subprocess.run(sys.argv[1:]);"
    "took=time.perf_counter()-began;"
    "print(f'\\n{took}',resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);"
    "sys.exit(run.returncode)"
)

Run = namedtuple("Run", "seconds peak said")


def measured(command, rounds=1):
    """The median seconds and the most MiB of whole processes, and what one printed.

    None when a process fails or takes too long. A child of its own reports the memory, for the
    system keeps one number for all children that have ended.
    """
    limited = ["timeout", str(LIMIT_SECONDS), *map(str, command)]
    seen = []
    for _ in range(rounds):
        try:
            run = subprocess.run(
                [PY, "-c", REPORT_COST, *limited], check=True, capture_output=True, text=True)
        except subprocess.CalledProcessError:
            return None
        seconds, peak = run.stdout.split()[-2:]
        seen.append(Run(float(seconds), int(peak) / 1024, run.stdout))
    return sorted(seen)[rounds // 2]


def line(name, seconds, peak="", size="", ratio=None):
    """One line of the comparison."""
    times = f"×{ratio:.1f}" if ratio else ""
    print(f"  {name:<34} {seconds * 1000:>9.1f} ms {peak:>9} {size:>9}  {times}")


def whole(name, file, run, ratio=None):
    """The line of a whole process that wrote `file`."""
    line(name, run.seconds, f"{run.peak:.0f} MiB", f"{Path(file).stat().st_size // 1024} KiB", ratio)


def own(title, example, workload):
    """Prints the two lines of Báo cáo 138; gives the seconds of the process and of its work."""
    print(title)
    run = measured([example, workload, "own"], 11)
    whole("Báo cáo 138", "own", run)
    work = float(run.said.split(";")[1]) / 1000
    line("  trong đó lập và ghi", work)
    return run.seconds, work


def annex(title, example, workload, size):
    """A report with an annex, written as PDF by each tool."""
    seconds, _ = own(title, example, workload)
    for name, script in (("Typst", "typst"), ("WeasyPrint", "weasy"), ("ReportLab", "rl")):
        file = f"{script}_{size}.pdf"
        other(name, file, [PY, f"t_{script}.py", f"annex_{size}.json", file], seconds)
    other("LibreOffice (DOCX → PDF)", f"o_{size}.pdf", [*OFFICE, f"o_{size}.docx"], seconds)


def other(name, file, command, seconds):
    """The line of another tool."""
    run = measured(command)
    if run is None:
        print(f"  {name:<34} không chạy được, hoặc quá {LIMIT_SECONDS} giây")
    else:
        whole(name, file, run, run.seconds / seconds)


def told(title, example, workload, said, patterns):
    """A workload that the other tools time themselves, inside a script with others."""
    _, work = own(title, example, workload)
    for name, pattern in patterns.items():
        seconds = min(float(found) for found in re.findall(pattern + r" ([\d.]+) s", said))
        line(name, seconds, ratio=seconds / work)


def main():
    examples = Path(sys.argv[1]).resolve()
    paper, sheet = examples / "document_timing", examples / "xlsx_timing"
    words, cells = measured([PY, "t_docx.py"]).said, measured([PY, "t_xlsx.py"]).said
    annex("R-STD (báo cáo và phụ lục một tỉnh, PDF)", paper, "R-STD", "prov")
    annex("R-NAT (phụ lục cả nước, PDF)", paper, "R-NAT", "nat")
    told("CERT-200 (một tệp PDF)", paper, "CERT-200", words, {"docxtpl (200 tệp)": "200 docs merge"})
    told("DOCX-STD", paper, "DOCX-STD", words, {"docxtpl": "docxtpl prov"})
    told("X-1700 (1.700 × 62, XLSX)", sheet, "X-1700", cells, {
        "openpyxl": "openpyxl write 1700x62:", "XlsxWriter": "xlsxwriter write 1700x62:"})


if __name__ == "__main__":
    main()
