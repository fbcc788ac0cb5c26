"""Prints times and peak memory of reading videos: ours, and ffmpeg writing to a file. H.264, 1080p, groups of 60 with B-frames."""
import os
import subprocess
import tempfile
import time
from statistics import median

from servers import Server, quiet

ROUNDS = int(os.environ.get("ROUNDS", "5"))
DATA, CPUS = os.environ["DATA"], os.environ["CPUS"]
FRAMES, GROUP, WIDTH, HEIGHT = 600, 60, 1920, 1080
PIXELS = FRAMES * WIDTH * HEIGHT / (1 << 20)
ALLOWED = 64  # megabytes beside the destination and the heap
FOLDER = os.path.join(DATA, "video")
SHORT, LONG, TINY = (os.path.join(FOLDER, name) for name in ("short.mp4", "long.mp4", "tiny.mp4"))


def make():
    """Makes 20 seconds of moving shapes with some noise, and ten minutes of that."""
    os.makedirs(FOLDER, exist_ok=True)
    picture = f"testsrc2=s={WIDTH}x{HEIGHT}:r=30,noise=alls=8:allf=t"
    encoder = f"-pix_fmt yuv420p -c:v libx264 -preset veryfast -g {GROUP} -bf 2 -b:v 8M".split()
    for file, words in (
        (SHORT, ["-f", "lavfi", "-i", picture, "-frames:v", str(FRAMES), *encoder]),
        (LONG, ["-stream_loop", "29", "-i", SHORT, "-c", "copy"]),
        (TINY, ["-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "2", *encoder]),
    ):
        if not os.path.exists(file):
            part = file + ".part.mp4"
            subprocess.run(["ffmpeg", "-v", "error", "-y", *words, part], check=True)
            os.rename(part, file)


def ours(file, cache):
    return Server("tachyscope", f"{os.environ['JAVA']} org.tachyscope.benchmarks.Video {file} {CPUS}", TACHYSCOPE_CACHE=cache)


def ffmpeg(options):
    """Returns milliseconds from start to end of a process, and megabytes of its peak."""
    out = os.path.join(FOLDER, "out.raw")
    start = time.perf_counter()
    process = subprocess.Popen(
        ["ffmpeg", "-v", "error", "-y", "-threads", CPUS, "-i", SHORT, *options.split(), "-f", "rawvideo", out])
    _, status, usage = os.wait4(process.pid, 0)
    took = (time.perf_counter() - start) * 1000
    if status or os.path.getsize(out) != FRAMES * WIDTH * HEIGHT:
        raise SystemExit("ffmpeg failed")
    os.remove(out)
    return took, usage.ru_maxrss / 1024


def kept(good):
    return "kept" if good else "missed"


make()
cache = tempfile.mkdtemp(dir=FOLDER)
server = ours(SHORT, cache)
peers = {"ffmpeg, gray": "-pix_fmt gray", "ffmpeg, luma": "-vf extractplanes=y"}
times = {"tachyscope": [], **{name: [] for name in peers}}
peaks = {}
print(f"{FRAMES} frames of {WIDTH} × {HEIGHT} to {PIXELS:.0f} MB of gray, {CPUS} threads: ours to memory, from opening on; ffmpeg"
      f" to a file in the page cache; {quiet()}; {ROUNDS} rounds")
for k in range(ROUNDS + 1):
    times["tachyscope"].append(server.ask("decode")[0])
    if k == 0:
        peaks["tachyscope"] = server.memory("VmHWM")
        heap = server.ask("heap")[0]
    for name, options in peers.items():
        ms, peaks[name] = ffmpeg(options)
        times[name].append(ms)
middle = {name: median(all_[1:]) for name, all_ in times.items()}
print(f"{'':14} {'first ms':>9} {'median ms':>10} {'ours / it':>10} {'peak MB':>8}")
for name, all_ in times.items():
    print(f"{name:14} {all_[0]:9.0f} {middle[name]:10.0f} {middle['tachyscope'] / middle[name]:10.2f} {peaks[name]:8.0f}")
print(f"≤ 1.0 × ffmpeg to gray: {kept(middle['tachyscope'] <= middle['ffmpeg, gray'])}")
beside = peaks["tachyscope"] - PIXELS - heap
print(f"ours after one: peak {peaks['tachyscope']:.0f} MB = {PIXELS:.0f} destination + {heap:.0f} heap + {beside:.0f} beside, Java and"
      f" FFmpeg's libraries among them; {ALLOWED} were promised: {kept(beside <= ALLOWED)}")

idle = ours(TINY, cache)
idle.ask("decode")
heap = idle.ask("heap")[0]
peak = idle.memory("VmHWM")
idle.close()
print(f"a Java that has decoded two tiny frames: peak {peak:.0f} MB = {heap:.0f} heap + {peak - heap:.0f} of Java itself and"
      " FFmpeg's libraries")

each = median(server.ask("random 200")[0] / 200 for _ in range(min(ROUNDS, 3)))
group = middle["tachyscope"] / FRAMES * GROUP
print(f"200 frames at random: {each:.0f} ms each, {each / group:.2f} × the time of decoding a group of {GROUP} in order;"
      f" ≤ 2: {kept(each <= 2 * group)}")
server.close()

fresh, again = [], []
for _ in range(ROUNDS):
    empty = tempfile.mkdtemp(dir=FOLDER)
    server = ours(LONG, empty)
    fresh.append(server.ask("index")[0])
    again.append(server.ask("index")[0])
    server.close()
print(f"index of ten minutes, {os.path.getsize(LONG) / 1e6:.0f} MB: {median(fresh):.0f} ms in a fresh process, FFmpeg's libraries"
      f" loaded in them; {median(again):.0f} ms from the cache; ≤ 1000: {kept(median(fresh) <= 1000)}")
subprocess.run(f"rm -r '{FOLDER}'/tmp*", shell=True, check=False)
print(quiet())
