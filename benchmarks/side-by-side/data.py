"""Makes the benchmarks' data once: stacks of noise, and a folder of JPEGs with structure and noise."""
import os
import sys

import numpy as np

folder = sys.argv[1]


def array(name, shape, make):
    path = os.path.join(folder, name + ".npy")
    if os.path.exists(path) and np.load(path, mmap_mode="r").shape == shape:
        return
    out = np.lib.format.open_memmap(path + ".part", "w+", make(0).dtype, shape)
    for t in range(shape[0] if len(shape) == 3 else 1):
        out[t if len(shape) == 3 else ...] = make(t)
    out.flush()
    os.rename(path + ".part", path)


def rng(t):
    return np.random.default_rng(t)


def divisor(t):
    b = 1 + rng(t).random((1024, 1024), dtype=np.float32)
    b[::97, ::89] = 0
    return b


array("u8", (400, 1024, 1024), lambda t: rng(t).integers(0, 256, (1024, 1024), dtype=np.uint8))
array("u16", (1024, 1024, 1024), lambda t: rng(t).integers(0, 65536, (1024, 1024), dtype=np.uint16))
array("f32", (200, 1024, 1024), lambda t: 1000 * rng(t).random((1024, 1024), dtype=np.float32))
array("long", (2000, 512, 512), lambda t: rng(t).integers(0, 256, (512, 512), dtype=np.uint8))
array("gigabyte", (1024, 1024, 1024), lambda t: rng(t).integers(0, 256, (1024, 1024), dtype=np.uint8))
array("a", (1024, 1024), lambda t: 100 * rng(t).random((1024, 1024), dtype=np.float32))
array("b", (1024, 1024), divisor)

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

tiffs = os.path.join(folder, "tiffs")
if len(os.listdir(tiffs) if os.path.isdir(tiffs) else []) != 300:
    import cv2

    os.makedirs(tiffs, exist_ok=True)
    for t in range(300):
        frame = rng(t).integers(0, 65536, (1024, 1024), np.uint16)
        cv2.imwrite(os.path.join(tiffs, f"frame{t:04}.tif"), frame, [cv2.IMWRITE_TIFF_COMPRESSION, 1])
