"""Writes golden.txt beside it: run `/usr/bin/python3 golden.py` here (numpy 1.24).

Every filter is written out from its definition in float64, one neighbour at a time, without a library for images. A line is
    id|parameters|type|height|width|channels|values of the resulting frame before rounding to its type
and the input of a line is `pattern` of its type and extent, which GoldenTest makes as well.
"""

import numpy as np


def pattern(kind, height, width, channels):
    i = np.arange(height * width * channels, dtype=np.int64)
    x = (i * i * 31 + i * 1009 + 7) % 65521
    x = {"U8": x % 256, "U16": x, "F32": x / 16 - 2000}[kind]
    return x.astype(np.float64).reshape(height, width, channels)


def outside(index, size, border):
    """Maps indices along one axis into the frame; -1 where the border rule says zero."""
    index = np.array(index)
    if border == "NEAREST":
        return np.clip(index, 0, size - 1)
    if border == "ZERO":
        return np.where((index < 0) | (index >= size), -1, index)
    if size == 1:
        return np.zeros_like(index)
    period = 2 * (size - 1)
    index = np.mod(index, period)
    return np.where(index < size, index, period - index)


def shifted(x, dy, dx, border):
    rows = outside(np.arange(x.shape[0]) + dy, x.shape[0], border)
    columns = outside(np.arange(x.shape[1]) + dx, x.shape[1], border)
    y = x[np.clip(rows, 0, None)][:, np.clip(columns, 0, None)].copy()
    y[rows < 0] = 0
    y[:, columns < 0] = 0
    return y


def weighted(x, weights, border):
    """weights: {(dy, dx): w}"""
    return sum(w * shifted(x, dy, dx, border) for (dy, dx), w in weights.items())


def gaussian(x, sigma, border):
    r = int(np.floor(4 * sigma + 0.5))
    k = np.exp(-0.5 * (np.arange(-r, r + 1) / sigma) ** 2)
    k /= k.sum()
    y = weighted(x, {(d, 0): k[d + r] for d in range(-r, r + 1)}, border)
    return weighted(y, {(0, d): k[d + r] for d in range(-r, r + 1)}, border)


def square(r):
    return [(dy, dx) for dy in range(-r, r + 1) for dx in range(-r, r + 1)]


def box(x, r, border):
    return weighted(x, {at: 1.0 for at in square(r)}, border) / (2 * r + 1) ** 2


def median(x, r):
    return np.median(np.stack([shifted(x, dy, dx, "NEAREST") for dy, dx in square(r)]), axis=0)


def element(shape, rx, ry):
    at = [(dy, dx) for dy in range(-ry, ry + 1) for dx in range(-rx, rx + 1)]
    if shape == "CROSS":
        return [(dy, dx) for dy, dx in at if dy == 0 or dx == 0]
    if shape == "ELLIPSE":
        return [(dy, dx) for dy, dx in at if dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry]
    return at


def extremum(x, at, largest):
    """Pixels outside don't count."""
    missing = -np.inf if largest else np.inf
    padded = []
    for dy, dx in at:
        y = shifted(x, dy, dx, "NEAREST")
        rows = np.arange(x.shape[0]) + dy
        columns = np.arange(x.shape[1]) + dx
        y[(rows < 0) | (rows >= x.shape[0])] = missing
        y[:, (columns < 0) | (columns >= x.shape[1])] = missing
        padded.append(y)
    return np.max(padded, axis=0) if largest else np.min(padded, axis=0)


def morphology(x, method, shape, rx, ry):
    at = element(shape, rx, ry)
    erode = lambda y: extremum(y, at, False)
    dilate = lambda y: extremum(y, at, True)
    return {
        "ERODE": lambda: erode(x),
        "DILATE": lambda: dilate(x),
        "OPEN": lambda: dilate(erode(x)),
        "CLOSE": lambda: erode(dilate(x)),
        "TOP_HAT": lambda: x - dilate(erode(x)),
        "BLACK_HAT": lambda: erode(dilate(x)) - x,
    }[method]()


SOBEL = {(-1, -1): -1, (-1, 1): 1, (0, -1): -2, (0, 1): 2, (1, -1): -1, (1, 1): 1}
LAPLACE = {(0, 0): -4, (-1, 0): 1, (1, 0): 1, (0, -1): 1, (0, 1): 1}


def sobel(x, part, border):
    gx = weighted(x, SOBEL, border)
    gy = weighted(x, {(dx, dy): w for (dy, dx), w in SOBEL.items()}, border)
    return {"X": gx, "Y": gy, "MAGNITUDE": np.hypot(gx, gy)}[part]


def overlaps(size, to):
    """Matrix of area weights: how much of each of `size` pixels lies in each of `to` equal parts."""
    scale = size / to
    left = np.maximum(np.arange(to)[:, None] * scale, np.arange(size)[None])
    right = np.minimum((np.arange(to)[:, None] + 1) * scale, np.arange(size)[None] + 1)
    return np.clip(right - left, 0, None) / scale


def interpolation(size, to, taps):
    """Matrix of weights of an interpolation kernel, `taps(fraction)` from tap `first` on, nearest pixel outside."""
    matrix = np.zeros((to, size))
    for i in range(to):
        at = (i + 0.5) * size / to - 0.5
        base = int(np.floor(at))
        first, weights = taps(at - base)
        for k, w in enumerate(weights):
            matrix[i, min(max(base + first + k, 0), size - 1)] += w
    return matrix


def linear(f):
    return 0, [1 - f, f]


def cubic(f, a=-0.75):
    near = lambda d: ((a + 2) * d - (a + 3)) * d * d + 1
    far = lambda d: ((a * d - 5 * a) * d + 8 * a) * d - 4 * a
    return -1, [far(1 + f), near(f), near(1 - f), far(2 - f)]


def nearest(size, to):
    matrix = np.zeros((to, size))
    for i in range(to):
        matrix[i, (2 * i + 1) * size // (2 * to)] = 1
    return matrix


def resize(x, width, height, method):
    make = {
        "AREA": overlaps,
        "LINEAR": lambda size, to: interpolation(size, to, linear),
        "CUBIC": lambda size, to: interpolation(size, to, cubic),
        "NEAREST": nearest,
    }[method]
    return np.einsum("ik,jl,klc->ijc", make(x.shape[0], height), make(x.shape[1], width), x)


def rotate(x, angle, canvas, fill):
    """Bilinear between pixel centres; `fill` where the point lies outside the outermost centres."""
    height, width = x.shape[:2]
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    to = (height, width)
    if canvas == "WHOLE":
        to = (
            int(np.ceil(height * abs(c) + width * abs(s) - 1e-6)),
            int(np.ceil(width * abs(c) + height * abs(s) - 1e-6)),
        )
    out = np.full((*to, x.shape[2]), float(fill))
    for i in range(to[0]):
        for j in range(to[1]):
            u, v = j - (to[1] - 1) / 2, i - (to[0] - 1) / 2
            column, row = u * c - v * s + (width - 1) / 2, u * s + v * c + (height - 1) / 2
            if not (-1e-6 <= column <= width - 1 + 1e-6 and -1e-6 <= row <= height - 1 + 1e-6):
                continue
            column, row = min(max(column, 0), width - 1), min(max(row, 0), height - 1)
            a, b = int(np.floor(row)), int(np.floor(column))
            f, g = row - a, column - b
            a1, b1 = min(a + 1, height - 1), min(b + 1, width - 1)
            out[i, j] = (1 - f) * ((1 - g) * x[a, b] + g * x[a, b1]) + f * ((1 - g) * x[a1, b] + g * x[a1, b1])
    return out


def compute(name, p, x):
    b = p.get("border")
    if name == "gaussian-blur":
        return gaussian(x, p["sigma"], b)
    if name == "box-blur":
        return box(x, p["radius"], b)
    if name == "median-blur":
        return median(x, p["radius"])
    if name == "difference-of-gaussians":
        return gaussian(x, p["narrow"], b) - gaussian(x, p["wide"], b)
    if name == "unsharp":
        return x + p["amount"] * (x - gaussian(x, p["sigma"], b))
    if name == "sobel":
        return sobel(x, p["part"], b)
    if name == "laplace":
        return weighted(x, LAPLACE, b)
    if name == "morphology":
        return morphology(x, p["method"], p["element"], p["radiusX"], p["radiusY"])
    if name == "resize":
        return resize(x, p["width"], p["height"], p["method"])
    if name == "rotate":
        return rotate(x, p["angle"], p["canvas"], p["fill"])
    raise ValueError(name)


EXTENTS = [(11, 13, 1), (1, 1, 1), (1, 9, 1), (8, 1, 2), (5, 6, 3), (4, 5, 4), (3, 4, 5), (40, 67, 1)]
BORDERS = ["MIRROR", "NEAREST", "ZERO"]


def cases():
    for n, kind in enumerate(["U8", "U16", "F32"]):
        for m, (h, w, c) in enumerate(EXTENTS):
            k = n + m
            b, o = BORDERS[k % 3], ["KEEP", "F32"][k % 2]
            for sigma in (0.2, 0.8, 3.7):
                yield "gaussian-blur", dict(sigma=sigma, border=b, output=o), kind, h, w, c
            for r in (0, 1, 6):
                yield "box-blur", dict(radius=r, border=b, output=o), kind, h, w, c
            for r in (0, 1, 2, 5):
                yield "median-blur", dict(radius=r), kind, h, w, c
            yield "difference-of-gaussians", dict(narrow=0.7, wide=1.9, border=b), kind, h, w, c
            yield "unsharp", dict(sigma=1.1, amount=1.5, border=b, output=o), kind, h, w, c
            for part in ("X", "Y", "MAGNITUDE"):
                yield "sobel", dict(part=part, border=b), kind, h, w, c
            yield "laplace", dict(border=b), kind, h, w, c
            for q, method in enumerate(("ERODE", "DILATE", "OPEN", "CLOSE", "TOP_HAT", "BLACK_HAT")):
                shape = ("RECTANGLE", "ELLIPSE", "CROSS")[(k + q) % 3]
                yield "morphology", dict(method=method, element=shape, radiusX=2 + k % 2, radiusY=1 + q % 3), kind, h, w, c
            for q, method in enumerate(("AREA", "LINEAR", "CUBIC", "NEAREST")):
                to = dict(width=-(-w * 2 // 3), height=-(-h // 2))
                yield "resize", dict(**to, method=method), kind, h, w, c
                if method != "AREA":
                    yield "resize", dict(width=2 * w + q, height=3 * h - 1, method=method), kind, h, w, c
            yield "rotate", dict(angle=33.3, canvas="SAME", fill=7.0), kind, h, w, c
            yield "rotate", dict(angle=-101.5, canvas="WHOLE", fill=0.0), kind, h, w, c


with open("golden.txt", "w", encoding="ascii") as file:
    count = 0
    for name, p, kind, h, w, c in cases():
        y = compute(name, p, pattern(kind, h, w, c))
        parameters = ",".join(f"{key}={value}" for key, value in p.items())
        if h * w > 1000:  # large ones: every 13th value
            y = y.reshape(-1)[::13]
        values = ",".join(f"{v:.9g}" for v in y.reshape(-1))
        file.write(f"{name}|{parameters}|{kind}|{h}|{w}|{c}|{values}\n")
        count += 1
    print(count, "cases")
