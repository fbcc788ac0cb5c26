"""What users of numba write: a pixel at a time, threads over rows, as BLITZ does; or tiled, a row at a time over all frames."""
import sys

import numba as nb
import numpy as np

from peer import load, serve

a, b = np.array(load("a")), np.array(load("b"))
fast = nb.njit(parallel=True, fastmath=True)


def over_pixels(start, add, finish):
    """Makes a fold of one pixel after the other."""
    start, add, finish = (nb.njit(fastmath=True, inline="always")(f) for f in (start, add, finish))

    @fast
    def run(x):
        t, h, w = x.shape
        out = np.empty((h, w), np.float32)
        for i in nb.prange(h):
            for j in range(w):
                s = start(x[0, i, j])
                for k in range(t):
                    s = add(s, x[k, i, j])
                out[i, j] = finish(s, t)
        return out

    return run


PIXELS = {
    "mean": over_pixels(lambda v: 0.0, lambda s, v: s + v, lambda s, t: s / t),
    "std": over_pixels(
        lambda v: (0.0, 0.0),
        lambda s, v: (s[0] + v, s[1] + float(v) * float(v)),
        lambda s, t: np.sqrt(max(0.0, s[1] / t - (s[0] / t) ** 2)),
    ),
    "min": over_pixels(lambda v: float(v), lambda s, v: min(s, float(v)), lambda s, t: s),
    "max": over_pixels(lambda v: float(v), lambda s, v: max(s, float(v)), lambda s, t: s),
}


@fast
def mean_tiled(x):
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
    mean, std = np.empty((h, w), np.float32), np.empty((h, w), np.float32)
    low, high = np.empty((h, w), x.dtype), np.empty((h, w), x.dtype)
    for i in nb.prange(h):
        s, q = np.zeros(w, np.float64), np.zeros(w, np.float64)
        lows, highs = x[0, i].copy(), x[0, i].copy()
        for k in range(t):
            for j in range(w):
                v = x[k, i, j]
                s[j] += v
                q[j] += float(v) * float(v)
                lows[j] = min(lows[j], v)
                highs[j] = max(highs[j], v)
        for j in range(w):
            mean[i, j] = s[j] / t
            std[i, j] = np.sqrt(max(0.0, q[j] / t - (s[j] / t) ** 2))
        low[i] = lows
        high[i] = highs
    return mean, low, high, std


@fast
def fused_tiled(x, a, b):
    t, h, w = x.shape
    out = np.empty((t, h, w), np.float32)
    for i in nb.prange(h):
        for k in range(t):
            for j in range(w):
                out[k, i, j] = (x[k, i, j] - a[i, j]) / b[i, j] if b[i, j] != 0 else np.float32(0)
    return out


@fast
def sliding_tiled(x, window):
    t, h, w = x.shape
    out = np.empty((t, h, w), np.float32)
    for i in nb.prange(h):
        s = np.zeros(w, np.float64)
        for k in range(t):
            n = min(k + 1, window)
            for j in range(w):
                s[j] += x[k, i, j]
                if k >= window:
                    s[j] -= x[k - window, i, j]
                out[k, i, j] = s[j] / n
    return out


TILED = {
    "mean": mean_tiled,
    "all": all_tiled,
    "fused": lambda x: fused_tiled(x, a, b),
    "sliding-50": lambda x: sliding_tiled(x, 50),
}
serve(PIXELS if sys.argv[1] == "numba" else TILED)
