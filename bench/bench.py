#!/usr/bin/env python3
"""Measures rapporteur beside its peers on the same words; scripts/bench calls it. bench/README.md tells how to read the figures."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import beside
import line_quality
import peers
import report
import tools

PARTNER_BESIDE = 1  # the second, whose name takes two lines
LINE_TOOLS = ["rapporteur-pdf", "lualatex", "typst", "weasyprint", "fop"]


def options():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measures rapporteur beside its peers on the same words.")
    parser.add_argument("--partners", type=int, help="how many partners the report has (1000; 100 with --lines)")
    parser.add_argument("--tools", help="names with commas between them: " + ", ".join(tools.TOOLS))
    parser.add_argument("--rounds", type=int, default=1,
                        help="how often each tool is run, one after the other, again and again; the medians are told")
    parser.add_argument("--lines", action="store_true", help="measure how evenly the lines of the PDFs are set as well")
    parser.add_argument("--beside", action="store_true", help="put one partner's page of each PDF into a picture, side by side")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other words")
    chosen = parser.parse_args()
    chosen.partners = chosen.partners or (100 if chosen.lines else 1000)
    chosen.tools = chosen.tools.split(",") if chosen.tools else LINE_TOOLS if chosen.lines else list(tools.TOOLS)
    if unknown := [tool for tool in chosen.tools if tool not in tools.TOOLS]:
        parser.error(f"no such tool: {', '.join(unknown)}")
    return chosen


def cost_of(job):
    with tempfile.NamedTemporaryFile("r", suffix=".json") as result, open(job.input or os.devnull, "rb") as given:
        stopwatch = [sys.executable, "-I", "-S", peers.HERE / "stopwatch.py", result.name]
        ran = subprocess.run(stopwatch + job.command, stdin=given, capture_output=True, text=True, cwd=job.folder,
                             env=job.environment)
        cost = json.load(result)
    if cost.pop("status") != 0:
        sys.exit(f"bench: {job.command[0]} failed: {ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    return cost


def product_of(job):
    if job.product is None:
        return {"bytes": None, "pages": None, "file": None}
    return {"bytes": job.product.stat().st_size, "pages": pages_of(job.product), "file": os.path.relpath(job.product)}


def pages_of(product):
    if product.suffix != ".pdf":
        return None
    told = subprocess.run(["pdfinfo", product], check=True, capture_output=True, text=True).stdout
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))


def main():
    chosen = options()
    folder = peers.ROOT / "build" / "bench" / str(chosen.partners)
    bench = tools.Bench(report.generate(chosen.seed, chosen.partners), folder, peers.collect_fonts(folder / "fonts"))
    jobs = {tool: tools.TOOLS[tool](bench) for tool in chosen.tools}
    costs = {tool: [] for tool in jobs}
    for last in [at == chosen.rounds - 1 for at in range(chosen.rounds)]:
        for tool, job in jobs.items():
            costs[tool].append(cost_of(job))
            if last:
                medians = {figure: round(statistics.median(cost[figure] for cost in costs[tool]), 3) for figure in costs[tool][0]}
                lines = line_quality.measure(job.product) if chosen.lines and pages_of(job.product) else {}
                print(json.dumps({"tool": tool, "partners": chosen.partners} | medians | product_of(job) | lines), flush=True)
    if chosen.beside:
        pdfs = [job.product for job in jobs.values() if job.product and job.product.suffix == ".pdf"]
        beside.picture(pdfs, bench.report.partners[PARTNER_BESIDE].lead, folder / "beside.png")
        print(os.path.relpath(folder / "beside.png"))


if __name__ == "__main__":
    main()
