package io.nrtstreams.sql;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Suggestions {

    private Suggestions() {}

    /** A sentence to append to a message, with a leading blank; empty when nothing is near. */
    public static String didYouMean(String name, Collection<String> known) {
        return nearest(name, known).map(near -> " Did you mean " + near + "?").orElse("");
    }

    /** The known name that differs least, in a third of its letters at most, case aside; of a single letter only the case. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        String wanted = name.toUpperCase(Locale.ROOT);
        int limit = wanted.length() == 1 ? 0 : Math.max(1, wanted.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
                .map(candidate -> new Near(candidate, distance(wanted, candidate.toUpperCase(Locale.ROOT))))
                .filter(near -> near.distance <= limit)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    private record Near(String name, int distance) {}

    /** Insertions, deletions, replacements and swaps of neighbours: the optimal string alignment distance. */
    private static int distance(String left, String right) {
        int[][] table = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, left, right, i, j);
            }
        }
        return table[left.length()][right.length()];
    }

    private static int cheapest(int[][] table, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int best = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
