package io.nrtstreams.connect.mock.series;

import java.util.List;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;

/**
 * Why a record goes to the topic of rejects. The headers have the names that the cleaning transforms give theirs, so
 * that these let such a record pass, and one reader of rejects understands both.
 *
 * @param by what rejected it
 * @param field the field or column that does not fit, empty if it is the whole
 * @param rule what it should be, empty if there is no more to say than the reason
 * @param reason what is wrong, without any value
 * @param file the name of the file it was read from
 * @param line the number of its first line in the file, from 1
 */
public record Rejection(String by, String field, String rule, String reason, String file, long line) {
    /** What is added to the name of the topic. */
    public static final String TOPIC_SUFFIX = ".rejected";

    private static final String PREFIX = "nrt.rejected.";

    /** The headers that say all of this, as texts. */
    public Iterable<Header> headers() {
        return new ConnectHeaders(List.of())
                .addString(PREFIX + "transform", by)
                .addString(PREFIX + "field", field)
                .addString(PREFIX + "rule", rule)
                .addString(PREFIX + "reason", reason)
                .addString(PREFIX + "file", file)
                .addString(PREFIX + "line", Long.toString(line));
    }
}
