"""Starts peers, gives them jobs in turn, and reads how much memory they took."""
import os
import shlex
import subprocess
import threading

import jobs

HERE = os.path.dirname(os.path.abspath(__file__))


class Server:
    """A process that answers a line `JOB STACK` with milliseconds and a checksum, or `- -`."""

    def __init__(self, name, command, **environment):
        self.name = name
        self.process = subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, **environment}
        )

    def ask(self, job, stack=""):
        """Returns milliseconds and a checksum, or nothing if the peer can't do this job."""
        self.process.stdin.write(self.line(job, stack) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if not answer:
            raise SystemExit(f"{self.name} died at: {job} {stack}")
        return None if answer[0] == "-" else (float(answer[0]), float(answer[1]))

    def line(self, job, stack):
        return f"{job.name} {stack}" if isinstance(job, jobs.Job) else job

    def memory(self, field):
        """Returns megabytes of a field of /proc/PID/status, such as VmHWM."""
        with open(f"/proc/{self.process.pid}/status") as f:
            for line in f:
                if line.startswith(field + ":"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Ours(Server):
    """Tachyscope's own server, which is told what to do in words of its command line."""

    def __init__(self, name="tachyscope", java="JAVA", options=""):
        command = f"{os.environ[java]} {options} org.tachyscope.benchmarks.Serve {os.environ['DATA']} {os.environ['CPUS']}"
        super().__init__(name, command)

    def line(self, job, stack):
        return f"{stack} {jobs.words(job, stack, os.environ['DATA'])}"


class Watch:
    """Keeps the greatest of a server's memory while it works, as the system keeps no peak of memory without mapped files."""

    def __init__(self, server, field="RssAnon"):
        self.server, self.field, self.peak = server, field, 0
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.look)

    def look(self):
        while not self.done.wait(0.05):
            self.peak = max(self.peak, self.server.memory(self.field))

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.thread.join()


def python(name):
    return Server(name, f"{os.environ['PYTHON']} {HERE}/peer_{name.split('-')[0]}.py {name}", NUMBA_NUM_THREADS=os.environ["CPUS"])


PEERS = {
    "c": lambda: Server("c", os.environ["C_PEER"]),
    "numpy": lambda: python("numpy"),
    "numba": lambda: python("numba"),
    "numba-tiled": lambda: python("numba-tiled"),
    "opencv": lambda: Server("opencv", os.environ["OPENCV_PEER"]),
    "imagej": lambda: Server("imagej", f"{os.environ['IMAGEJ']} {os.environ['DATA']}"),
}


def quiet():
    return f"load average {os.getloadavg()[0]:.1f} on {os.environ['CPUS']} processors"
