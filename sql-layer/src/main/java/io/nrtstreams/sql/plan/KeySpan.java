package io.nrtstreams.sql.plan;

import java.util.List;
import java.util.Optional;

/**
 * Keys of a table among which rows are looked for: a row outside of it meets the condition under no circumstances, one inside
 * may or may not.
 *
 * @param columns what is known of each key column, in the order of the key
 * @param windowStart what is known of the windows' start, whose values are {@link Long}
 */
public record KeySpan(List<Range> columns, Range windowStart) {

    public KeySpan {
        columns = List.copyOf(columns);
    }

    /** Whether each key column has one value. */
    public boolean isPoint() {
        return columns.stream().allMatch(Range::isPoint);
    }

    /** Values between two bounds, each of which may be missing. */
    public record Range(Optional<Bound> low, Optional<Bound> high) {

        /** All values. */
        public static final Range ALL = new Range(Optional.empty(), Optional.empty());

        /** One value. */
        public static Range point(Object value) {
            Optional<Bound> bound = Optional.of(new Bound(value, true));
            return new Range(bound, bound);
        }

        public static Range atLeast(Object value, boolean inclusive) {
            return new Range(Optional.of(new Bound(value, inclusive)), Optional.empty());
        }

        public static Range atMost(Object value, boolean inclusive) {
            return new Range(Optional.empty(), Optional.of(new Bound(value, inclusive)));
        }

        /** Whether it is one value, told by the bounds being the same. */
        public boolean isPoint() {
            return low.isPresent() && low.equals(high) && low.get().inclusive();
        }

        /** A range that holds all values that both hold, and perhaps more: bounds are not compared. */
        public Range and(Range other) {
            if (isPoint()) {
                return this;
            }
            return other.isPoint() ? other : new Range(low.or(other::low), high.or(other::high));
        }
    }

    /**
     * An end of a range.
     *
     * @param value of the column's type, never null
     */
    public record Bound(Object value, boolean inclusive) {}
}
