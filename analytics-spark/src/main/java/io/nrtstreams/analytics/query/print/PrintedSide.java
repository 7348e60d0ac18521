package io.nrtstreams.analytics.query.print;

import io.nrtstreams.sql.format.FormatGuess;
import io.nrtstreams.sql.format.FormatGuess.Candidate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys or the values of a topic as texts, in the format that all seen so far may have. Single-threaded. */
final class PrintedSide {

    private static final String UNKNOWN = "unknown (shown in hexadecimal)";
    private static final String NOTHING_YET = "unknown (nothing but null so far)";

    private final String name;
    private final FormatGuess guess;
    private boolean seen;
    private String told = "";

    PrintedSide(String name, FormatGuess guess) {
        this.name = name;
        this.guess = guess;
    }

    void see(byte @Nullable [] bytes) {
        seen |= bytes != null;
        guess.see(bytes);
    }

    /** Adds a line that tells the format, when it is another than the one told last. */
    void tellFormat(List<String> lines) {
        String format = format();
        if (!format.equals(told)) {
            told = format;
            lines.add(name + " format: " + format);
        }
    }

    private String format() {
        if (!seen) {
            return NOTHING_YET;
        }
        String formats = guess.candidates().stream().map(Candidate::name).collect(Collectors.joining(" or "));
        return formats.isEmpty() ? UNKNOWN : formats;
    }

    String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "<null>";
        }
        List<Candidate> candidates = guess.candidates();
        return candidates.isEmpty()
                ? HexFormat.of().formatHex(bytes)
                : candidates.get(0).text(bytes);
    }
}
