package org.tachyscope.load.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.tachyscope.api.Progress;

/** Goes through all packets of a video once, without decoding any. */
final class Scan {

    /** Packets in a row that can't be read: what is behind isn't there. */
    static final int MANY_FAILURES = 64;

    private final Path path;
    private final Progress progress;
    private final Packets packets = new Packets();
    private String ending = "";
    private boolean cut;
    private boolean early;

    private Scan(Path path, Progress progress) {
        this.path = path;
        this.progress = progress;
    }

    /**
     * Makes the index. Progress counts frames, of as many as the bytes so far let expect.
     *
     * @throws IOException in one sentence, if the file can't be read or holds no video
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    static Index of(Path path, Progress progress) throws IOException {
        progress.step("indexing " + path.getFileName());
        return new Scan(path, progress).run();
    }

    private Index run() throws IOException {
        try (Media media = Media.open(path, progress::cancelled)) {
            long length = Files.size(path);
            each(media, packet -> add(packet, length));
            early = cut || Ending.isEarly(path, media.container());
            if (early && media.container().equals("mpegts") && packets.count() > 0) {
                packets.mark(packets.count() - 1, Packets.LOST); // where its frame ends, nothing tells
            }
            if (IntStream.range(0, packets.count()).noneMatch(packets::shown)) {
                throw new IOException(
                        path + " holds no complete frame of video" + (ending.isEmpty() ? "" : " (" + ending + ")"));
            }
            boolean untimed =
                    IntStream.range(0, packets.count()).anyMatch(packet -> packets.time(packet) == Ffmpeg.NO_TIME);
            if (untimed) {
                reorder();
            }
            return new Index(packets, Media.seconds(media.stream().time_base()), facts(media));
        }
    }

    private Index.Facts facts(Media media) {
        long declared = media.stream().nb_frames();
        if (ending.isEmpty() && early) {
            ending = "it ends too early";
        }
        return new Index.Facts(
                declared,
                media.declaredSeconds(),
                media.declaredRate(),
                ending,
                media.codec().video_delay());
    }

    /** Reads once more, this time with a look at the headers of pictures. */
    private void reorder() throws IOException {
        try (Media media = Media.open(path, progress::cancelled);
                Reordering reordering = new Reordering(media)) {
            each(media, reordering::see);
            reordering.giveTimes(packets);
        }
    }

    private void each(Media media, Consumer<AVPacket> taker) throws IOException {
        long length = Files.size(path);
        long done = 0;
        int failures = 0;
        while (failures < MANY_FAILURES) {
            int result = media.read();
            progress.checkCancelled();
            if (result == avutil.AVERROR_EOF) {
                return;
            }
            if (result == Media.OK) {
                taker.accept(media.packet());
                done++;
                double part = Math.clamp((media.packet().pos() + media.packet().size()) / (double) length, 1e-6, 1);
                progress.worked(done, Math.max(done, Math.round(done / part)));
                failures = 0;
            } else {
                failures++;
                ending = Ffmpeg.reason(result);
            }
        }
    }

    private void add(AVPacket packet, long length) {
        int flags = 0;
        if ((packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0) {
            flags |= Packets.KEY;
        }
        if ((packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0) {
            flags |= Packets.HIDDEN;
        }
        if ((packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0 && packet.pos() + packet.size() >= length) {
            flags |= Packets.LOST;
            cut = true;
        }
        packets.add(packet.pts(), packet.pos(), packet.size(), flags);
    }
}
