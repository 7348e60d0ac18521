package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.List;

/** What a check does with a record for which it does not hold. */
sealed interface Remedy {
    /** How metrics call it. */
    String label();

    /** The record is refused. */
    record Refuse(Action action) implements Remedy {
        @Override
        public String label() {
            return new Recourse.Refuse(action).label();
        }
    }

    /** Fields become null. */
    record Nulls(List<FieldPath> paths) implements Remedy {
        @Override
        public String label() {
            return "null";
        }
    }

    /** A field gets another value. */
    record Substitute(FieldPath path, Literal literal) implements Remedy {
        @Override
        public String label() {
            return "default";
        }
    }

    /** The record stays as it is. */
    record Keep() implements Remedy {
        @Override
        public String label() {
            return "keep";
        }
    }
}
