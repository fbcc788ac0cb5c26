package org.tachyscope.load.video;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Recognises the file formats that hold videos. */
enum Container {
    /** MP4, QuickTime and their relatives. */
    MP4("mov,mp4,m4a,3gp,3g2,mj2", "mp4", "m4v", "mov", "qt", "3gp", "3g2", "mj2") {
        @Override
        boolean starts(IntUnaryOperator head) {
            return ATOMS.contains(text(head, 4)) && !PICTURES.contains(text(head, 8));
        }
    },
    /** Matroska and WebM. */
    MATROSKA("matroska,webm", "mkv", "webm", "mk3d") {
        @Override
        boolean starts(IntUnaryOperator head) {
            return bytes(head, 0x1A, 0x45, 0xDF, 0xA3);
        }
    },
    /** Microsoft's and OpenDML's AVI. */
    AVI("avi", "avi") {
        @Override
        boolean starts(IntUnaryOperator head) {
            return text(head, 0).equals("RIFF") && text(head, 8).startsWith("AVI");
        }
    },
    /** GIF, animated or not. */
    GIF("gif", "gif") {
        @Override
        boolean starts(IntUnaryOperator head) {
            return text(head, 0).equals("GIF8");
        }
    },
    /** Formats that only their names announce. */
    OTHER(
            "mpegts,mpeg,mpegvideo,flv,asf,ogg,ivf,nut,mxf,yuv4mpegpipe,h264,hevc,m4v,mjpeg,dv,av1,obu,apng",
            "ts",
            "m2ts",
            "mts",
            "mpg",
            "mpeg",
            "vob",
            "flv",
            "wmv",
            "asf",
            "ogv",
            "ivf",
            "nut",
            "mxf",
            "y4m",
            "h264",
            "264",
            "h265",
            "hevc",
            "265",
            "mjpeg",
            "mjpg",
            "dv",
            "obu") {
        @Override
        boolean starts(IntUnaryOperator head) {
            return false;
        }
    };

    private static final Set<String> ATOMS = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

    /** Still pictures and sound in the container of MP4. */
    private static final Set<String> PICTURES =
            Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis", "M4A ", "M4B ", "crx ", "jxl ");

    private final String demuxers;
    private final List<String> extensions;

    Container(String demuxers, String... extensions) {
        this.demuxers = demuxers;
        this.extensions = List.of(extensions);
    }

    /** Tells whether a file starts like this format. */
    abstract boolean starts(IntUnaryOperator head);

    /** Recognises a format by its first bytes, each 0 … 255, or -1 behind the last one. */
    static Optional<Container> of(IntUnaryOperator head) {
        return Arrays.stream(values()).filter(format -> format.starts(head)).findFirst();
    }

    /** Tells whether a file is named like a video. */
    static boolean named(String extension) {
        return Arrays.stream(values()).anyMatch(format -> format.extensions.contains(extension));
    }

    /** Names all demuxers that may open a file: none of those that would open other files or addresses named in it. */
    static String allowed() {
        return String.join(
                ",", Arrays.stream(values()).map(format -> format.demuxers).toList());
    }

    private static boolean bytes(IntUnaryOperator head, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (head.applyAsInt(i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(IntUnaryOperator head, int from) {
        StringBuilder four = new StringBuilder();
        for (int i = from; i < from + 4 && head.applyAsInt(i) >= 0; i++) {
            four.append((char) head.applyAsInt(i));
        }
        return four.toString();
    }
}
