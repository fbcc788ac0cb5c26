"""Measures the first frame of mapped arrays of 1, 8 and 64 GB in a fresh Java, with its classes archived as the product's are."""
import os
from statistics import median

from growth import sparse
from servers import Server, quiet

ROUNDS = int(os.environ.get("ROUNDS", "7"))
GIGABYTES = [int(n) for n in os.environ.get("GIGABYTES", "1,8,64").split(",")]
PROMISED = 50


def main():
    print(f"first frame of a mapped .npy, since Java called the program; {quiet()}; medians of {ROUNDS}")
    print(f"{'GB':>4} {'ms':>7}        {'own MB':>7} {'with pages of the file':>23}")
    for gigabytes in GIGABYTES:
        _, path = sparse(gigabytes)
        times, own, resident = [], [], []
        for k in range(ROUNDS + 1):
            server = Server("tachyscope", f"{os.environ['JAVA_ARCHIVED']} org.tachyscope.benchmarks.FirstFrame {path}")
            times.append(float(server.process.stdout.readline().split()[0]))  # the very first one has no archive yet
            own.append(server.memory("RssAnon"))
            resident.append(server.memory("VmHWM"))
            server.close()
        os.remove(path)
        ms = median(times[1:])
        print(f"{gigabytes:4} {ms:7.1f} {'kept  ' if ms <= PROMISED else 'missed'} {median(own):7.1f} {median(resident):23.1f}")
    print(quiet())


if __name__ == "__main__":
    main()
