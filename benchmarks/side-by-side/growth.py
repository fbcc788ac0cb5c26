"""Measures sparse mapped files of 1, 4, 16 and 64 GB with a heap of 256 MB: seconds, and memory without the files' pages."""
import os

from jobs import Job
from servers import Ours, Watch, quiet

GIGABYTES = [int(n) for n in os.environ.get("GIGABYTES", "1,4,16,64").split(",")]
SIDE = 1024
JOBS = {
    "mean and std": Job("growth", "reduce mean | std", ()),
    "mean and std of x − a": Job("growth", "reduce-of subtract:reference=file {data}/a.npy => mean | std", ()),
}


def sparse(gigabytes):
    """Makes a file of zeros that takes no room on the disk."""
    name = f"sparse{gigabytes}"
    path = os.path.join(os.environ["DATA"], name + ".npy")
    frames = gigabytes * (1 << 30) // SIDE**2
    text = f"{{'descr': '|u1', 'fortran_order': False, 'shape': ({frames}, {SIDE}, {SIDE}), }}"
    with open(path, "wb") as f:
        f.write(b"\x93NUMPY\x01\x00" + (118).to_bytes(2, "little") + text.ljust(117).encode() + b"\n")
        f.truncate(128 + frames * SIDE**2)
    return name, path


class Growing(Ours):
    def line(self, job, stack):
        return f"{stack} {job.words.format(data=os.environ['DATA'])}"


def measure():
    """Yields job, gigabytes, seconds, and megabytes of memory of its own at the peak."""
    for title, job in JOBS.items():
        for gigabytes in GIGABYTES:
            name, path = sparse(gigabytes)
            server = Growing(options="-Xmx256m")
            try:
                with Watch(server) as watch:
                    answer = server.ask(job, name)
                if answer:
                    yield title, gigabytes, answer[0] / 1e3, watch.peak
            finally:
                server.close()
                os.remove(path)


def main():
    print(f"sparse mapped files, -Xmx256m; {quiet()}")
    print(f"{'job':24} {'GB':>4} {'s':>8} {'GB/s':>7} {'own memory at the peak, MB':>27}")
    for title, gigabytes, seconds, megabytes in measure():
        print(f"{title:24} {gigabytes:4} {seconds:8.2f} {gigabytes * 1.0737 / seconds:7.1f} {megabytes:27.0f}", flush=True)


if __name__ == "__main__":
    main()
