package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import org.jspecify.annotations.Nullable;

/** What becomes of the field itself, after all rules on its value. It leaves the value alone. */
sealed interface Placement extends Pure {
    @Override
    default @Nullable Object apply(Object value) {
        return value;
    }

    /** The field is left out. */
    record Drop() implements Placement {}

    /** The field gets another name. */
    record Rename(String name) implements Placement {
        /** @throws TextMistake if the name is empty */
        static Rename parse(Literal name) {
            if (name.text().isEmpty()) {
                throw new TextMistake(name.column(), "expected a name that is not empty");
            }
            return new Rename(name.text());
        }
    }
}
