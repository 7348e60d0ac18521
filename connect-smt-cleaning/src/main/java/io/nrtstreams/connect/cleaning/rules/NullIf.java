package io.nrtstreams.connect.cleaning.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes null of tokens that stand for a missing value: of text by the letter, of numbers by their worth. */
final class NullIf implements Pure {
    private final Set<String> texts = new HashSet<>();
    private final Set<Double> numbers = new HashSet<>();
    private final Set<Float> singles = new HashSet<>();

    NullIf(List<Literal> tokens) {
        for (Literal token : tokens) {
            texts.add(token.text());
            if (token.number() instanceof Number number) {
                add(number.doubleValue());
            } else if (token.text().equals("NaN")) {
                add(Double.NaN);
            }
        }
    }

    private void add(double number) {
        numbers.add(number);
        // A float32 equals what it would make of the token: its 1.1 is another number than a float64's.
        if (Float.isFinite((float) number) || Double.isNaN(number)) {
            singles.add((float) number);
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
        return number instanceof Float single ? singles.contains(single) : numbers.contains(number.doubleValue());
    }

    @Override
    public boolean nullableAfter(boolean before) {
        return true;
    }
}
