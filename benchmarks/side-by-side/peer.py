"""One peer as a process of its own: reads jobs such as `mean u8` line by line, answers `milliseconds checksum`."""
import os
import sys
import time

import numpy as np

name = sys.argv[1]
stacks = {t: np.load(os.path.join(os.environ["DATA"], t + ".npy"), mmap_mode="r") for t in ("u8", "f32")}


def with_numpy():
    one = {
        "mean": lambda x: x.mean(axis=0),
        "std": lambda x: x.std(axis=0),
        "min": lambda x: x.min(axis=0),
        "max": lambda x: x.max(axis=0),
    }
    return one


def with_numba(tiled):
    os.environ["NUMBA_NUM_THREADS"] = os.environ["CPUS"]
    import numba as nb

    fast = nb.njit(parallel=True, fastmath=True)

    @fast
    def mean_pixel(x):  # a pixel at a time, threads over rows: what BLITZ does
        t, h, w = x.shape
        out = np.empty((h, w), np.float32)
        for i in nb.prange(h):
            for j in range(w):
                s = 0.0
                for k in range(t):
                    s += x[k, i, j]
                out[i, j] = s / t
        return out

    @fast
    def std_pixel(x):
        t, h, w = x.shape
        out = np.empty((h, w), np.float32)
        for i in nb.prange(h):
            for j in range(w):
                s = 0.0
                q = 0.0
                for k in range(t):
                    v = float(x[k, i, j])
                    s += v
                    q += v * v
                out[i, j] = np.sqrt(max(0.0, q / t - (s / t) ** 2))
        return out

    @fast
    def min_pixel(x):
        t, h, w = x.shape
        out = np.empty((h, w), x.dtype)
        for i in nb.prange(h):
            for j in range(w):
                m = x[0, i, j]
                for k in range(1, t):
                    m = min(m, x[k, i, j])
                out[i, j] = m
        return out

    @fast
    def max_pixel(x):
        t, h, w = x.shape
        out = np.empty((h, w), x.dtype)
        for i in nb.prange(h):
            for j in range(w):
                m = x[0, i, j]
                for k in range(1, t):
                    m = max(m, x[k, i, j])
                out[i, j] = m
        return out

    @fast
    def mean_tiled(x):  # a row at a time, all its frames: what a careful numba user writes
        t, h, w = x.shape
        out = np.empty((h, w), np.float32)
        for i in nb.prange(h):
            s = np.zeros(w, np.float64)
            for k in range(t):
                for j in range(w):
                    s[j] += x[k, i, j]
            for j in range(w):
                out[i, j] = s[j] / t
        return out

    @fast
    def all_tiled(x):
        t, h, w = x.shape
        mean = np.empty((h, w), np.float32)
        std = np.empty((h, w), np.float32)
        low = np.empty((h, w), x.dtype)
        high = np.empty((h, w), x.dtype)
        for i in nb.prange(h):
            s = np.zeros(w, np.float64)
            q = np.zeros(w, np.float64)
            a = x[0, i].copy()
            b = x[0, i].copy()
            for k in range(t):
                for j in range(w):
                    v = x[k, i, j]
                    s[j] += v
                    q[j] += float(v) * float(v)
                    a[j] = min(a[j], v)
                    b[j] = max(b[j], v)
            for j in range(w):
                mean[i, j] = s[j] / t
                std[i, j] = np.sqrt(max(0.0, q[j] / t - (s[j] / t) ** 2))
            low[i] = a
            high[i] = b
        return mean, std, low, high

    if tiled:
        return {"mean": mean_tiled, "all": all_tiled}
    return {"mean": mean_pixel, "std": std_pixel, "min": min_pixel, "max": max_pixel}


jobs = with_numpy() if name == "numpy" else with_numba(name == "numba-tiled")
for line in sys.stdin:
    what, kind = line.split()
    start = time.perf_counter()
    if what == "all" and "all" not in jobs:
        results = [jobs[k](stacks[kind]) for k in ("mean", "std", "min", "max")]
    elif what in jobs:
        results = jobs[what](stacks[kind])
    else:
        print("- -", flush=True)
        continue
    took = time.perf_counter() - start
    results = results if isinstance(results, (list, tuple)) else [results]
    print(f"{took * 1e3:.3f} {sum(float(r.astype(np.float64).sum()) for r in results):.6e}", flush=True)
