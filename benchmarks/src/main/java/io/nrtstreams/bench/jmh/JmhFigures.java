package io.nrtstreams.bench.jmh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures in the output of the benchmarks, whose other lines are JMH's own: {@code FIGURE benchmark case
 * records_per_core_s records_per_s bytes_per_record}, the case {@code -} where there is none.
 */
public final class JmhFigures {

    private static final String FIGURE = "FIGURE";
    private static final int WORDS = 6;

    private final Map<String, Figure> figures = new HashMap<>();

    private record Figure(double perCoreSecond, double bytes) {}

    /**
     * Reads the output.
     *
     * @throws IllegalArgumentException when a line of a figure is not as above
     */
    public static JmhFigures of(List<String> output) {
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

    /** Records for each second of CPU, the median of the iterations; empty where it was not measured. */
    public Optional<Double> perCoreSecond(String benchmark, String name) {
        return Optional.ofNullable(figures.get(benchmark + " " + name)).map(Figure::perCoreSecond);
    }

    /** Bytes allocated for each record; empty where it was not measured. */
    public Optional<Double> bytes(String benchmark, String name) {
        return Optional.ofNullable(figures.get(benchmark + " " + name)).map(Figure::bytes);
    }
}
