package org.tachyscope.load.video;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.video.VideoParams.OnError;

/** Shows the frames of a video, which are decoded when they are asked for. */
final class VideoStack implements Stack {

    private final Look look;
    private final Shape shape;
    private final OnError onError;
    private final Metadata metadata;
    private final Damage damage;
    private final Reels reels;

    VideoStack(Source source, Look look, OnError onError, Metadata metadata) {
        this.look = look;
        this.onError = onError;
        this.metadata = metadata;
        shape = look.shape(source.index().frames());
        damage = new Damage(source.name());
        reels = new Reels(source, look.kept(), damage);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return look.type();
    }

    @Override
    public Metadata metadata() {
        Metadata known = metadata;
        for (Loss loss : damage.losses()) {
            known = known.withLoss(loss);
        }
        return known;
    }

    @Override
    public List<String> remarks() {
        return damage.remarks();
    }

    @Override
    public Cursor cursor() {
        return new Decoded();
    }

    @Override
    public void close() {
        reels.close();
    }

    private final class Decoded implements Cursor {
        private final Arena arena = Arena.ofShared();
        private final Pixels pixels = new Pixels(look);
        private Optional<MemorySegment> own = Optional.empty();
        private Optional<Reels.Place> place = Optional.empty();

        @Override
        public Frame frame(long index) throws IOException {
            if (own.isEmpty()) {
                own = Optional.of(arena.allocate((long) shape.samplesPerFrame() * type().bytes(), 64));
            }
            read(index, own.get());
            return Frame.of(shape, type(), own.get().asReadOnly());
        }

        @Override
        public void read(long index, MemorySegment out) throws IOException {
            Objects.checkIndex(index, shape.frames());
            place = Optional.of(reels.place((int) index, place));
            AVFrame picture = picture((int) index);
            try {
                pixels.copy(picture, out);
            } catch (IOException e) {
                throw new IOException("frame " + index + " of " + metadata.name() + ": " + e.getMessage(), e);
            } finally {
                avutil.av_frame_free(picture);
            }
        }

        /** Returns a picture or, if it can't be decoded and that is wanted, the nearest one before it that can. */
        private AVFrame picture(int frame) throws IOException {
            Reel reel = place.orElseThrow().reel();
            for (int instead = frame; ; instead--) {
                try {
                    AVFrame picture = reel.picture(instead);
                    if (instead != frame) {
                        damage.repeated(frame);
                    }
                    return picture;
                } catch (Undecodable e) {
                    if (onError == OnError.STOP || instead == 0) {
                        throw e;
                    }
                }
            }
        }

        @Override
        public void close() {
            place.ifPresent(reels::giveBack);
            place = Optional.empty();
            pixels.close();
            arena.close();
        }
    }
}
