"""Runs a command and writes what it and all its children have cost, as JSON: stopwatch.py RESULT COMMAND…

A process of its own, and a small one: Linux counts the memory of the process that starts a program as that program's, so what
starts it must be smaller than anything that is measured.
"""

import json
import os
import sys
import time

began = time.monotonic()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w", encoding="utf-8") as result:
    json.dump({
        "status": os.waitstatus_to_exitcode(status),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 3),
        "wall_s": round(time.monotonic() - began, 3),
        "rss_mib": round(usage.ru_maxrss / 1024, 1),
    }, result)
