"""Prints what numpy measures of regions of a small stack, for GoldenCurvesTest: python3 make.py > golden.txt (numpy 1.24)

Regions are found by brute force in exact fractions: every centre is moved to the left and, far less, up, and tested alone.
"""
from fractions import Fraction as F

import numpy as np

T, H, W = 3, 12, 16
t, i, j = np.meshgrid(np.arange(T), np.arange(H), np.arange(W), indexing="ij")
noise = (t * 7919 + i * 104729 + j * 1299709 + 17).astype(np.uint64) * np.uint64(2654435761) % np.uint64(1 << 32)
stacks = {
    "U8": (noise >> np.uint64(24)).astype(np.uint8),
    "U16": (noise >> np.uint64(16)).astype(np.uint16),
    "F32": ((noise >> np.uint64(8)).astype(np.float64) / 4096 - 2048).astype(np.float32),
}
LEFT, UP = F(1, 10**6), F(1, 10**9)


def rect(x, y, w, h):
    return lambda px, py: x < px < x + w and y < py < y + h


def ellipse(x, y, w, h):
    return lambda px, py: ((px - x - w / 2) / (w / 2)) ** 2 + ((py - y - h / 2) / (h / 2)) ** 2 < 1


def polygon(*corners):
    def holds(px, py):
        inside = False
        for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1]):
            if (ay > py) != (by > py) and px < ax + (py - ay) * (bx - ax) / (by - ay):
                inside = not inside
        return inside
    return holds


def area(holds):
    mask = np.zeros((H, W), bool)
    for row in range(H):
        for column in range(W):
            mask[row, column] = holds(column + F(1, 2) - LEFT, row + F(1, 2) - UP)
    return lambda frame: frame[mask].astype(np.float64)


def line(ax, ay, bx, by, band):
    def values(frame):
        length = np.hypot(bx - ax, by - ay)
        out = []
        for s in range(int(length) + 1):
            across = []
            for k in range(band):
                off = k - (band - 1) / 2
                x = ax + s * (bx - ax) / length - off * (by - ay) / length
                y = ay + s * (by - ay) / length + off * (bx - ax) / length
                u, v = np.clip(x - 0.5, 0, W - 1), np.clip(y - 0.5, 0, H - 1)
                c, r = int(u), int(v)
                f, g = u - c, v - r
                p = frame[r : r + 2, c : c + 2].astype(np.float64)
                across.append((1 - f) * (1 - g) * p[0, 0] + f * (1 - g) * p[0, 1] + (1 - f) * g * p[1, 0] + f * g * p[1, 1])
            out.append(np.mean(across))
        return np.array(out)
    return values


regions = {
    "rect 2,3,7,5": area(rect(F(2), F(3), F(7), F(5))),
    "ellipse 1.5,1.5,10,10": area(ellipse(F(3, 2), F(3, 2), F(10), F(10))),
    "ellipse 3,2,12,7.5": area(ellipse(F(3), F(2), F(12), F(15, 2))),
    "polygon 1,1 14,2.5 9,11 2.5,8": area(polygon((F(1), F(1)), (F(14), F(5, 2)), (F(9), F(11)), (F(5, 2), F(8)))),
    "polygon 0,0 12,12 0,12": area(polygon((F(0), F(0)), (F(12), F(12)), (F(0), F(12)))),
    "line 2.25,3.5 13,9.75 band 3": line(2.25, 3.5, 13, 9.75, 3),
}
statistics = {
    "mean": np.mean,
    "std": np.std,
    "sample-std": lambda x: np.std(x, ddof=1),
    "min": np.min,
    "max": np.max,
    "median": np.median,
    "p5": lambda x: np.percentile(x, 5),
    "p97.5": lambda x: np.percentile(x, 97.5),
}
with open("golden.txt", "w") as out:
    for kind, stack in stacks.items():
        for region, values in regions.items():
            for name, measure in statistics.items():
                print(kind, region, name, *(repr(float(measure(values(frame)))) for frame in stack), sep="|", file=out)


def across(axis):
    """Returns the axis of a frame that a band is folded over."""
    return 0 if axis == "columns" else 1


def band(frames, axis, at, half):
    """Returns the rows, or columns, at - half ... at + half of frames (..., H, W), as float64."""
    low, high = max(0, at - half), at + half + 1
    return frames[..., low:high, :] if axis == "columns" else frames[..., low:high]


def profile(stack, axis, at, half, frame):
    return [band(stack[frame].astype(np.float64), axis, at, half).mean(axis=across(axis))]


def both(values, axis, percent):
    return [np.percentile(values, percent, axis=axis), np.percentile(values, 100 - percent, axis=axis)]


def envelope(stack, axis, of, at, half, frame, percent):
    if of == "all":
        at, half = 0, 100
    some = band(stack.astype(np.float64), axis, at, half)
    if of == "band":
        return both(some[frame], across(axis), percent)
    if percent == 0:
        return [some.min(axis=(0, across(axis) + 1)), some.max(axis=(0, across(axis) + 1))]
    return both(some.mean(axis=across(axis) + 1), 0, percent)


with open("bands.txt", "w") as out:
    def line_of(kind, name, parameters, results):
        text = ":".join(f"{k}={v}" for k, v in parameters.items())
        values = ";".join(",".join(repr(float(x)) for x in result) for result in results)
        print(kind, name, text, values, sep="|", file=out)

    for kind, stack in stacks.items():
        for axis in ("columns", "rows"):
            for at, half, frame in ((0, 0, 0), (5, 2, 2), (1, 4, 1), (11, 100, 0)):
                p = dict(axis=axis, at=at, half=half, frame=frame)
                line_of(kind, "profile", p, profile(stack, **p))
                for of in ("band", "band_over_time", "all"):
                    for percent in (0, 12.5):
                        q = dict(axis=axis, of=of, at=at, half=half, frame=frame, percent=percent)
                        line_of(kind, "envelope", q, envelope(stack, **q))
        rows = [regions["line 2.25,3.5 13,9.75 band 3"](frame).astype(np.float32) for frame in stack]
        line_of(kind, "kymograph", {"line": "line 2.25,3.5 13,9.75 band 3"}, rows)
