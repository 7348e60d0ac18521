package io.nrtstreams.bench.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures in the output of the benchmarks, whose other lines are JMH's own: {@code FIGURE benchmark query
 * records_per_core_s records_per_s bytes_per_record}, the query {@code -} where there is none.
 */
final class JmhFigures {

    private static final String FIGURE = "FIGURE";
    private static final int WORDS = 6;

    private final Map<String, Figure> figures = new HashMap<>();

    private record Figure(double perCoreSecond, double bytes) {}

    /**
     * Reads the output.
     *
     * @throws IllegalArgumentException when a line of a figure is not as above
     */
    static JmhFigures of(List<String> output) {
        JmhFigures all = new JmhFigures();
        for (String line : output) {
            String[] words = line.split(" ", -1);
            if (words[0].equals(FIGURE)) {
                all.add(line, words);
            }
        }
        return all;
    }

    private void add(String line, String[] words) {
        if (words.length != WORDS) {
            throw new IllegalArgumentException("a figure has " + WORDS + " words, not as in: " + line);
        }
        figures.put(words[1] + " " + words[2], new Figure(Double.parseDouble(words[3]), Double.parseDouble(words[5])));
    }

    /** Records for each second of CPU, the median of the iterations. */
    Optional<Double> perCoreSecond(String benchmark, String query) {
        return Optional.ofNullable(figures.get(benchmark + " " + query)).map(Figure::perCoreSecond);
    }

    /** Bytes allocated for each record. */
    Optional<Double> bytes(String benchmark, String query) {
        return Optional.ofNullable(figures.get(benchmark + " " + query)).map(Figure::bytes);
    }
}
