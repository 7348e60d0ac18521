package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Spoils a line of comma-separated columns without quotes.
 *
 * @param nullColumn the column whose text becomes {@code Null}, from 0
 */
record CsvDefects(int nullColumn) {
    static final Set<DirtKind> KINDS = Set.of(DirtKind.MALFORMED, DirtKind.NULL_TOKEN, DirtKind.MISSING_FIELD);

    Message spoilt(Message clean, DirtKind kind, Draws choice, long record) {
        String line = (String) clean.value();
        String spoilt = switch (kind) {
            case MALFORMED -> cut(line, choice, record);
            case NULL_TOKEN -> withNull(line);
            case MISSING_FIELD -> withoutOne(line, choice, record);
            case ERROR_BODY -> throw new IllegalArgumentException("a line of columns has no error body");
        };
        return Message.text(clean.key(), spoilt);
    }

    /** Cuts before the last comma, so that a column is missing and the line cannot pass for a shorter value. */
    private static String cut(String line, Draws choice, long record) {
        return line.substring(0, choice.between(1, line.lastIndexOf(','), record, Dirt.PLACE));
    }

    private String withNull(String line) {
        String[] columns = line.split(",", -1);
        columns[nullColumn] = "Null";
        return String.join(",", columns);
    }

    private static String withoutOne(String line, Draws choice, long record) {
        List<String> columns = new ArrayList<>(Arrays.asList(line.split(",", -1)));
        columns.remove(choice.below(columns.size(), record, Dirt.PLACE));
        return String.join(",", columns);
    }
}
