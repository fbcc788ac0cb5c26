package org.tachyscope.ops.pixel;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.contract.OperationContract;

/** Holds all operations on pixels and channels to the rules of operations. */
class PixelContractsTest {

    @Nested
    class OfAdd extends OperationContract<Add.Params> {
        @Override
        protected Operation<Add.Params> operation() {
            return new Add();
        }

        @Override
        protected Add.Params params() {
            return new Add.Params(2.5);
        }
    }

    @Nested
    class OfMultiply extends OperationContract<Multiply.Params> {
        @Override
        protected Operation<Multiply.Params> operation() {
            return new Multiply();
        }

        @Override
        protected Multiply.Params params() {
            return new Multiply.Params(-0.3);
        }
    }

    @Nested
    class OfPower extends OperationContract<Power.Params> {
        @Override
        protected Operation<Power.Params> operation() {
            return new Power();
        }

        @Override
        protected Power.Params params() {
            return new Power.Params(0.5);
        }
    }

    @Nested
    class OfLog extends OperationContract<Log.Params> {
        @Override
        protected Operation<Log.Params> operation() {
            return new Log();
        }

        @Override
        protected Log.Params params() {
            return new Log.Params(Log.Base.TEN);
        }
    }

    @Nested
    class OfAbs extends OperationContract<Abs.Params> {
        @Override
        protected Operation<Abs.Params> operation() {
            return new Abs();
        }
    }

    @Nested
    class OfClamp extends OperationContract<Clamp.Params> {
        @Override
        protected Operation<Clamp.Params> operation() {
            return new Clamp();
        }

        @Override
        protected Clamp.Params params() {
            return new Clamp.Params(10.5, 200);
        }
    }

    @Nested
    class OfGamma extends OperationContract<Gamma.Params> {
        @Override
        protected Operation<Gamma.Params> operation() {
            return new Gamma();
        }

        @Override
        protected Gamma.Params params() {
            return new Gamma.Params(0.45, 0, 255);
        }
    }

    @Nested
    class OfComplement extends OperationContract<Complement.Params> {
        @Override
        protected Operation<Complement.Params> operation() {
            return new Complement();
        }
    }

    @Nested
    class OfThreshold extends OperationContract<Threshold.Params> {
        @Override
        protected Operation<Threshold.Params> operation() {
            return new Threshold();
        }
    }

    @Nested
    class OfConvert extends OperationContract<Convert.Params> {
        @Override
        protected Operation<Convert.Params> operation() {
            return new Convert();
        }

        @Override
        protected Convert.Params params() {
            return new Convert.Params(PixelType.U8, Convert.Scaling.RANGE, -100, 1000);
        }
    }

    @Nested
    class OfMask extends OperationContract<Mask.Params> {
        @Override
        protected Operation<Mask.Params> operation() {
            return new Mask();
        }
    }

    @Nested
    class OfMaskFrame extends OperationContract<MaskFrame.Params> {
        @Override
        protected Operation<MaskFrame.Params> operation() {
            return new MaskFrame(new Bench());
        }

        @Override
        protected MaskFrame.Params params() {
            return new MaskFrame.Params(Reference.parse("min"), 7);
        }
    }

    @Nested
    class OfSubtract extends OperationContract<Subtract.Params> {
        @Override
        protected Operation<Subtract.Params> operation() {
            return new Subtract(new Bench());
        }
    }

    @Nested
    class OfDivide extends OperationContract<Divide.Params> {
        @Override
        protected Operation<Divide.Params> operation() {
            return new Divide(new Bench());
        }
    }

    @Nested
    class OfFlatField extends OperationContract<FlatField.Params> {
        @Override
        protected Operation<FlatField.Params> operation() {
            return new FlatField(new Bench());
        }
    }

    @Nested
    class OfNormalise extends OperationContract<Normalise.Params> {
        @Override
        protected Operation<Normalise.Params> operation() {
            return new Normalise(new Bench());
        }
    }

    @Nested
    class OfGray extends OperationContract<Gray.Params> {
        @Override
        protected Operation<Gray.Params> operation() {
            return new Gray();
        }
    }

    @Nested
    class OfChannel extends OperationContract<Channel.Params> {
        @Override
        protected Operation<Channel.Params> operation() {
            return new Channel();
        }
    }

    @Nested
    class OfMerge extends OperationContract<Merge.Params> {
        @Override
        protected Operation<Merge.Params> operation() {
            return new Merge(new Bench());
        }
    }

    @Nested
    class OfGrayByMean extends OperationContract<Gray.Params> {
        @Override
        protected Operation<Gray.Params> operation() {
            return new Gray();
        }

        @Override
        protected Gray.Params params() {
            return new Gray.Params(Gray.Rule.MEAN);
        }
    }

    @Nested
    class OfNormaliseOfTheStack extends OperationContract<Normalise.Params> {
        @Override
        protected Operation<Normalise.Params> operation() {
            return new Normalise(new Bench());
        }

        @Override
        protected Normalise.Params params() {
            return new Normalise.Params(Normalise.Scope.STACK, 1, Normalise.Output.U8);
        }
    }

    @Nested
    class OfNormaliseTrimmed extends OperationContract<Normalise.Params> {
        @Override
        protected Operation<Normalise.Params> operation() {
            return new Normalise(new Bench());
        }

        @Override
        protected Normalise.Params params() {
            return new Normalise.Params(Normalise.Scope.FRAME, 10, Normalise.Output.F32);
        }
    }

    @Nested
    class OfSubtractConstant extends OperationContract<Subtract.Params> {
        @Override
        protected Operation<Subtract.Params> operation() {
            return new Subtract(new Bench());
        }

        @Override
        protected Subtract.Params params() {
            return new Subtract.Params(Reference.parse("constant 12.5"), 0.5);
        }
    }

    @Nested
    class OfSubtractWindow extends OperationContract<Subtract.Params> {
        @Override
        protected Operation<Subtract.Params> operation() {
            return new Subtract(new Bench());
        }

        @Override
        protected Subtract.Params params() {
            return new Subtract.Params(Reference.parse("window mean 3 centred"), 0.5);
        }
    }

    @Nested
    class OfDivideByFrame extends OperationContract<Divide.Params> {
        @Override
        protected Operation<Divide.Params> operation() {
            return new Divide(new Bench());
        }

        @Override
        protected Divide.Params params() {
            return new Divide.Params(Reference.parse("frame 0"), 0.8, ByZero.NAN);
        }
    }
}
