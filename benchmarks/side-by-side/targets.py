"""The speeds that were promised, and whether they are kept. Times are milliseconds by job, stack and peer."""
from collections import namedtuple
from math import exp, log
from statistics import fmean

Verdict = namedtuple("Verdict", "line promise figure kept")
C_FAST = ("mean", "min", "max", "std", "all", "roi", "envelopes", "fused")
C_HARD = ("sliding-50", "median")
IMAGEJ = ("mean", "min", "max", "std", "median")
SMALL = ("u8", "f32")


def geometric(values):
    return exp(fmean(map(log, values)))


class Ratios:
    """Looks up how many times as long as ours a peer takes."""

    def __init__(self, times):
        self.times = times

    def of(self, peer, jobs, stacks=None):
        """Returns (ratio, job, stack) where both have the job."""
        return [
            (times[peer] / times["tachyscope"], job, stack)
            for (job, stack), times in self.times.items()
            if job in jobs and peer in times and (stacks is None or stack in stacks)
        ]

    def ours(self, job, stack):
        return self.times.get((job, stack), {}).get("tachyscope")

    def within(self, job, base, stacks):
        """Returns (ratio, job, stack) of two jobs of ours; a base is a job and perhaps another stack."""
        return [
            (self.ours(job, s) / self.ours(base, s), job, s) for s in stacks if self.ours(job, s) and self.ours(base, s)
        ]


def worst(found, wanted, at_least=True):
    """Returns the figure of the worst ratio, and whether it is good enough."""
    if not found:
        return "not measured", False
    ratio, job, stack = min(found) if at_least else max(found)
    bad = [f"{job} {stack} {ratio:.2f}" for ratio, job, stack in sorted(found) if (ratio < wanted) == at_least and ratio != wanted]
    text = f"worst {ratio:.2f} ({job} {stack})"
    return text + (f"; missed by {len(bad)} of {len(found)}: {', '.join(bad)}" if bad else ""), not bad


def mean_of(found, wanted):
    if not found:
        return "not measured", False
    value = geometric([ratio for ratio, _, _ in found])
    return f"{value:.1f} over {len(found)}", value >= wanted


def verdicts(times, growth, first):
    """Yields one verdict a promise."""
    r = Ratios(times)
    everything = {job for job, _ in times}
    three = ("mean", "std", "min")
    yield Verdict("1", "≥ 0.9 × C", *worst(r.of("c", C_FAST), 0.9))
    yield Verdict("1", "≥ 0.75 × C for sliding mean and exact median", *worst(r.of("c", C_HARD), 0.75))
    yield Verdict("2", "≥ 8 × numpy (geometric mean)", *mean_of(r.of("numpy", everything), 8))
    yield Verdict("2", "≥ 3 × numba, tiled", *worst(r.of("numba-tiled", everything), 3))
    yield Verdict("2", "≥ 1.5 × OpenCV for mean, std and min", *worst(r.of("opencv", three), 1.5))
    yield Verdict("3", "mean, min, max and std in one pass ≤ 1.3 × std alone", *worst(r.within("all", "std", SMALL), 1.3, False))
    yield Verdict("3", "ten ROI curves and both envelopes added ≤ 2 ×", *worst(r.within("all+curves", "all", SMALL), 2, False))
    yield Verdict("4", "five fused steps ≤ 1.2 × one step", *worst(r.within("five-steps", "one-step", SMALL), 1.2, False))
    yield Verdict("5", "sliding mean of 500 frames ≤ 1.1 × of 5",
                  *worst(r.within("sliding-500", "sliding-5", ("long",)), 1.1, False))
    yield Verdict("6", "≥ 12 × ImageJ's ZProjector (geometric mean)", *mean_of(r.of("imagej", IMAGEJ, SMALL), 12))
    yield from linear(growth)
    if first:
        seconds = first["reduce --op mean"]
        yield Verdict("8", "mean of 1 GB, Java's start included, ≤ 1.2 s", f"{seconds:.2f} s", seconds <= 1.2)


def linear(growth):
    """Seconds a gigabyte may grow by a quarter, own memory by 16 MB, from the second size to the last."""
    for title in dict.fromkeys(row[0] for row in growth):
        rows = [row for row in growth if row[0] == title]
        costs = [seconds / gigabytes for _, gigabytes, seconds, _ in rows]
        memory = [megabytes for _, _, _, megabytes in rows]
        figure = f"{costs[1]:.3f} … {costs[-1]:.3f} s/GB, {memory[1]:.0f} … {memory[-1]:.0f} MB of its own"
        kept = costs[-1] <= 1.25 * costs[1] and memory[-1] <= memory[1] + 16
        yield Verdict("7", f"{title}: cost linear from {rows[1][1]} to {rows[-1][1]} GB, memory flat", figure, kept)
