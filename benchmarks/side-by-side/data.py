"""Makes the benchmarks' data once: stacks of noise, and a folder of JPEGs with structure and noise."""
import os
import sys

import numpy as np

folder = sys.argv[1]


def stack(name, frames, make):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        out = np.lib.format.open_memmap(path + ".part", "w+", make(0).dtype, (frames, 1024, 1024))
        for t in range(frames):
            out[t] = make(t)
        out.flush()
        os.rename(path + ".part", path)
    with open(path, "rb") as f:  # warms the page cache
        while f.read(1 << 24):
            pass


def rng(t):
    return np.random.default_rng(t)


stack("u8.npy", 400, lambda t: rng(t).integers(0, 256, (1024, 1024), dtype=np.uint8))
stack("f32.npy", 200, lambda t: 1000 * rng(t).random((1024, 1024), dtype=np.float32))

jpegs = os.path.join(folder, "jpegs")
if len(os.listdir(jpegs) if os.path.isdir(jpegs) else []) != 1000:
    import cv2

    os.makedirs(jpegs, exist_ok=True)
    y, x = np.mgrid[0:768, 0:1024]
    for t in range(1000):
        ring = 80 * np.exp(-(((np.hypot(x - 512 - t / 5, y - 384) - 200) / 20) ** 2))
        noise = rng(t).normal(0, 6, (768, 1024))
        frame = np.clip(80 + x / 20 + ring + noise, 0, 255).astype(np.uint8)
        cv2.imwrite(os.path.join(jpegs, f"frame{t:04}.jpg"), frame, [cv2.IMWRITE_JPEG_QUALITY, 90])
