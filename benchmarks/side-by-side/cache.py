"""Measures decoding into the disk cache beside the decoder alone and dd to the same disk, and the second opening."""
import os
import shutil
import subprocess
import time
from statistics import median

import numpy as np

from servers import Server, quiet

ROUNDS = int(os.environ.get("ROUNDS", "5"))
DATA = os.environ["DATA"]
FOLDER = os.path.join(DATA, "cache")
PROMISED = 0.9


def swapped():
    """Makes an array that is decoded as fast as memory goes: 16 bits in the other byte order."""
    path = os.path.join(DATA, "swapped.npy")
    if not os.path.exists(path):
        out = np.lib.format.open_memmap(path + ".part", "w+", ">u2", (512, 1024, 1024))
        for t in range(512):
            out[t] = np.random.default_rng(t).integers(0, 65536, (1024, 1024), dtype=np.uint16)
        out.flush()
        os.rename(path + ".part", path)
    return path


def dd(size):
    """Returns milliseconds in which dd brings as many bytes to the disk as an entry has."""
    path = os.path.join(FOLDER, "dd")
    start = time.perf_counter()
    subprocess.run(["dd", "if=/dev/zero", "of=" + path, "bs=1M", f"count={size >> 20}", "conv=fdatasync"],
                   stderr=subprocess.DEVNULL, check=True)
    took = time.perf_counter() - start
    os.remove(path)
    return took * 1e3


def main():
    sources = {"1,000 JPEGs 1024×768": (os.path.join(DATA, "jpegs"), 1000 * 1024 * 768),
               "512 × 1024 × 1024 >u2": (swapped(), 512 << 21)}
    print(f"into the disk cache, with statistics, checksums, smaller copies and the disk's word that it has them; {quiet()}; "
          f"medians of {ROUNDS}; ms")
    print(f"{'source':22} {'decoder':>8} {'dd':>6} {'write':>7} {'MB/s':>6} {'of the slower':>14} {'again':>6} {'own MB':>7}")
    for name, (source, pixels) in sources.items():
        os.makedirs(FOLDER, exist_ok=True)
        server = Server("tachyscope", f"{os.environ['JAVA_WITHOUT_VECTORS']} org.tachyscope.benchmarks.Cache {source} {FOLDER}/entries")
        times = {"decode": [], "write": [], "again": [], "dd": []}
        for k in range(ROUNDS + 2):
            for what in ("decode", "write", "again"):
                ms, size = server.ask(what)
                times[what].append(ms)
            times["dd"].append(dd(int(size)))
        decode, write, again, disk = (median(times[what][2:]) for what in ("decode", "write", "again", "dd"))
        slower = max(decode, disk)
        print(f"{name:22} {decode:8.0f} {disk:6.0f} {write:7.0f} {pixels / write / 1e3:6.0f} {slower / write:8.2f} "
              f"{'kept' if slower / write >= PROMISED else 'missed'} {again:6.1f} {server.memory('RssAnon'):7.0f}", flush=True)
        server.close()
        shutil.rmtree(FOLDER)
    print(quiet())


if __name__ == "__main__":
    main()
