"""Prints the times of reductions of mapped stacks in a warm page cache: ours, numpy, numba; alternating, in one run."""
import os
import time
from statistics import median

from servers import java, python_peer, quiet

ROUNDS = int(os.environ.get("ROUNDS", "15"))
BYTES = {"u8": 400 << 20, "f32": 800 << 20}



def warm(servers, job):
    """Returns the first time of each peer. Gives ours time to compile in the background before anybody is measured."""
    firsts = {s.name: answer[0] for s in servers if (answer := s.ask(job))}
    for _ in range(30):
        time.sleep(0.1)
        servers[0].ask(job)
    return firsts


servers = [java("Reduce", os.environ["DATA"], os.environ["CPUS"]), python_peer("numpy"), python_peer("numba"),
           python_peer("numba-tiled")]
print(f"reductions of (400,1024,1024) U8 and (200,1024,1024) F32, mapped; {quiet()}; median and best of {ROUNDS} rounds")
print(f"{'job':9} {'peer':12} {'first ms':>9} {'median ms':>10} {'best ms':>9} {'GB/s':>6}  times ours")
for kind in os.environ.get("STACKS", "u8,f32").split(","):
    for what in os.environ.get("JOBS", "mean,std,min,max,all").split(","):
        times = {s.name: [] for s in servers}
        sums = {}
        firsts = warm(servers, f"{what} {kind}")
        for _ in range(ROUNDS):
            for s in servers:
                if s.name in times:
                    answer = s.ask(f"{what} {kind}")
                    if answer is None:
                        del times[s.name]
                    else:
                        times[s.name].append(answer[0])
                        sums[s.name] = answer[1]
                        if s.name.startswith("numba") and answer[0] > 1000 and len(times[s.name]) > 4:
                            times[s.name] = times[s.name][:5]
        ours = median(times["tachyscope"])
        for name, ms in times.items():
            middle = median(ms)
            print(f"{what + ' ' + kind:9} {name:12} {firsts[name]:9.1f} {middle:10.2f} {min(ms):9.2f} "
                  f"{BYTES[kind] / middle / 1e6:6.1f}  {middle / ours:5.1f}", flush=True)
            if abs(sums[name] - sums["numpy"]) > 1e-4 * abs(sums["numpy"]):
                raise SystemExit(f"{name} and numpy disagree: {sums[name]} and {sums['numpy']}")
print("peak memory, with the pages of the mapped files (VmHWM) and without, at the end (RssAnon), MB:")
for s in servers:
    print(f"  {s.name:12} {s.memory('VmHWM'):8.0f} {s.memory('RssAnon'):8.0f}")
    s.close()
print(quiet())
