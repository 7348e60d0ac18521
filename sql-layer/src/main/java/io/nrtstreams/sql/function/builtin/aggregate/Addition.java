package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;

/** Adds and subtracts numbers of one type. Whole numbers wrap around. */
interface Addition<N> {

    Addition<Integer> OF_INTEGERS = new Addition<>() {
        @Override
        public Integer zero() {
            return 0;
        }

        @Override
        public Integer plus(Integer left, Integer right) {
            return left + right;
        }

        @Override
        public Integer minus(Integer left, Integer right) {
            return left - right;
        }
    };

    Addition<Long> OF_LONGS = new Addition<>() {
        @Override
        public Long zero() {
            return 0L;
        }

        @Override
        public Long plus(Long left, Long right) {
            return left + right;
        }

        @Override
        public Long minus(Long left, Long right) {
            return left - right;
        }
    };

    Addition<Double> OF_DOUBLES = new Addition<>() {
        @Override
        public Double zero() {
            return 0.0;
        }

        @Override
        public Double plus(Double left, Double right) {
            return left + right;
        }

        @Override
        public Double minus(Double left, Double right) {
            return left - right;
        }
    };

    N zero();

    N plus(N left, N right);

    N minus(N left, N right);

    /** Of decimals, which do not wrap: more digits than the type has are an {@link ArithmeticException}. */
    record OfDecimals(SqlType.Decimal type) implements Addition<BigDecimal> {

        @Override
        public BigDecimal zero() {
            return BigDecimal.valueOf(0, type.scale());
        }

        @Override
        public BigDecimal plus(BigDecimal left, BigDecimal right) {
            return checked(left.add(right));
        }

        @Override
        public BigDecimal minus(BigDecimal left, BigDecimal right) {
            return checked(left.subtract(right));
        }

        private BigDecimal checked(BigDecimal sum) {
            if (sum.precision() > type.precision()) {
                throw new ArithmeticException(
                        "the sum has more digits than " + type + "; cast the argument to a wider DECIMAL");
            }
            return sum;
        }
    }
}
