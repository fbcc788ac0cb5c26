package org.tachyscope.load.video;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Decodes the frames of a video forward from a packet. Belongs to one thread at a time; FFmpeg's own threads work beside it.
 *
 * <p>Each packet goes to the decoder with the number of its frame in place of its time, and the decoder hands that on with the
 * picture. So a picture says itself which frame it is, whatever the times in the file are.
 */
final class Decoder implements AutoCloseable {

    private static final int MANY_FAILURES = 1000;

    /**
     * Threads share a frame, or take one each. Those of H.265 share: FFmpeg 8.0's threads that take one each can wait for each
     * other for ever when a stream is damaged.
     */
    private static final int SLICES = AVCodecContext.FF_THREAD_SLICE;

    private static final int FRAMES = AVCodecContext.FF_THREAD_FRAME;

    private final Source source;
    private final BooleanSupplier stop;
    private final AVFrame frame = avutil.av_frame_alloc();
    private Media media;
    private AVCodecContext codec;
    private int next;
    private long sent;
    private boolean read;
    private boolean closed;
    private boolean trusted = true;
    private boolean fromStart = true;
    private int unwanted;
    private String failure = "";

    /**
     * Opens a decoder at the first packet.
     *
     * @throws IOException in one sentence that names the file and the reason
     */
    Decoder(Source source, BooleanSupplier stop) throws IOException {
        this.source = source;
        this.stop = stop;
        media = Media.again(source, stop);
        try {
            codec = codec();
        } catch (IOException | RuntimeException e) {
            media.close();
            avutil.av_frame_free(frame);
            throw e;
        }
    }

    private AVCodecContext codec() throws IOException {
        int id = media.codec().codec_id();
        AVCodec found = avcodec.avcodec_find_decoder(id);
        if (found == null) {
            throw new IOException(source.path() + " holds " + Ffmpeg.text(avcodec.avcodec_get_name(id))
                    + " video, for which this FFmpeg has no decoder");
        }
        AVCodecContext made = avcodec.avcodec_alloc_context3(found);
        avcodec.avcodec_parameters_to_context(made, media.codec());
        made.pkt_timebase(media.stream().time_base());
        made.thread_count(source.threads());
        made.thread_type(id == avcodec.AV_CODEC_ID_HEVC ? SLICES : FRAMES | SLICES);
        int result = avcodec.avcodec_open2(made, found, (AVDictionary) null);
        if (result < 0) {
            avcodec.avcodec_free_context(made);
            throw new IOException(source.path() + " can't be decoded: " + Ffmpeg.reason(result));
        }
        return made;
    }

    /** Returns the packet that goes to the decoder next. */
    int next() {
        return next;
    }

    /** Returns the number of packets that were given to the decoder so far. */
    long sent() {
        return sent;
    }

    /** Returns why the decoder refused a packet lately, or an empty text. */
    String failure() {
        return failure;
    }

    /**
     * Goes to a packet, or to one before it.
     *
     * @throws IOException if the file can't be opened any more
     */
    void seek(int packet) throws IOException {
        avcodec.avcodec_flush_buffers(codec);
        next = 0; // until it is known where this lands: whoever goes on must seek
        read = false;
        failure = "";
        if (!trusted || !lands(packet)) {
            rewind();
        }
    }

    /** Tries the packet's own time first, then those of key packets before it. */
    private boolean lands(int packet) {
        int tries = 0;
        for (int target = packet; tries < 4; target = source.index().startBefore(target), tries++) {
            if (media.seek(source.index().packets().time(target)) && media.read() == Media.OK) {
                int found = media.packet().pos() < 0 ? -1 : found(packet);
                if (found >= 0 && found <= packet) {
                    next = found;
                    read = true;
                    fromStart = false;
                    return true;
                }
            }
            if (target == 0) {
                return false;
            }
        }
        return false;
    }

    /** Returns which packet this is that was read, or a negative number. */
    private int found(int expected) {
        Packets packets = source.index().packets();
        for (int i = expected; i >= 0; i--) {
            if (is(packets, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean is(Packets packets, int number) {
        AVPacket packet = media.packet();
        return packet.size() == packets.size(number) && packet.pos() == packets.place(number);
    }

    /** Opens the file anew, where the first packet is certain to be the first. */
    private void rewind() throws IOException {
        Media anew = Media.again(source, stop);
        media.close();
        media = anew;
        next = 0;
        read = false;
        fromStart = true;
    }

    /**
     * Decodes the next frame that is shown.
     *
     * @return its number and picture, which stays valid until the next call; nothing at the end of the video
     * @throws IOException if the file changed, or reading stopped
     */
    Optional<Picture> decode() throws IOException {
        int failures = 0;
        while (failures < MANY_FAILURES && !stop.getAsBoolean()) {
            int result = avcodec.avcodec_receive_frame(codec, frame);
            if (result == Media.OK) {
                if (frame.pts() >= 0 && frame.pts() < source.index().frames()) {
                    return Optional.of(new Picture((int) frame.pts(), frame));
                }
            } else if (result == avutil.AVERROR_EOF) {
                return Optional.empty();
            } else if (result == avutil.AVERROR_EAGAIN()) {
                feed();
            } else {
                failure = Ffmpeg.reason(result);
                failures++;
            }
        }
        return Optional.empty();
    }

    /**
     * Decodes the first packet alone, if it is the first frame, without waiting for those that follow. What comes next must be
     * a seek.
     */
    Optional<Picture> decodeAlone() throws IOException {
        if (source.index().frameOf(0) != 0) {
            return Optional.empty();
        }
        feed();
        avcodec.avcodec_send_packet(codec, (AVPacket) null);
        return decode();
    }

    /** Shows a decoded picture. */
    record Picture(int number, AVFrame pixels) {}

    private void feed() throws IOException {
        while (next < source.index().packets().count()) {
            if (!read && !advance()) {
                break;
            }
            read = false;
            if (!is(source.index().packets(), next)) {
                startOver();
                continue;
            }
            int number = next++;
            if (!source.index().packets().is(number, Packets.LOST)) {
                send(media.packet(), number);
                return;
            }
        }
        avcodec.avcodec_send_packet(codec, (AVPacket) null);
    }

    /** Says which frames nobody will want: pictures of them that no other refers to aren't decoded. */
    void skipBefore(int frame) {
        unwanted = frame;
    }

    /** Gives up seeking in this file, whose packets come in other pieces after a jump. */
    private void startOver() throws IOException {
        if (fromStart) {
            throw new IOException(source.path() + " has changed since it was looked at");
        }
        trusted = false;
        seek(0);
    }

    private boolean advance() throws IOException {
        int failures = 0;
        int result = media.read();
        while (result != Media.OK && result != avutil.AVERROR_EOF && failures < Scan.MANY_FAILURES) {
            if (stop.getAsBoolean()) {
                throw new IOException(source.path() + " is closed");
            }
            failures++;
            result = media.read();
        }
        return result == Media.OK;
    }

    private void send(AVPacket packet, int number) {
        packet.pts(source.index().frameOf(number));
        packet.dts(Ffmpeg.NO_TIME);
        codec.skip_frame(packet.pts() < unwanted ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT);
        sent++;
        int result = avcodec.avcodec_send_packet(codec, packet);
        if (result < 0) {
            failure = Ffmpeg.reason(result);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(codec);
        media.close();
    }
}
