package io.nrtstreams.analytics.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the key somebody probably meant. */
final class Suggestions {
    private Suggestions() {}

    /**
     * The candidate nearest to {@code word} by Levenshtein distance, if it differs in at most one character of every
     * four; case and the separators {@code . _ -} are not told apart.
     */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String wanted = normalised(word);
        int limit = Math.max(1, wanted.length() / 4);
        return candidates.stream()
                .filter(candidate -> distance(wanted, normalised(candidate)) <= limit)
                .min(Comparator.<String>comparingInt(candidate -> distance(wanted, normalised(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String normalised(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
