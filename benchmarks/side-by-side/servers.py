"""Starts peers, gives them jobs in turn, and reads how much memory they took."""
import os
import shlex
import subprocess


class Server:
    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def ask(self, job):
        """Returns milliseconds and a checksum, or nothing if the peer can't do this job."""
        self.process.stdin.write(job + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if not answer:
            raise SystemExit(f"{self.name} died at: {job}")
        return None if answer[0] == "-" else (float(answer[0]), float(answer[1]))

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


def python_peer(name):
    return Server(name, f"{os.environ['PYTHON']} {os.path.dirname(os.path.abspath(__file__))}/peer.py {name}")


def java(main, *arguments):
    return Server("tachyscope", f"{os.environ['JAVA']} org.tachyscope.benchmarks.{main} {' '.join(arguments)}")


def quiet():
    return f"load average {os.getloadavg()[0]:.1f} on {os.environ['CPUS']} processors"
