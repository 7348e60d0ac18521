package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Numbers;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes null of tokens that stand for a missing value: of text by the letter, of numbers by their worth. */
final class NullIf implements Pure {
    private final Set<String> texts = new HashSet<>();
    private final Set<Double> numbers = new HashSet<>();
    private final Set<Float> singles = new HashSet<>();
    private final Set<BigDecimal> exact = new HashSet<>();

    NullIf(List<Literal> tokens) {
        for (Literal token : tokens) {
            texts.add(token.text());
            if (token.number() instanceof Number number) {
                add(number.doubleValue());
                exact.add(new BigDecimal(number.toString()).stripTrailingZeros());
            } else if (token.text().equals("NaN")) {
                add(Double.NaN);
            }
        }
    }

    private void add(double number) {
        // 0.0 and -0.0 are one number.
        numbers.add(number + 0.0);
        // A float32 equals what it would make of the token: its 1.1 is another number than a float64's.
        if (Float.isFinite((float) number) || Double.isNaN(number)) {
            singles.add((float) number + 0.0f);
        }
    }

    @Override
    public @Nullable Object apply(Object value) {
        if (value instanceof String text) {
            return texts.contains(text) ? null : value;
        }
        boolean token = !numbers.isEmpty() && value instanceof Number number && isToken(number);
        return token ? null : value;
    }

    private boolean isToken(Number number) {
        if (number instanceof Float single) {
            return singles.contains(single + 0.0f);
        }
        BigDecimal digits = Numbers.beyondDouble(number);
        return digits == null
                ? numbers.contains(number.doubleValue() + 0.0)
                : exact.contains(digits.stripTrailingZeros());
    }

    @Override
    public boolean nullableAfter(boolean before) {
        return true;
    }
}
