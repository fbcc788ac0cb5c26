"""Serves a peer's functions: reads `JOB STACK` line by line, answers `milliseconds checksum`, or `- -`."""
import os
import sys
import time

import numpy as np

DATA = os.environ["DATA"]


def load(name):
    return np.load(os.path.join(DATA, name + ".npy"), mmap_mode="r")


def checksum(result):
    """Sums what the job made; of a whole stack every 1009th sample."""
    if isinstance(result, tuple):
        return sum(checksum(part) for part in result)
    return float((result.ravel()[::1009] if result.ndim == 3 else result).astype(np.float64).sum())


def serve(functions):
    stacks = {}
    for line in sys.stdin:
        job, name = line.split()
        if job not in functions:
            print("- -", flush=True)
            continue
        stack = stacks.setdefault(name, load(name))
        start = time.perf_counter()
        result = functions[job](stack)
        took = time.perf_counter() - start
        print(f"{took * 1e3:.3f} {checksum(result):.9e}", flush=True)
        del result
