package io.nrtstreams.sql.conformance;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts results, by class and in total. */
public final class Tally {

    private final Map<String, Count> groups = new TreeMap<>();
    private Count total = Count.NONE;
    private int skipped;

    /**
     * How many cases reached each level.
     *
     * @param cases how many there were
     */
    public record Count(int cases, int accepted, int exact, int perKey, int finalState) {

        static final Count NONE = new Count(0, 0, 0, 0, 0);

        Count plus(CaseResult result) {
            return new Count(
                    cases + 1,
                    accepted + (result.accepted() ? 1 : 0),
                    exact + (result.exact() ? 1 : 0),
                    perKey + (result.perKey() ? 1 : 0),
                    finalState + (result.finalState() ? 1 : 0));
        }

        public double percentAccepted() {
            return percent(accepted);
        }

        public double percentExact() {
            return percent(exact);
        }

        public double percentPerKey() {
            return percent(perKey);
        }

        private double percent(int reached) {
            return cases == 0 ? 0 : 100.0 * reached / cases;
        }

        private String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-66s %5d %6.1f %6.1f %6.1f %6.1f%n",
                    name,
                    cases,
                    percent(accepted),
                    percent(exact),
                    percent(perKey),
                    percent(finalState));
        }
    }

    public void add(String group, CaseResult result) {
        groups.merge(group, Count.NONE.plus(result), (before, one) -> before.plus(result));
        total = total.plus(result);
    }

    /** Counts a case that was not run. */
    public void skip() {
        skipped++;
    }

    public boolean isEmpty() {
        return total.cases() == 0;
    }

    public Count total() {
        return total;
    }

    /** The levels in percent, a line a class. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-66s %5s %6s %6s %6s %6s%n", "class", "cases", "L0 %", "L1 %", "L2 %", "L3 %"));
        groups.forEach((name, count) -> table.append(count.line(name)));
        return table.append(total.line("total"))
                .append(String.format(
                        Locale.ROOT, "%d skipped, which need the suite's own test code (tier X)%n", skipped))
                .toString();
    }
}
