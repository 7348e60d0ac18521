package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;

/** What a rule does with a value that does not fit. */
sealed interface Recourse {
    /** How metrics call it. */
    String label();

    /** The record is refused. */
    record Refuse(Action action) implements Recourse {
        @Override
        public String label() {
            return switch (action) {
                case REJECT -> "reject";
                case FAIL -> "fail";
                case DROP -> "drop";
            };
        }
    }

    /** The field becomes null. */
    record Null() implements Recourse {
        @Override
        public String label() {
            return "null";
        }
    }

    /** The field gets another value. */
    record Substitute(Literal literal) implements Recourse {
        @Override
        public String label() {
            return "default";
        }
    }

    /** The field stays as it is. */
    record Keep() implements Recourse {
        @Override
        public String label() {
            return "keep";
        }
    }
}
