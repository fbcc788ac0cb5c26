"""Writes golden.txt, what PixelGoldenTest expects: python3 make.py > golden.txt

Operations are worked out by their Javadoc with numpy, in float32 where that says so, else in float64 and rounded once.
"""
import warnings

import numpy as np

warnings.simplefilter("ignore")
NAN, INF = float("nan"), float("inf")
SHAPE = (3, 2, 3, 3)
TOP = {"U8": 255, "U16": 65535}
f32, f64 = np.float32, np.float64
noise = np.random.default_rng(20261120)


def filled(edges, rest):
    """Returns a stack that begins with edges, whose places are shuffled."""
    return noise.permutation(np.concatenate([edges, rest[len(edges):]])).reshape(SHAPE)


N = int(np.prod(SHAPE))
AWKWARD = [NAN, INF, -INF, 0, -0.0, 0.5, 1.5, 2.5, -0.5, -0.51, 0.49999997, 254.5, 255.49998, 255.5, 256, 65534.5]
AWKWARD += [65535.5, -3]
EXTREME = [NAN, INF, -INF, 3.4028235e38, -3.4028235e38, 1e-45, -1e-45, 1.1754944e-38, 0, -0.0, 1, -1]
INPUTS = {
    "bytes": ("U8", filled([0, 1, 2, 127, 128, 254, 255], noise.integers(0, 256, N))),
    "shorts": ("U16", filled([0, 1, 255, 256, 32767, 32768, 65534, 65535], noise.integers(0, 65536, N))),
    "floats": ("F32", filled(AWKWARD, noise.normal(100, 200, N))),
    "extremes": ("F32", filled(EXTREME, 10 ** noise.uniform(-38, 38, N))),
}
OTHERS = {"U8": noise.integers(0, 4, N), "U16": noise.integers(0, 65536, N), "F32": noise.normal(0, 1, N)}
OTHERS = {name: f32(x).reshape(SHAPE) for name, x in OTHERS.items()}


def half_up(x, top):
    """Rounds to whole numbers from 0 to top; NaN becomes 0."""
    return np.where(np.isnan(x), 0, np.clip(np.floor(x.astype(f64) + 0.5), 0, top))


def integer(type):
    return type in TOP


def over_time(name, x):
    fold = {"mean": np.mean, "min": np.min, "max": np.max, "std": np.std, "median": np.median}[name]
    return f32(fold(x.astype(f64), 0))


def references(x, other):
    yield "constant 12.3", f32(12.3)
    yield "frame 1", x[1]
    for name in ("mean", "min", "max", "std", "median"):
        yield name, over_time(name, x)
    yield "mean 0..2 step 2", over_time("mean", x[::2])
    yield "window mean 2", f32([over_time("mean", x[max(0, t - 1):t + 1]) for t in range(len(x))])
    yield "file @", other
    yield "file @ max", over_time("max", other)


def quotient(x, d, zero):
    return np.where(d == 0, f32(zero), x / d)


def arithmetic(x, other):
    for text, r in references(x, other):
        for a in (1, 0.7):
            words = "reference=%s;amount=%s" % (text, a)
            yield "subtract", words, x - (r if a == 1 else r * f32(a))
            d = r if a == 1 else f32(a) * r + f32(1 - a)
            yield "divide", words, quotient(x, d, 0)
        yield "divide", "reference=%s;zero=NAN" % text, quotient(x, r, NAN)
    for c in (0, -2.5, 0.1):
        yield "add", "value=%s" % c, x + f32(c)
        yield "multiply", "value=%s" % c, x * f32(c)
    for p in (2, 0.5, -1, 3, 0):
        yield "power", "exponent=%s" % p, f32(np.power(x.astype(f64), p))
    for base, log in (("E", np.log), ("TWO", np.log2), ("TEN", np.log10)):
        yield "log", "base=" + base, f32(np.where(x > 0, log(x.astype(f64)), NAN))
    for dark, d in (("constant 3", f32(3) + 0 * other[0]), ("min", over_time("min", x))):
        for flat, f in (("mean", over_time("mean", x)), ("frame 2", x[2]), ("file @ max", over_time("max", other))):
            difference = f.astype(f64) - d
            finite = difference[np.isfinite(difference)]
            gain = f32(difference / (finite.mean() if finite.size else NAN))
            for zero, z in (("ZERO", 0), ("NAN", NAN)):
                yield "flat-field", "dark=%s;flat=%s;zero=%s" % (dark, flat, zero), quotient(x - d, gain, z)


def same_type(type, x, other):
    yield "abs", "-", np.abs(x)
    for low, high in ((0, 255), (10.5, 200.5), (1, 1)):
        ends = (np.ceil(low), np.floor(high)) if integer(type) else (low, high)
        yield "clamp", "low=%s;high=%s" % (low, high), np.clip(x, f32(ends[0]), f32(ends[1]))
    for low, high in ((0, 1), (-10.1, 200)):
        yield "complement", "low=%s;high=%s" % (low, high), f32(TOP[type] if integer(type) else low + high) - x
    y, c = np.mgrid[0:2, 0:3] + 0.5
    rectangle = (c > 1) & (y < 1)
    ellipse = ((c - 1.25) / 1.25) ** 2 + (y - 1) ** 2 < 1
    for roi, inside in (("rect 1,0,2,1", rectangle), ("ellipse 0,0,2.5,2", ellipse)):
        for keep, kept in (("INSIDE", inside), ("OUTSIDE", ~inside)):
            for value in (7, NAN):
                masked = np.where(kept[..., None], x, f32(value))
                yield "mask", "roi=%s;keep=%s;value=%s" % (roi, keep, text(value)), masked, value
    for reference, r in references(x, other):
        yield "mask-frame", "mask=%s;value=9" % reference, np.where((r > 0) | (r < 0), x, f32(9)), 9
    yield "mask-frame", "mask=file @;value=NaN", np.where((other > 0) | (other < 0), x, f32(NAN)), NAN


def typed(type, x, other):
    for id, params, values, *value in same_type(type, x, other):
        fits = not value or not integer(type) or value[0] in range(TOP[type] + 1)
        yield id, params, type if fits else "F32", values


def converted(type, x):
    scalings = [("NONE", None), ("FULL", (0, TOP.get(type, 1))), ("RANGE", (-100, 1000)), ("RANGE", (10.1, 11))]
    for to in ("U8", "U16", "F32"):
        for scaling, ends in scalings:
            y = x
            if ends:
                y = (x - f32(ends[0])) * f32(TOP.get(to, 1) / (ends[1] - ends[0]))
            params = "type=%s;scaling=%s" % (to, scaling) + (";low=%s;high=%s" % ends if scaling == "RANGE" else "")
            yield "convert", params, to, half_up(y, TOP[to]) if integer(to) else y
    for level in (0, 1, 127.5, INF):
        yield "threshold", "level=%s;below=3;above=200" % text(level), "U8", np.where(x >= f32(level), 200, 3)
    for g, low, high in ((1, 0, 255), (0.45, 0, 255), (2.2, -50.5, 1000)):
        u = np.clip((x.astype(f64) - low) / (high - low), 0, 1)
        yield "gamma", "gamma=%s;low=%s;high=%s" % (g, low, high), "F32", f32(low + (high - low) * u ** g)


def stretched(x, trim, output):
    finite = x[np.isfinite(x)].astype(f64)
    low, high = f32(np.percentile(finite, [trim, 100 - trim]))
    y = np.clip((x - low) / (high - low), 0, 1)
    return y if output == "F32" else half_up(y * f32(255), 255)


def normalised(x):
    for trim in (0, 5, 12.5):
        for output in ("F32", "U8"):
            params = ";trim=%s;output=%s" % (trim, output)
            yield "normalise", "scope=FRAME" + params, output, np.array([stretched(frame, trim, output) for frame in x])
            yield "normalise", "scope=STACK" + params, output, stretched(x, trim, output)


def channels(type, x, other):
    y = x.astype(f64)
    luma = 0.299 * y[..., 0] + 0.587 * y[..., 1] + 0.114 * y[..., 2]
    mean = y.sum(-1) / 3
    if integer(type):
        luma = (299 * y[..., 0] + 587 * y[..., 1] + 114 * y[..., 2] + 500) // 1000
        mean = (2 * y.sum(-1) + 3) // 6
    yield "gray", "rule=LUMA", type, f32(luma)
    yield "gray", "rule=MEAN", type, f32(mean)
    for c in range(3):
        yield "channel", "index=%d" % c, type, x[..., c]
    yield "merge", "files=@", type, np.concatenate([x, other], -1)
    yield "merge", "files=@; @", type, np.concatenate([x, other, other], -1)


def text(value):
    value = f32(value)
    return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(str(value), str(value).removesuffix(".0"))


def show(words, values):
    print("|".join(words + [" ".join(text(v) for v in np.asarray(values).ravel())]))


for name, (type, x) in INPUTS.items():
    x, other = f32(x), OTHERS[type]
    show(["input", name, type], x)
    show(["other", name, type], other)
    for id, params, values in arithmetic(x, other):
        show([id, params, "F32"], values)
    levels = normalised(x) if name != "extremes" else []
    for group in (typed(type, x, other), converted(type, x), levels, channels(type, x, other)):
        for id, params, to, values in group:
            show([id, params, to], values)
