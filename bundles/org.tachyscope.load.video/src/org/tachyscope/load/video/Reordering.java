package org.tachyscope.load.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Finds the presentation times of packets that carry none, such as those of videos with B-frames in AVI: sorts them as their
 * headers say, and hands out the times of decoding in that order.
 *
 * <p>H.264 and H.265 count pictures in the order of presentation (section 8.2.1 of H.264, 8.3.1 of H.265); the count starts
 * anew at pictures that refresh the decoder. In other codecs a picture that others refer to is presented when the next such
 * picture is decoded, and one that none refers to at once.
 */
final class Reordering implements AutoCloseable {

    private static final int COMPLETE_PACKETS = 1;

    private final AVCodecContext codec;
    private final AVCodecParserContext parser;
    private final PointerPointer<BytePointer> out = new PointerPointer<>(1);
    private final IntPointer outSize = new IntPointer(1);
    private final boolean counts;
    private final List<Picture> pictures = new ArrayList<>();

    /** Reads the headers of a video's packets. */
    Reordering(Media media) {
        int id = media.codec().codec_id();
        codec = avcodec.avcodec_alloc_context3((AVCodec) null);
        avcodec.avcodec_parameters_to_context(codec, media.codec());
        parser = avcodec.av_parser_init(id);
        counts = parser != null && (id == avcodec.AV_CODEC_ID_H264 || id == avcodec.AV_CODEC_ID_HEVC);
        if (parser != null) {
            parser.flags(parser.flags() | COMPLETE_PACKETS);
        }
    }

    /**
     * Says what the header of a picture tells.
     *
     * @param count its number in the order of presentation, in H.264 and H.265
     * @param refreshes whether counting starts anew
     * @param referred whether other pictures refer to it
     * @param decoded when it is decoded
     */
    private record Picture(int count, boolean refreshes, boolean referred, long decoded) {}

    /** Says where a picture belongs in the order of presentation. */
    private record Rank(int packet, int sequence, int count) {}

    /** Looks at the next packet of the video. */
    void see(AVPacket packet) {
        long decoded = packet.dts() == Ffmpeg.NO_TIME ? pictures.size() : packet.dts();
        if (parser == null) {
            pictures.add(new Picture(0, false, true, decoded));
            return;
        }
        avcodec.av_parser_parse2(
                parser, codec, out, outSize, packet.data(), packet.size(), packet.pts(), packet.dts(), packet.pos());
        int count = parser.output_picture_number();
        boolean referred = parser.pict_type() != avutil.AV_PICTURE_TYPE_B;
        pictures.add(new Picture(count, count == 0 && parser.key_frame() == 1, referred, decoded));
    }

    /** Gives the packets that were seen their times. */
    void giveTimes(Packets packets) {
        List<Rank> presented = new ArrayList<>(counts ? counted() : delayed());
        presented.sort(Comparator.comparingInt(Rank::sequence)
                .thenComparingInt(Rank::count)
                .thenComparingInt(Rank::packet));
        long[] times = pictures.stream().mapToLong(Picture::decoded).sorted().toArray();
        IntStream.range(0, Math.min(times.length, packets.count()))
                .forEach(i -> packets.setTime(presented.get(i).packet(), times[i]));
    }

    private List<Rank> counted() {
        List<Rank> ranks = new ArrayList<>();
        int sequence = 0;
        for (Picture picture : pictures) {
            sequence += picture.refreshes() ? 1 : 0;
            ranks.add(new Rank(ranks.size(), sequence, picture.count()));
        }
        return ranks;
    }

    private List<Rank> delayed() {
        List<Rank> ranks = new ArrayList<>();
        int nextReferred = pictures.size();
        for (int i = pictures.size() - 1; i >= 0; i--) {
            boolean referred = pictures.get(i).referred();
            ranks.add(new Rank(i, 0, referred ? nextReferred : i));
            nextReferred = referred ? i : nextReferred;
        }
        return ranks;
    }

    @Override
    public void close() {
        if (parser != null) {
            avcodec.av_parser_close(parser);
        }
        avcodec.avcodec_free_context(codec);
        out.close();
        outSize.close();
    }
}
