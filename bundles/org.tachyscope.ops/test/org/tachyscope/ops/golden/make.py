"""Writes golden.txt, the results that GoldenTest expects: python3 make.py > golden.txt

Values are worked out in exact integers and fractions, and rounded once to float32; those of stacks with NaN and infinities
by numpy in float64. The stacks come from the formula noise(), which GoldenTest repeats.
"""
import math
import warnings
from fractions import Fraction

import numpy as np

warnings.simplefilter("ignore")
NAN, INF = float("nan"), float("inf")


def noise(frames, samples):
    t, i = np.meshgrid(np.arange(frames, dtype=np.int64), np.arange(samples, dtype=np.int64), indexing="ij")
    return (t * t % 65521 * 31 + t * 7919 + i * 104729 + t * i * 7) % 65521


def edges(frames, top):
    t = np.arange(frames, dtype=np.int64)
    return np.stack([0 * t, 0 * t + top, t % 2 * top, (t == frames - 1) * top, (t == 0) * top, t // 2 % 2 * (top - 1)], 1)


def rounded(low, holds):
    """Returns the float32 near low for which holds(lower border, upper border)."""
    f = np.float32(low)
    for c in (np.nextafter(f, np.float32(-INF)), f, np.nextafter(f, np.float32(INF))):
        below, above = np.nextafter(c, np.float32(-INF)), np.nextafter(c, np.float32(INF))
        middle = [(Fraction(float(c)) + Fraction(float(n))) / 2 for n in (below, above)]
        if holds(*middle):
            return float(c)
    raise ValueError(low)


def f32(q):
    return 0.0 if q == 0 else rounded(float(q), lambda a, b: a <= q <= b)


def root(q):
    return 0.0 if q == 0 else rounded(math.sqrt(q), lambda a, b: a * a <= q <= b * b)


def total(x):
    """Adds up frames, which would not fit 64 bits in one go."""
    return [sum(int(v) for v in column) for column in np.add.reduceat(x, np.arange(0, len(x), 1000)).T]


def percentile(ordered, p):
    """Interpolates linearly between the order statistics around (n - 1) p / 100, exactly."""
    h = (len(ordered) - 1) * Fraction(p) / 100
    k = int(h)
    return ordered[k] + (0 if h == k else (ordered[k + 1] - ordered[k]) * (h - k))


def exact(x, scale, top):
    """Yields id, parameters and values for integers x, frames by samples, in units of 1 / scale; no type's x exceeds top."""
    n = len(x)
    sums = [Fraction(int(s), scale) for s in x.sum(0)]
    squares = [Fraction(int(s), scale * scale) for s in total(x * x)]
    deviations = [q - s * s / n for s, q in zip(sums, squares)]
    yield "mean", "", [f32(s / n) for s in sums]
    yield "sum", "", [f32(s) for s in sums]
    yield "min", "", [v / scale for v in x.min(0)]
    yield "max", "", [v / scale for v in x.max(0)]
    yield "range", "", [v / scale for v in x.max(0) - x.min(0)]
    yield "argmin", "", x.argmin(0)
    yield "argmax", "", x.argmax(0)
    yield "rms", "", [root(q / n) for q in squares]
    ordered = [[Fraction(int(v)) / scale for v in column] for column in np.sort(x, axis=0).T]
    yield "median", "", [f32(percentile(column, 50)) for column in ordered]
    for p in (0, 12.5, 90, 100):
        yield "percentile", "p=%s" % p, [f32(percentile(column, p)) for column in ordered]
    for divisor, d in (("POPULATION", n), ("SAMPLE", n - 1)):
        if d == 0:
            continue
        p = "divisor=" + divisor
        yield "variance", p, [f32(v / d) for v in deviations]
        yield "std", p, [root(v / d) for v in deviations]
        yield "standard-error", p, [root(v / d / n) for v in deviations]
        yield "cv", p, [NAN if s == 0 else math.copysign(root(v / d * n * n / s / s), s)
                        for v, s in zip(deviations, sums)]
    if n > 1:
        steps = np.abs(np.diff(x, axis=0)).sum(0)
        yield "mean-abs-difference", "", [f32(Fraction(int(s), scale * (n - 1))) for s in steps]
    for threshold in (0, 17.5, 254.5, 60000):
        above = x > threshold * scale
        hit = above.any(0)
        yield "first-above", "threshold=%s" % threshold, np.where(hit, above.argmax(0), NAN)
        yield "last-above", "threshold=%s" % threshold, np.where(hit, n - 1 - above[::-1].argmax(0), NAN)
        yield "count-saturated", "threshold=%s" % (threshold + 0.25), (x >= min(threshold + 0.25, top) * scale).sum(0)
    yield "count-nan", "", 0 * x[0]
    if top == 255:
        yield "mode", "", [np.bincount(values).argmax() for values in x.T]


AWKWARD = np.array([
    [NAN, 1, 2, 3, 4, 5, 6, 7],
    [0, 1, 2, NAN, 4, 5, 6, 7],
    [7, 6, 5, 4, 3, 2, 1, NAN],
    [INF, 1, 2, 3, 4, 5, 6, 7],
    [0, 1, -INF, 3, 4, 5, 6, 7],
    [0, 1, 2, 3, 4, 5, 6, INF],
    [INF, 1, 2, -INF, 3, 4, 5, 6],
    [NAN, INF, NAN, 1, NAN, 2, 3, NAN],
    [NAN] * 8,
    [NAN, NAN, NAN, NAN, NAN, -2.5, NAN, NAN],
    [INF] * 8,
    [-0.0, 0, -0.0, 0, 0, 0, 0, 0],
    [3, NAN, 3, NAN, 3, 7, NAN, 7],
    [1, -1, 1, -1, 1, -1, 1, -1],
]).T


def column(x, rule):
    """Returns what all reductions make of one sample's values, by the rule for NaN."""
    known = x[~np.isnan(x)]
    v = known if rule == "IGNORE" else x
    bad = len(v) == 0 or np.isnan(v).any()
    n = len(v)
    mean = NAN if bad else np.mean(v)
    variance = NAN if bad else np.var(v)
    sample = NAN if bad or n < 2 else np.var(v, ddof=1)
    pairs = np.abs(np.diff(x))
    if rule == "IGNORE":
        pairs = pairs[~np.isnan(x[1:]) & ~np.isnan(x[:-1])]
    one = lambda f: NAN if bad else f(v)
    at = lambda f: NAN if bad else np.flatnonzero(x == f(v))[0]
    return {
        "mean": mean, "sum": one(np.sum), "min": one(np.min), "max": one(np.max), "range": one(np.ptp),
        "argmin": at(np.min), "argmax": at(np.max), "rms": np.sqrt(mean * mean + variance),
        "variance": variance, "std": np.sqrt(variance), "standard-error": np.sqrt(sample / n) if n else NAN,
        "cv": NAN if mean == 0 else np.sqrt(variance) / mean,
        "median": one(np.median), "mean-abs-difference": np.mean(pairs) if len(pairs) else NAN,
    }


def awkward():
    for rule in ("PROPAGATE", "IGNORE"):
        columns = [column(x, rule) for x in AWKWARD.T]
        for id in columns[0]:
            yield id, "nan=" + rule, [np.float32(c[id]) for c in columns]
    yield "count-nan", "", np.isnan(AWKWARD).sum(0)
    yield "count-saturated", "", (AWKWARD == INF).sum(0)
    yield "count-saturated", "threshold=6", (AWKWARD >= 6).sum(0)
    for threshold in (0, 5.5, INF, -INF):
        above = AWKWARD > threshold
        hit = above.any(0)
        word = {INF: "Infinity", -INF: "-Infinity"}.get(threshold, threshold)
        yield "first-above", "threshold=%s" % word, np.where(hit, above.argmax(0), NAN)
        yield "last-above", "threshold=%s" % word, np.where(hit, 7 - above[::-1].argmax(0), NAN)


def text(value):
    value = float(np.float32(value))
    return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity") if math.isinf(value) else repr(value)


def show(name, lines):
    for id, params, values in lines:
        print(" ".join([name, id, params or "-"] + [text(v) for v in values]))


show("u8-one", exact(noise(1, 6) % 256, 1, 255))
show("u8-noise", exact(noise(257, 6) % 256, 1, 255))
show("u8-edges", exact(edges(301, 255), 1, 255))
show("u8-long", exact(noise(1000000, 16) % 256, 1, 255))
show("u16-noise", exact(noise(300, 6), 1, 65535))
show("u16-edges", exact(edges(300, 65535), 1, 65535))
show("f32-signed", exact(noise(500, 6) % 4001 - 2000, 8, INF))
show("f32-offset", exact(16000000 + noise(100000, 6) % 64, 16, INF))
show("f32-awkward", awkward())
