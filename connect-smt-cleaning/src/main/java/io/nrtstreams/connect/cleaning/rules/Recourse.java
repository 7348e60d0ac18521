package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;

/** What a rule does with a value that does not fit. */
sealed interface Recourse {
    /** The record is refused. */
    record Refuse(Action action) implements Recourse {}

    /** The field becomes null. */
    record Null() implements Recourse {}

    /** The field gets another value. */
    record Substitute(Literal literal) implements Recourse {}
}
