"""Measures jobs: ours and peers alternate in one run on the same mapped files."""
import os
import sys
import time
from statistics import median

from jobs import JOBS, shape, size
from servers import PEERS, Ours, quiet

ROUNDS = int(os.environ.get("ROUNDS", "7"))
SLOW, VERY_SLOW = 1000, 5000  # milliseconds from which on a peer is asked 3 times, or once
JAVA_COMPILES = 6, 20  # seconds that ours is given for it at least and at most, before anybody is measured


def chosen(variable, all_of):
    return os.environ.get(variable, ",".join(all_of)).split(",")


def start():
    wanted = [name for name in chosen("PEERS", PEERS) if name and (name != "imagej" or "IMAGEJ" in os.environ)]
    return [Ours()] + [PEERS[name]() for name in wanted]


def rounds(peer, first):
    """Tells how often to ask again. Ours was slow at first because Java hadn't compiled it."""
    if isinstance(peer, Ours):
        return ROUNDS
    return 0 if first > VERY_SLOW else min(3, ROUNDS) if first > SLOW else ROUNDS


def measure(servers, job, stack):
    """Returns milliseconds of every round by peer, those aside that don't have the job. All must agree in their result."""
    firsts = {s: answer for s in servers if (answer := s.ask(job, stack))}
    ours = servers[0]
    if ours not in firsts:
        return {}
    warm(ours, job, stack)
    agree(job, stack, {s.name: answer[1] for s, answer in firsts.items()})
    times = {s: [] for s in firsts}
    for k in range(ROUNDS):
        for s, ms in times.items():
            if k < rounds(s, firsts[s][0]):
                ms.append(settled(s, job, stack)[0])
    return {s.name: ms or [firsts[s][0]] for s, ms in times.items()}


def settled(server, job, stack):
    """Asks twice, unless that takes long: the first time still has threads and memory of whoever was before to cope with."""
    answer = server.ask(job, stack)
    return answer if answer[0] > SLOW else server.ask(job, stack)


def warm(ours, job, stack):
    """Asks until Java has compiled the loops: for a while, and until it is as fast as it was at best."""
    least, most = JAVA_COMPILES
    start, best = time.time(), float("inf")
    while True:
        ms, _ = ours.ask(job, stack)
        best = min(best, ms)
        took = time.time() - start
        if took > most or (took > least and ms <= 1.1 * best):
            return
        time.sleep(0.02)  # its compiler works in the background


def agree(job, stack, sums):
    for name, value in sums.items():
        if abs(value - sums["tachyscope"]) > 1e-4 * abs(sums["tachyscope"]):
            # known: ImageJ's median of an even number of U8 frames isn't the mean of the middle two
            print(f"{job.name} {stack}: {name} and ours disagree: {value} and {sums['tachyscope']}", file=sys.stderr)


def everything(servers):
    """Yields job, stack and medians by peer."""
    for job in JOBS:
        for stack in job.stacks:
            if job.name in chosen("JOBS", [j.name for j in JOBS]) and stack in chosen("STACKS", job.stacks):
                yield job, stack, {name: median(ms) for name, ms in measure(servers, job, stack).items()}


def main():
    servers = start()
    print(f"{quiet()}; medians of {ROUNDS} rounds, ours and peers in turn, on the same mapped files")
    print(f"{'job':12} {'stack':22} {'peer':12} {'ms':>9} {'GB/s':>6}  times ours")
    for job, stack, times in everything(servers):
        for name, ms in times.items():
            print(f"{job.name:12} {shape(stack):22} {name:12} {ms:9.2f} {size(stack) / ms / 1e6:6.1f}  "
                  f"{ms / times['tachyscope']:6.2f}", flush=True)
        if not times:
            print(f"{job.name:12} {shape(stack):22} ours doesn't have it", flush=True)
    print("peak memory, with the pages of the mapped files (VmHWM) and without, at the end (RssAnon), MB:")
    for s in servers:
        print(f"  {s.name:12} {s.memory('VmHWM'):8.0f} {s.memory('RssAnon'):8.0f}")
        s.close()
    print(quiet())
