"""Prints times and peak memory of loading 1,000 JPEGs of 1024 × 768 and 300 TIFFs of 1024 × 1024 with 16 bits, uncompressed:
ours, OpenCV from Python and from C++."""
import os
from statistics import median

from servers import HERE, Server, quiet

ROUNDS = int(os.environ.get("ROUNDS", "5"))
DATA, CPUS = os.environ["DATA"], os.environ["CPUS"]
ALLOWED = 64  # megabytes beside the destination and the heap
SETS = {
    "jpegs": ("1,000 gray JPEGs of 1024 × 768", 1000 * 1024 * 768 / (1 << 20)),
    "tiffs": ("300 uncompressed TIFFs of 1024 × 1024 with 16 bits", 300 * 1024 * 1024 * 2 / (1 << 20)),
}


def ours(folder):
    return Server("tachyscope", f"{os.environ['JAVA']} org.tachyscope.benchmarks.Load {folder}")


def idle():
    """Returns megabytes of a Java with OpenCV that has loaded one small frame: its heap, and everything."""
    folder = os.path.join(DATA, "jpeg")
    os.makedirs(folder, exist_ok=True)
    first = os.path.join(folder, "frame0000.jpg")
    if not os.path.exists(first):
        os.link(os.path.join(DATA, "jpegs", "frame0000.jpg"), first)
    server = ours(folder)
    server.ask("load")
    heap, _ = server.ask("heap")
    peak = server.memory("VmHWM")
    server.close()
    return heap, peak


def measure(kind, what, pixels):
    """Loads one set with everybody in turn."""
    folder = os.path.join(DATA, kind)
    servers = [
        ours(folder),
        Server("opencv-c++", f"{os.environ['CXX_PEER']} {folder} {CPUS}"),
        Server("opencv-py", f"{os.environ['PYTHON']} {HERE}/load_cv2.py {folder} {CPUS}"),
    ]
    print(f"{what} into {pixels:.0f} MB of memory, {CPUS} threads; {quiet()}; {ROUNDS} rounds")
    print(f"{'peer':12} {'first ms':>9} {'median ms':>10} {'best ms':>9} {'times ours':>11} {'peak MB':>8} {'beside the pixels':>18}")
    times = {s.name: [] for s in servers}
    sums = {}
    once = {}
    for k in range(ROUNDS + 1):
        for s in servers:
            ms, sums[s.name] = s.ask("load")
            times[s.name].append(ms)
        if k == 0:
            once = {"peak": servers[0].memory("VmHWM"), "heap": servers[0].ask("heap")[0]}
    middle_of_ours = median(times["tachyscope"][1:])
    for s in servers:
        ms = times[s.name]
        middle = median(ms[1:])
        peak = s.memory("VmHWM")
        print(f"{s.name:12} {ms[0]:9.0f} {middle:10.0f} {min(ms):9.0f} {middle / middle_of_ours:11.2f} {peak:8.0f} "
              f"{peak - pixels:15.0f} MB")
        if abs(sums[s.name] - sums["opencv-c++"]) > 1e-3 * sums["opencv-c++"]:
            raise SystemExit(f"{s.name} and C++ disagree: {sums}")
    heap, committed = servers[0].ask("heap")
    peak = servers[0].memory("VmHWM")
    heap_of_idle, peak_of_idle = idle()
    for when, at_peak, used in (("one load", once["peak"], once["heap"]), (f"{ROUNDS + 1} loads", peak, heap)):
        beside = at_peak - pixels - used
        print(f"ours after {when}: peak {at_peak:.0f} MB = {pixels:.0f} destination + {used:.0f} heap in use at most + "
              f"{beside:.0f} beside; {ALLOWED} were promised: {'kept' if beside <= ALLOWED else 'missed'}")
    print(f"a Java that has loaded one frame of these: peak {peak_of_idle:.0f} MB = {heap_of_idle:.0f} heap + "
          f"{peak_of_idle - heap_of_idle:.0f} of Java itself and OpenCV's libraries; heap committed {committed:.0f} MB")
    for s in servers:
        s.close()


for kind in os.environ.get("SETS", "jpegs,tiffs").split(","):
    measure(kind, *SETS[kind])
    print(quiet())
