"""Loads a folder of images with OpenCV in threads into one array that is allocated before."""
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np

folder, threads = sys.argv[1], int(sys.argv[2])
cv2.setNumThreads(1)
for _ in sys.stdin:
    start = time.perf_counter()
    names = sorted(os.listdir(folder))
    first = cv2.imread(os.path.join(folder, names[0]), cv2.IMREAD_UNCHANGED)
    out = np.empty((len(names),) + first.shape, first.dtype)

    def read(i):
        out[i] = cv2.imread(os.path.join(folder, names[i]), cv2.IMREAD_UNCHANGED)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(read, range(len(names))))
    took = time.perf_counter() - start
    print(f"{took * 1e3:.3f} {int(out[::100].sum(dtype=np.int64))}", flush=True)
    del out
