"""Measures the command line in a fresh process, from start to end: Java, the framework, the work and the files it writes."""
import os
import shutil
import subprocess
import tempfile
import time
from statistics import median

from servers import quiet

ROUNDS = int(os.environ.get("ROUNDS", "7"))
TACHYSCOPE = os.path.join(os.environ["PRODUCT"], "tachyscope")
FILE = os.path.join(os.environ["DATA"], "gigabyte.npy")
COMMANDS = {
    "--version": ["--version"],
    "info": ["info", FILE],
    "reduce --op mean": ["reduce", "--op", "mean", FILE],
    "reduce --op mean,min,max,std": ["reduce", "--op", "mean,min,max,std", FILE],
}
NUMPY = "import numpy, sys; numpy.save(sys.argv[2], numpy.load(sys.argv[1], mmap_mode='r').mean(axis=0))"


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return time.perf_counter() - start


def warm():
    """Fills the page cache, and waits until the archive of classes, made in the background of the second start, is there."""
    with open(FILE, "rb") as f:
        while f.read(1 << 24):
            pass
    headless = os.path.join(os.environ["PRODUCT"], "configuration", "headless")
    end = time.time() + 60
    while time.time() < end:
        timed([TACHYSCOPE, "--version"])
        if any(name.endswith(".jsa") for name in os.listdir(headless)):
            return
        time.sleep(1)
    raise SystemExit("no archive of classes was made in " + headless)


def measure():
    """Returns seconds by command, and numpy's for one mean."""
    warm()
    out = tempfile.mkdtemp()
    commands = {name: [TACHYSCOPE] + words + (["--out", out] if words[0] == "reduce" else []) for name, words in COMMANDS.items()}
    commands["numpy, mean"] = [os.environ["PYTHON"], "-c", NUMPY, FILE, os.path.join(out, "numpy.npy")]
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(timed(command))
    shutil.rmtree(out)
    return {name: median(seconds) for name, seconds in times.items()}


def main():
    print(f"a command in a fresh process, from start to end, on {FILE} (1.07 GB U8, in the page cache); {quiet()}; "
          f"medians of {ROUNDS}")
    for name, seconds in measure().items():
        print(f"{name:30} {seconds * 1e3:6.0f} ms")


if __name__ == "__main__":
    main()
