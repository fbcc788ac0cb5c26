package org.tachyscope.load.video;

import java.util.Arrays;

/**
 * Lists the packets of a video in the order in which they are decoded. Grows while a file is scanned, then stays as it is.
 */
final class Packets {

    /** Decoding can start here. */
    static final int KEY = 1;

    /** Is decoded for the sake of others and not shown, such as what an edit list cuts off. */
    static final int HIDDEN = 2;

    /** Ends in the middle, or can't be decoded. */
    static final int LOST = 4;

    private int count;
    private long[] times;
    private long[] places;
    private int[] sizes;
    private byte[] flags;

    /** Lists nothing yet. */
    Packets() {
        this(0, new long[1024], new long[1024], new int[1024], new byte[1024]);
    }

    /** Takes over arrays of which the first {@code count} elements count. */
    Packets(int count, long[] times, long[] places, int[] sizes, byte[] flags) {
        this.count = count;
        this.times = times;
        this.places = places;
        this.sizes = sizes;
        this.flags = flags;
    }

    /**
     * Adds a packet.
     *
     * @param time when it is presented, in ticks
     * @param place where it begins in the file, negative if unknown
     * @param size its bytes
     */
    void add(long time, long place, int size, int flag) {
        if (count == times.length) {
            grow(2 * count);
        }
        times[count] = time;
        places[count] = place;
        sizes[count] = size;
        flags[count] = (byte) flag;
        count++;
    }

    private void grow(int length) {
        times = Arrays.copyOf(times, length);
        places = Arrays.copyOf(places, length);
        sizes = Arrays.copyOf(sizes, length);
        flags = Arrays.copyOf(flags, length);
    }

    /** Returns a copy that can be marked on its own. */
    Packets copy() {
        return new Packets(count, times.clone(), places.clone(), sizes.clone(), flags.clone());
    }

    int count() {
        return count;
    }

    long time(int packet) {
        return times[packet];
    }

    void setTime(int packet, long time) {
        times[packet] = time;
    }

    long place(int packet) {
        return places[packet];
    }

    int size(int packet) {
        return sizes[packet];
    }

    int flags(int packet) {
        return flags[packet];
    }

    boolean is(int packet, int flag) {
        return (flags[packet] & flag) != 0;
    }

    void mark(int packet, int flag) {
        flags[packet] |= (byte) flag;
    }

    /** Tells whether a packet becomes a frame. */
    boolean shown(int packet) {
        return (flags[packet] & (HIDDEN | LOST)) == 0;
    }
}
