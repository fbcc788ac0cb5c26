package org.tachyscope.load.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shares decoders among the cursors of a stack: cursors that read near each other, such as those of the threads of one pass,
 * have one decoder, which several on one file would only slow down; a cursor elsewhere gets another one. Safe for any thread.
 *
 * <pre>
 *   threads of a pass   12  13  14        scrubbing  470
 *                         ╲  │  ╱                     │
 *   reels               decoder at 14              decoder at 470
 * </pre>
 */
final class Reels implements AutoCloseable {

    /** More cursors than that, far apart, take turns. */
    private static final int MOST = 4;

    /** Threads of one pass are this many frames apart. */
    private static final int LEAST_NEAR = 8;

    private final Source source;
    private final int capacity;
    private final Damage damage;
    private final List<Place> places = new ArrayList<>();
    private boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param capacity pictures that a reel keeps
     */
    Reels(Source source, int capacity, Damage damage) {
        this.source = source;
        this.capacity = capacity;
        this.damage = damage;
    }

    /** Knows where a reel is, and who uses it. */
    static final class Place {
        private final Reel reel;
        private int frame;
        private int users;

        Place(Reel reel, int frame) {
            this.reel = reel;
            this.frame = frame;
        }

        Reel reel() {
            return reel;
        }
    }

    /**
     * Chooses the reel that winds to a frame soonest.
     *
     * @param before what the cursor used so far, which it gives back
     */
    synchronized Place place(int frame, Optional<Place> before) throws IOException {
        if (closed) {
            throw new IllegalStateException(source.name() + " is closed");
        }
        Optional<Place> known = near(frame, before).or(() -> idle(before));
        Place found = known.isPresent() ? known.get() : another(frame);
        found.frame = frame;
        found.users++;
        before.ifPresent(this::giveBack);
        return found;
    }

    private Place another(int frame) throws IOException {
        if (places.size() == MOST) {
            return places.getFirst();
        }
        Place place = new Place(new Reel(source, capacity, damage), frame);
        places.add(place);
        return place;
    }

    private Optional<Place> near(int frame, Optional<Place> before) {
        Optional<Place> own = before.filter(place -> isNear(place, frame));
        return own.isPresent()
                ? own
                : places.stream().filter(place -> isNear(place, frame)).findFirst();
    }

    private boolean isNear(Place place, int frame) {
        return Math.abs((long) place.frame - frame) <= Math.max(LEAST_NEAR, capacity / 2);
    }

    private Optional<Place> idle(Optional<Place> before) {
        Optional<Place> own = before.filter(place -> place.users == 1);
        return own.isPresent()
                ? own
                : places.stream().filter(place -> place.users == 0).findFirst();
    }

    /** Takes back a reel from a cursor that is closed. */
    synchronized void giveBack(Place place) {
        place.users--;
        if (place.users == 0) {
            place.reel.rest();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        places.forEach(place -> place.reel.close());
        places.clear();
    }
}
