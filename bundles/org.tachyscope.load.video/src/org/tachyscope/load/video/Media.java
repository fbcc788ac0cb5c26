package org.tachyscope.load.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Reads the packets of a file's video, in the order in which they are decoded. Belongs to one thread at a time. */
final class Media implements AutoCloseable {

    /** Says that a result is none of an error. */
    static final int OK = 0;

    private static final int ATTACHED_PICTURE = 1 << 10;

    /** FFmpeg's names of file formats whose header lists all streams. */
    private static final Set<String> TELLING = Set.of("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm");

    private final Path path;
    private final Input input;
    private final AVFormatContext format;
    private final AVPacket packet;
    private final AVStream stream;
    private boolean closed;

    private Media(Path path, Input input, AVFormatContext format, Opening opening) throws IOException {
        this.path = path;
        this.input = input;
        this.format = format;
        this.stream = video(opening);
        this.packet = avcodec.av_packet_alloc();
    }

    /**
     * Opens a video of which everything is known that only a look at its pictures tells.
     *
     * @throws IOException in one sentence that names the file and the reason
     */
    static Media again(Source source, BooleanSupplier stop) throws IOException {
        Media media = open(source.path(), Opening.KNOWN, stop);
        media.codec().video_delay(source.index().facts().delay());
        return media;
    }

    /** Tells how much is known of a video. */
    private enum Opening {
        /** Some pictures are decoded to find out. */
        UNKNOWN,
        /** The header is enough, in file formats where it says everything else. */
        KNOWN
    }

    /**
     * Opens a video.
     *
     * @param stop is asked often; reading fails once it says yes
     * @throws IOException in one sentence that names the file and the reason
     */
    static Media open(Path path, BooleanSupplier stop) throws IOException {
        return open(path, Opening.UNKNOWN, stop);
    }

    private static Media open(Path path, Opening opening, BooleanSupplier stop) throws IOException {
        Ffmpeg.load();
        Input input = new Input(path, stop);
        AVFormatContext format = avformat.avformat_alloc_context();
        format.pb(input.get());
        try (BytePointer allowed = new BytePointer(Container.allowed())) {
            format.format_whitelist(avutil.av_strdup(allowed));
        }
        int result = avformat.avformat_open_input(format, "", null, (AVDictionary) null);
        if (result < 0) {
            input.close();
            throw new IOException(path + " can't be read as a video: " + Ffmpeg.reason(result));
        }
        try {
            return new Media(path, input, format, opening);
        } catch (IOException | RuntimeException e) {
            avformat.avformat_close_input(format);
            input.close();
            throw e;
        }
    }

    private AVStream video(Opening opening) throws IOException {
        boolean enough = opening == Opening.KNOWN && TELLING.contains(container());
        int result = enough ? OK : avformat.avformat_find_stream_info(format, (AVDictionary) null);
        int best = avformat.av_find_best_stream(format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (best < 0 || (format.streams(best).disposition() & ATTACHED_PICTURE) != 0) {
            throw new IOException(path + " holds no video" + (result < 0 ? ": " + Ffmpeg.reason(result) : ""));
        }
        for (int i = 0; i < format.nb_streams(); i++) {
            format.streams(i).discard(i == best ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
        return format.streams(best);
    }

    /** Returns the video's stream. */
    AVStream stream() {
        return stream;
    }

    /** Returns what the decoder must know. */
    AVCodecParameters codec() {
        return stream.codecpar();
    }

    /** Returns the name of the file format. */
    String container() {
        return Ffmpeg.text(format.iformat().name());
    }

    /** Returns the length that the header declares in seconds, 0 if it doesn't. */
    double declaredSeconds() {
        long ofStream = stream.duration();
        if (ofStream != Ffmpeg.NO_TIME && ofStream > 0) {
            return ofStream * seconds(stream.time_base());
        }
        return format.duration() == Ffmpeg.NO_TIME ? 0 : Math.max(0, format.duration() / 1e6);
    }

    /** Returns the rate that the header declares in frames a second, 0 if it doesn't. */
    double declaredRate() {
        AVRational rate = stream.avg_frame_rate();
        return rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
    }

    /** Returns the seconds of one tick. */
    static double seconds(AVRational base) {
        return (double) base.num() / base.den();
    }

    /**
     * Reads the next packet of the video.
     *
     * @return {@link #OK}, or FFmpeg's error
     */
    int read() {
        checkOpen();
        while (true) {
            avcodec.av_packet_unref(packet);
            int result = avformat.av_read_frame(format, packet);
            if (result < 0 || packet.stream_index() == stream.index()) {
                return Math.min(result, OK);
            }
        }
    }

    /** Returns the packet that was read last. */
    AVPacket packet() {
        return packet;
    }

    /** Goes to a place at or before a time, as well as the file format can. Tells whether it worked. */
    boolean seek(long time) {
        checkOpen();
        return avformat.av_seek_frame(format, stream.index(), time, avformat.AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /** FFmpeg would tear Java down if it were asked. */
    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(path + " is closed");
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(format);
        input.close();
    }
}
