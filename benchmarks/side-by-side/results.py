"""Measures everything that was promised, and writes RESULTS.md."""
import os
import platform
import subprocess
import time

import first
import growth
import measure
from jobs import shape, size
from servers import HERE, Ours, Watch, quiet
from targets import verdicts

FILE = os.path.join(os.path.dirname(HERE), "RESULTS.md")
PEERS = ("c", "numpy", "numba", "numba-tiled", "opencv", "imagej")
VARIANTS = {  # ours, with less of the machine
    "without the Vector API": dict(java="JAVA_WITHOUT_VECTORS"),
    "with 256-bit vectors": dict(options="-XX:UseAVX=2"),
}


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def machine():
    cpu = dict(line.split(":", 1) for line in said("lscpu").splitlines() if ":" in line)
    with open("/proc/meminfo") as f:
        memory = int(f.readline().split()[1]) / 2**20
    vectors = "AVX-512" if "avx512bw" in cpu["Flags"] else "AVX2" if "avx2" in cpu["Flags"] else "no AVX2"
    return (f"{cpu['Model name'].strip()}, {os.environ['CPUS']} of {os.cpu_count()} processors, {vectors}, "
            f"L2 {cpu['L2 cache'].strip()}, L3 {cpu['L3 cache'].strip()}, {memory:.0f} GB; Linux {platform.release()}")


def versions():
    java = subprocess.run([os.environ["JAVA"].split()[0], "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    names = said(os.environ["PYTHON"], "-c", "import numpy, numba, cv2; "
                 "print('numpy', numpy.__version__ + ', numba', numba.__version__)")
    return f"{java}; {said('gcc', '--version').splitlines()[0]}; {names}; OpenCV {said('pkg-config', '--modversion', 'opencv4')} " \
           "(C++); ImageJ 1.54p"


def variants(times):
    """Returns medians of ours by variant and job."""
    found = {}
    for name, how in VARIANTS.items():
        server = Ours(**how)
        for job in measure.JOBS:
            for stack in job.stacks:
                if job.name in ("mean", "all", "median", "fused") and stack in ("u8", "f32") and times.get((job.name, stack)):
                    ms = measure.measure([server], job, stack)
                    found[name, job.name, stack] = sorted(ms[server.name])[len(ms[server.name]) // 2]
        server.close()
    return found


def said_of(verdict):
    if verdict.figure == "not measured":
        return "open"
    return "kept" if verdict.kept else "**missed**"


def settings():
    """Returns what the caller chose, as it stands before the command."""
    names = ("JOBS", "STACKS", "PEERS", "ROUNDS", "GIGABYTES")
    return "".join(f"{name}={os.environ[name]} " for name in names if name in os.environ)


def table(head, rows):
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows]) + "\n"


def ratio(times, peer):
    return f"{times[peer] / times['tachyscope']:.2f}" if peer in times else ""


def compared(times):
    rows = [[job, shape(stack), f"{found['tachyscope']:.1f}", f"{size(stack) / found['tachyscope'] / 1e6:.1f}",
             f"{found['c']:.1f}" if "c" in found else "", *(ratio(found, peer) for peer in PEERS)]
            for (job, stack), found in times.items() if found]
    return table(["job", "stack", "ours, ms", "GB/s read", "C, ms", *(f"{peer} / ours" for peer in PEERS)], rows)


def write(times, memory, others, grown, started, began):
    promises = [[v.line, v.promise, v.figure, said_of(v)] for v in verdicts(times, grown, started)]
    missing = [f"{job} {stack}" for (job, stack), found in times.items() if not found]
    parts = [
        "# Results\n",
        f"Made by `{settings()}benchmarks/run results` on {time.strftime('%Y-%m-%d')} in {(time.time() - began) / 60:.0f} minutes.\n",
        f"- {machine()}\n- {versions()}\n- commit {said('git', '-C', HERE, 'rev-parse', '--short', 'HEAD')}; {quiet()} at the end\n",
        f"Medians of {measure.ROUNDS}; ours and the peers in turn, in one run, on the same mapped files in the page cache; "
        "each is asked twice in a row, the second time counts. What takes a peer more than a second was asked 3 times, more than "
        "5 s once. Above 1 ours is faster.\n",
        "## What was promised\n",
        table(["line", "promise", "measured", ""], promises),
        "## Ours and peers\n",
        compared(times),
    ]
    if missing:
        parts.append(f"Not there yet: {', '.join(missing)}.\n")
    parts += [
        "Peak memory without the mapped files' pages, over all jobs (results that are stacks included):\n",
        table(["process", "MB"], [[name, f"{peak:.0f}"] for name, peak in memory.items()]),
        "## Ours with less of the machine\n",
        table(["", "job", "stack", "ms", "times as long"],
              [[name, job, shape(stack), f"{ms:.1f}", f"{ms / times[job, stack]['tachyscope']:.2f}"]
               for (name, job, stack), ms in others.items()]),
        "## Larger and larger, with a heap of 256 MB\n",
        table(["job", "GB", "s", "own memory at the peak, MB"],
              [[title, str(gb), f"{s:.2f}", f"{mb:.0f}"] for title, gb, s, mb in grown]),
        "## A command in a fresh process, on a file of 1.07 GB\n",
        table(["command", "ms"], [[name, f"{seconds * 1e3:.0f}"] for name, seconds in started.items()]),
    ]
    with open(FILE, "w") as f:
        f.write("\n".join(parts))


def main():
    began = time.time()
    started = first.measure()
    print("first:", started, flush=True)
    servers = measure.start()
    watches = [Watch(server).__enter__() for server in servers]
    times = {}
    for job, stack, found in measure.everything(servers):
        times[job.name, stack] = found
        print(job.name, stack, {name: round(ms, 1) for name, ms in found.items()}, flush=True)
    memory = {}
    for server, watch in zip(servers, watches):
        watch.__exit__()
        memory[server.name] = watch.peak
        server.close()
    others = variants(times)
    print("variants:", {" ".join(key): round(ms, 1) for key, ms in others.items()}, flush=True)
    grown = list(growth.measure())
    write(times, memory, others, grown, started, began)
    print(open(FILE).read())


if __name__ == "__main__":
    main()
