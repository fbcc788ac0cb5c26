package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelTools;
import org.tachyscope.api.pixel.SampleReader;
import org.tachyscope.api.pixel.Term;

/** Gives a step the samples of its reference. Safe for any thread; closing it twice does nothing more. */
sealed interface Operand extends AutoCloseable {

    /** Returns the stacks that are read frame by frame. */
    List<Stack> references();

    boolean readsParts();

    /** Reads and reduces once what is the same for all frames. */
    void prepare(Progress progress) throws IOException;

    /** Returns what is the same for all frames, once it is prepared; nothing if there is a frame for each. */
    Optional<Term> term() throws IOException;

    /** Opens what a worker reads. */
    Values values(PixelTools tools) throws IOException;

    @Override
    void close() throws IOException;

    /** Returns an operand that is made when it is prepared. */
    static Operand made(Maker maker) {
        return new Made(maker);
    }

    /** Reads samples at one place after another. Belongs to one thread. */
    interface Values extends AutoCloseable {
        void frame(long index) throws IOException;

        void read(int first, float[] into, int count) throws IOException;

        @Override
        void close();
    }

    /**
     * Reads a stack's.
     *
     * @param reader is closed with this
     * @param same whether the first frame is that of all
     */
    record Read(SampleReader reader, boolean same) implements Values {
        @Override
        public void frame(long index) throws IOException {
            reader.frame(same ? 0 : index);
        }

        @Override
        public void read(int first, float[] into, int count) throws IOException {
            reader.read(first, into, count);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** Is the same number everywhere. */
    record Constant(float value) implements Operand {
        @Override
        public List<Stack> references() {
            return List.of();
        }

        @Override
        public boolean readsParts() {
            return true;
        }

        @Override
        public void prepare(Progress progress) {}

        @Override
        public Optional<Term> term() {
            return Optional.of(new Term.Constant(value));
        }

        @Override
        public Values values(PixelTools tools) {
            return new Values() {
                @Override
                public void frame(long index) {}

                @Override
                public void read(int first, float[] into, int count) {
                    Arrays.fill(into, 0, count, value);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }

    /**
     * Has a frame for each.
     *
     * @param stack belongs to somebody else
     */
    record Each(Stack stack) implements Operand {
        @Override
        public List<Stack> references() {
            return List.of(stack);
        }

        @Override
        public boolean readsParts() {
            return stack.readsParts();
        }

        @Override
        public void prepare(Progress progress) throws IOException {
            stack.prepare(progress);
        }

        @Override
        public Optional<Term> term() {
            return Optional.empty();
        }

        @Override
        public Values values(PixelTools tools) throws IOException {
            return new Read(tools.reader(stack), false);
        }

        @Override
        public void close() {}
    }

    /** Is made when it is prepared: a single frame for all, or a stack with a frame for each. */
    final class Made implements Operand {
        private final Maker maker;
        private volatile List<Stack> made = List.of();

        Made(Maker maker) {
            this.maker = maker;
        }

        @Override
        public List<Stack> references() {
            return made.stream().filter(stack -> stack.shape().frames() > 1).toList();
        }

        @Override
        public boolean readsParts() {
            return made.stream().allMatch(Stack::readsParts);
        }

        @Override
        public synchronized void prepare(Progress progress) throws IOException {
            if (made.isEmpty()) {
                made = List.of(maker.make(progress));
            }
        }

        @Override
        public Optional<Term> term() throws IOException {
            prepare(Progress.none());
            Stack stack = made.getFirst();
            return stack.shape().frames() == 1 ? Optional.of(still(stack)) : Optional.empty();
        }

        private static Term still(Stack stack) throws IOException {
            float[] samples = new float[stack.shape().samplesPerFrame()];
            float[] piece = new float[PixelChain.PIECE];
            try (SampleReader reader = SampleReader.of(stack)) {
                reader.frame(0);
                for (int first = 0; first < samples.length; first += piece.length) {
                    int count = Math.min(piece.length, samples.length - first);
                    reader.read(first, piece, count);
                    System.arraycopy(piece, 0, samples, first, count);
                }
            }
            return new Term.Still(samples);
        }

        @Override
        public Values values(PixelTools tools) throws IOException {
            prepare(Progress.none());
            Stack stack = made.getFirst();
            return new Read(tools.reader(stack), stack.shape().frames() == 1);
        }

        @Override
        public synchronized void close() throws IOException {
            for (Stack stack : made) {
                stack.close();
            }
            made = List.of();
        }
    }

    /** Makes a stack of one frame, or of as many as the chain has. The operand closes it. */
    @FunctionalInterface
    interface Maker {
        Stack make(Progress progress) throws IOException;
    }
}
