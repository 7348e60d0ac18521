package io.nrtstreams.connect.cleaning.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes null of tokens that stand for a missing value: of text by the letter, of numbers by their worth. */
final class NullIf implements Pure {
    private final Set<String> texts = new HashSet<>();
    private final Set<Double> numbers = new HashSet<>();

    NullIf(List<Literal> tokens) {
        for (Literal token : tokens) {
            texts.add(token.text());
            if (token.number() instanceof Number number) {
                numbers.add(number.doubleValue());
            } else if (token.text().equals("NaN")) {
                numbers.add(Double.NaN);
            }
        }
    }

    @Override
    public @Nullable Object apply(Object value) {
        if (value instanceof String text) {
            return texts.contains(text) ? null : value;
        }
        boolean token = !numbers.isEmpty() && value instanceof Number number && numbers.contains(number.doubleValue());
        return token ? null : value;
    }

    @Override
    public boolean nullableAfter(boolean before) {
        return true;
    }
}
