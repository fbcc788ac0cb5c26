"""Prints times and peak memory of loading 1,000 JPEGs of 1024 × 768: ours, OpenCV from Python and from C++."""
import os
from statistics import median

from servers import Server, java, quiet

ROUNDS = int(os.environ.get("ROUNDS", "5"))
HERE = os.path.dirname(os.path.abspath(__file__))
DATA, CPUS = os.environ["DATA"], os.environ["CPUS"]
PIXELS = 1000 * 1024 * 768 / (1 << 20)

servers = [
    java("Load", DATA + "/jpegs"),
    Server("opencv-c++", f"{os.environ['CXX_PEER']} {DATA}/jpegs {CPUS}"),
    Server("opencv-py", f"{os.environ['PYTHON']} {HERE}/load_cv2.py {DATA}/jpegs {CPUS}"),
]
print(f"1,000 gray JPEGs of 1024 × 768 into {PIXELS:.0f} MB of memory, {CPUS} threads; {quiet()}; {ROUNDS} rounds")
print(f"{'peer':12} {'first ms':>9} {'median ms':>10} {'best ms':>9} {'times ours':>11} {'peak MB':>8} {'beside the pixels':>18}")
times = {s.name: [] for s in servers}
sums = {}
for _ in range(ROUNDS + 1):
    for s in servers:
        ms, sums[s.name] = s.ask("load")
        times[s.name].append(ms)
ours = median(times["tachyscope"][1:])
for s in servers:
    ms = times[s.name]
    middle = median(ms[1:])
    peak = s.memory("VmHWM")
    print(f"{s.name:12} {ms[0]:9.0f} {middle:10.0f} {min(ms):9.0f} {middle / ours:11.2f} {peak:8.0f} {peak - PIXELS:15.0f} MB")
    if abs(sums[s.name] - sums["opencv-c++"]) > 1e-3 * sums["opencv-c++"]:
        raise SystemExit(f"{s.name} and C++ disagree: {sums}")
    s.close()
print(quiet())
