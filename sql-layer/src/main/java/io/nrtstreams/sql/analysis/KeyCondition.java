package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.plan.KeySpan;
import io.nrtstreams.sql.plan.KeySpan.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a condition says of keys: that one of several cases holds. No case at all would mean that no row can meet it.
 *
 * @param cases each with what holds in it
 */
record KeyCondition(List<Case> cases) {

    /** More are not worth looking at one by one. */
    static final int MOST_CASES = 10_000;

    /** Says nothing. */
    static final KeyCondition NOTHING = new KeyCondition(List.of(Case.ALL));

    KeyCondition {
        cases = List.copyOf(cases);
    }

    /**
     * What holds at the same time.
     *
     * @param columns by the index of the key column
     * @param bounds how many comparisons other than with = there are of key columns
     */
    record Case(Map<Integer, Range> columns, Range windowStart, int bounds) {

        static final Case ALL = new Case(Map.of(), Range.ALL, 0);

        Case {
            columns = Map.copyOf(columns);
        }

        static Case column(int index, Range range) {
            return new Case(Map.of(index, range), Range.ALL, range.isPoint() ? 0 : 1);
        }

        static Case window(Range start) {
            return new Case(Map.of(), start, 0);
        }

        Case and(Case other) {
            Map<Integer, Range> both = new TreeMap<>(columns);
            other.columns.forEach((index, range) -> both.merge(index, range, Range::and));
            return new Case(both, windowStart.and(other.windowStart), bounds + other.bounds);
        }

        KeySpan span(int keyColumns) {
            List<Range> ranges = new ArrayList<>();
            for (int i = 0; i < keyColumns; i++) {
                ranges.add(columns.getOrDefault(i, Range.ALL));
            }
            return new KeySpan(ranges, windowStart);
        }
    }

    static KeyCondition of(Case only) {
        return new KeyCondition(List.of(only));
    }

    KeyCondition and(KeyCondition other) {
        if ((long) cases.size() * other.cases.size() > MOST_CASES) {
            return cases.size() <= other.cases.size() ? this : other;
        }
        Set<Case> both = new LinkedHashSet<>();
        cases.forEach(one -> other.cases.forEach(two -> both.add(one.and(two))));
        return new KeyCondition(List.copyOf(both));
    }

    KeyCondition or(KeyCondition other) {
        boolean saysNothing = cases.contains(Case.ALL) || other.cases.contains(Case.ALL);
        if (saysNothing || cases.size() + other.cases.size() > MOST_CASES) {
            return NOTHING;
        }
        Set<Case> all = new LinkedHashSet<>(cases);
        all.addAll(other.cases);
        return new KeyCondition(List.copyOf(all));
    }

    List<KeySpan> spans(int keyColumns) {
        return cases.stream().map(one -> one.span(keyColumns)).distinct().toList();
    }
}
