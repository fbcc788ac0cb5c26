"""Prints how long one reduction takes in a fresh process, from start to result."""
import os
import shlex
import subprocess
import time
from statistics import median

from servers import quiet

HERE = os.path.dirname(os.path.abspath(__file__))
peers = {
    "tachyscope": f"{os.environ['JAVA']} org.tachyscope.benchmarks.Reduce {os.environ['DATA']} {os.environ['CPUS']}",
    "numpy": f"{os.environ['PYTHON']} {HERE}/peer.py numpy",
}
print(f"one reduction in a fresh process, from start to end, and the reduction alone; {quiet()}; medians of 5")
for job in ("mean u8", "all u8", "mean f32", "all f32"):
    for name, command in peers.items():
        whole, inside = [], []
        for _ in range(5):
            start = time.perf_counter()
            done = subprocess.run(shlex.split(command), input=job + "\n", capture_output=True, text=True, check=True)
            whole.append(time.perf_counter() - start)
            inside.append(float(done.stdout.split()[0]))
        print(f"{job:9} {name:12} {median(whole) * 1e3:8.0f} ms {median(inside):8.0f} ms", flush=True)
