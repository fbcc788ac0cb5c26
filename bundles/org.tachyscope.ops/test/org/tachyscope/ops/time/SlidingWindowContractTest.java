package org.tachyscope.ops.time;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;
import org.tachyscope.ops.time.SlidingWindow.Ends;
import org.tachyscope.ops.time.SlidingWindow.Params;
import org.tachyscope.ops.time.SlidingWindow.Position;
import org.tachyscope.ops.time.SlidingWindow.Statistic;

class SlidingWindowContractTest {

    private abstract static class Contract extends OperationContract<Params> {
        @Override
        protected Operation<Params> operation() {
            return new SlidingWindow();
        }
    }

    @Nested
    class MeanThatDrops extends Contract {
        @Override
        protected Params params() {
            return new Params(Statistic.MEAN, 3, 2, Position.TRAILING, Ends.DROP);
        }
    }

    @Nested
    class SumOfAll extends Contract {
        @Override
        protected Params params() {
            return new Params(Statistic.SUM, 7, 0, Position.LEADING, Ends.SHRINK);
        }
    }

    @Nested
    class MinThatShrinks extends Contract {
        @Override
        protected Params params() {
            return new Params(Statistic.MIN, 4, 3, Position.LEADING, Ends.SHRINK);
        }
    }

    @Nested
    class MaxThatMirrors extends Contract {
        @Override
        protected Params params() {
            return new Params(Statistic.MAX, 5, 1, Position.TRAILING, Ends.MIRROR);
        }
    }

    @Nested
    class StandardDeviation extends Contract {
        @Override
        protected Params params() {
            return new Params(Statistic.STD, 5, 0, Position.CENTRED, Ends.SHRINK);
        }
    }

    @Nested
    class MedianThatMirrors extends Contract {
        @Override
        protected Params params() {
            return new Params(Statistic.MEDIAN, 4, 0, Position.LEADING, Ends.MIRROR);
        }
    }
}
