package org.tachyscope.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;

/** Gives each contract an implementation that breaks one rule. */
class ContractsCatchMistakesTest {

    record None() {}

    @Test
    void writableFramesAreCaught() {
        Shape shape = new Shape(2, 1, 1, 1);
        MemorySegment pixels = Arena.ofAuto().allocate(2);
        StackContract contract = new StackContract() {
            @Override
            protected Stack open() {
                return new Given(shape, index -> pixels.asSlice(index, 1));
            }
        };
        assertThrows(AssertionError.class, contract::followsTheRulesOfStacks);
    }

    @Test
    void cursorsThatShareABufferAreCaught() {
        MemorySegment shared = Arena.ofAuto().allocate(1);
        StackContract contract = new StackContract() {
            @Override
            protected Stack open() {
                return new Given(new Shape(2, 1, 1, 1), index -> {
                    shared.set(ValueLayout.JAVA_BYTE, 0, (byte) index);
                    return shared.asReadOnly();
                });
            }
        };
        assertThrows(AssertionError.class, contract::followsTheRulesOfStacks);
    }

    @Test
    void operationThatReadsAtOnceIsCaught() {
        OperationContract<None> contract = operation((input, params) -> {
            try (Cursor cursor = input.cursor()) {
                cursor.frame(0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return input;
        });
        assertThrows(AssertionError.class, contract::appliesWithoutReading);
    }

    @Test
    void operationThatCountsItsCallsIsCaught() {
        OperationContract<None> contract = operation((input, params) -> {
            AtomicInteger calls = new AtomicInteger();
            return new FrameByFrame(
                    input, input.shape(), PixelType.U8, (in, out) -> out.fill((byte) calls.incrementAndGet()));
        });
        assertThrows(AssertionError.class, contract::resultFollowsTheRulesOfStacks);
    }

    @Test
    void mergeThatForgetsIsCaught() {
        ReductionContract<None> contract = new ReductionContract<>() {
            @Override
            protected Reduction<None> reduction() {
                return new Counting();
            }
        };
        assertThrows(AssertionError.class, contract::cutsAnywhereInTimeIfItSaysSo);
    }

    @Test
    void exporterThatIgnoresACancelIsCaught(@TempDir Path folder) {
        ExporterContract<None> contract = new ExporterContract<>() {
            @Override
            protected Exporter<None> exporter() {
                return new Stubborn();
            }
        };
        assertThrows(AssertionFailedError.class, () -> contract.stopsWhenCancelled(folder));
    }

    private static OperationContract<None> operation(BiFunction<Stack, None, Stack> apply) {
        return new OperationContract<>() {
            @Override
            protected Operation<None> operation() {
                return new Operation<>() {
                    @Override
                    public None defaults() {
                        return new None();
                    }

                    @Override
                    public Stack apply(Stack input, None params) {
                        return apply.apply(input, params);
                    }
                };
            }
        };
    }

    /** Hands out whatever pixels it is given. */
    private record Given(Shape shape, LongFunction<MemorySegment> pixels) implements Stack {
        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Metadata metadata() {
            return Metadata.named("given");
        }

        @Override
        public Cursor cursor() {
            return new Cursor() {
                @Override
                public Frame frame(long index) {
                    return Frame.of(shape, PixelType.U8, pixels.apply(Objects.checkIndex(index, shape.frames())));
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Counts frames, and forgets those of the other part. */
    private static final class Counting implements Reduction<None> {
        @Override
        public None defaults() {
            return new None();
        }

        @Override
        public Fold fold(Shape shape, PixelType type, None params) {
            return new Fold.OfBlocks<>(Fold.Split.ANY, window -> new Count());
        }
    }

    private static final class Count implements Accumulator<Count> {
        private double frames;

        @Override
        public void add(Block block) {
            frames += block.window().frames();
        }

        @Override
        public void merge(Count other) {}

        @Override
        public Result result() {
            Column.Numbers count = new Column.Numbers("frames", "", new double[] {frames});
            return new Curve(count, List.of(count));
        }
    }

    /** Writes in spite of everything. */
    private static final class Stubborn implements Exporter<None> {
        @Override
        public None defaults() {
            return new None();
        }

        @Override
        public List<String> extensions() {
            return List.of("txt");
        }

        @Override
        public boolean accepts(Content content) {
            return content instanceof MemoryStack;
        }

        @Override
        public void write(Job<None> job, Progress progress) throws IOException {
            Files.writeString(job.file(), "done");
        }
    }
}
