package org.tachyscope.load.video;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Says which packet becomes which frame: frame N is the N-th in the order of presentation times, whatever the order of
 * decoding, the rate, the first time or the count in the header.
 *
 * <pre>
 *   packets   I0  P4  B2  B1  B3  P8 …      in the order of decoding, each with its time
 *   frames     0   4   2   1   3   8        frameOf(packet)
 * </pre>
 *
 * <p>Immutable and safe for any thread.
 */
final class Index {

    /** Says that a packet becomes no frame. */
    static final int NONE = -1;

    private final Packets packets;
    private final double tick;
    private final Facts facts;
    private final int[] packetOf;
    private final int[] frameOf;
    private final int[] keys;

    /**
     * Sorts the packets, which must not change any more.
     *
     * @param tick seconds of the unit of their times
     */
    Index(Packets packets, double tick, Facts facts) {
        this.packets = packets;
        this.tick = tick;
        this.facts = facts;
        packetOf = IntStream.range(0, packets.count())
                .filter(packets::shown)
                .boxed()
                .sorted(Comparator.comparingLong(packets::time))
                .mapToInt(Integer::intValue)
                .toArray();
        frameOf = new int[packets.count()];
        Arrays.fill(frameOf, NONE);
        for (int frame = 0; frame < packetOf.length; frame++) {
            frameOf[packetOf[frame]] = frame;
        }
        keys = IntStream.range(0, packets.count())
                .filter(packet -> packets.is(packet, Packets.KEY))
                .toArray();
    }

    /**
     * States what the file says of itself, and how its reading ended.
     *
     * @param frames frames that the header declares, 0 if it doesn't
     * @param seconds length that the header declares, 0 if it doesn't
     * @param rate rate that the header declares in frames a second, 0 if it doesn't
     * @param ending why reading stopped before the end, or empty
     * @param delay how many pictures the decoder holds back to sort them
     */
    record Facts(long frames, double seconds, double rate, String ending, int delay) {}

    Packets packets() {
        return packets;
    }

    double tick() {
        return tick;
    }

    Facts facts() {
        return facts;
    }

    /** Returns the number of frames. */
    int frames() {
        return packetOf.length;
    }

    /** Returns the number of packets that decoding can start at. */
    int keyFrames() {
        return keys.length;
    }

    /** Returns the packet that becomes a frame. */
    int packetOf(int frame) {
        return packetOf[frame];
    }

    /** Returns the frame that a packet becomes, or {@link #NONE}. */
    int frameOf(int packet) {
        return frameOf[packet];
    }

    /** Returns when a frame is presented, in ticks. */
    long time(int frame) {
        return packets.time(packetOf[frame]);
    }

    /** Returns when a frame is presented, in seconds. */
    double seconds(int frame) {
        return time(frame) * tick;
    }

    /**
     * Returns the packet to start at for a frame: the last key packet that is neither decoded nor presented after it. What a
     * key packet precedes in decoding but not in presentation may refer to pictures before it (an open group).
     */
    int start(int frame) {
        int packet = packetOf[frame];
        int key = lastKey(packet);
        while (key > 0 && packets.time(keys[key]) > packets.time(packet)) {
            key--;
        }
        return key < 0 ? 0 : keys[key];
    }

    /** Returns the first packet that decoding can start at. */
    int firstKey() {
        return keys.length == 0 ? 0 : keys[0];
    }

    /** Returns an index that leaves out some frames. */
    Index without(int... frames) {
        Packets fewer = packets.copy();
        for (int frame : frames) {
            fewer.mark(packetOf[frame], Packets.LOST);
        }
        return new Index(fewer, tick, facts);
    }

    /** Returns the key packet before a packet, or 0. */
    int startBefore(int packet) {
        int key = lastKey(packet - 1);
        return key < 0 ? 0 : keys[key];
    }

    /** Returns the position in the list of keys of the last one up to a packet, or a negative number. */
    private int lastKey(int packet) {
        int at = Arrays.binarySearch(keys, packet);
        return at >= 0 ? at : -at - 2;
    }

    /** Returns the packets of the longest stretch from one key packet to the next. */
    int longestGroup() {
        int longest = 0;
        for (int i = 0; i < keys.length; i++) {
            int end = i + 1 < keys.length ? keys[i + 1] : packets.count();
            longest = Math.max(longest, end - keys[i]);
        }
        return longest;
    }
}
