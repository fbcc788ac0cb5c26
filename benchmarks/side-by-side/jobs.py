"""The jobs, as data: their names for all peers, and what they are for ours in words of the command line."""
from collections import namedtuple

# words: what ours is told, see Serve.java
Job = namedtuple("Job", "name words stacks")

ROI = "roi-curve:rois=rect 0,0,{w},{h}"
TEN_ROIS = "roi-curve:rois=" + "; ".join(f"rect {64 * k},{48 * k},{200 + 8 * k},{150 + 8 * k}" for k in range(10))
ENVELOPES = "envelope:axis=ROWS:of=ALL | envelope:axis=COLUMNS:of=ALL"
ALL = "mean | min | max | std"
FUSED = "subtract:reference=file {data}/a.npy | divide:reference=file {data}/b.npy"
FIVE = FUSED + " | multiply:value=2 | add:value=3 | clamp:low=-100:high=100"
SLIDING = "sliding-window:statistic=MEAN:window={n}:ends=SHRINK"

MAIN = ("u8", "f32", "u16")
SMALL = ("u8", "f32")
JOBS = [
    Job("mean", "reduce mean", MAIN),
    Job("min", "reduce min", MAIN),
    Job("max", "reduce max", MAIN),
    Job("std", "reduce std", MAIN),
    Job("all", f"reduce {ALL}", MAIN),
    Job("roi", f"reduce {ROI}", SMALL),
    Job("envelopes", f"reduce {ENVELOPES}", SMALL),
    Job("all+curves", f"reduce {ALL} | {TEN_ROIS} | {ENVELOPES}", SMALL),
    Job("fused", f"fill {FUSED}", SMALL),
    Job("one-step", "fill subtract:reference=file {data}/a.npy", SMALL),
    Job("five-steps", f"fill {FIVE}", SMALL),
    Job("sliding-50", "fill " + SLIDING.format(n=50), SMALL),
    Job("sliding-5", "fill " + SLIDING.format(n=5), ("long",)),
    Job("sliding-500", "fill " + SLIDING.format(n=500), ("long",)),
    Job("median", "reduce median", SMALL),
]

# frames, height, width, bytes of a sample
STACKS = {"u8": (400, 1024, 1024, 1), "f32": (200, 1024, 1024, 4), "u16": (1024, 1024, 1024, 2), "long": (2000, 512, 512, 1)}


def size(stack):
    frames, height, width, sample = STACKS[stack]
    return frames * height * width * sample


def words(job, stack, data):
    _, height, width, _ = STACKS[stack]
    return job.words.format(w=width, h=height, data=data)


def shape(stack):
    frames, height, width, _ = STACKS[stack]
    return f"({frames},{height},{width}) {stack.upper() if stack != 'long' else 'U8'}"
