package io.nrtstreams.analytics.batch.history;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a sink's object says: {@code topic+partition+first offset[+lane].extension} (docs/sink.md).
 *
 * @param topic that was read
 * @param first the offset of its first record
 * @param suffix lane and extension
 */
record ObjectName(String topic, int partition, long first, String suffix) {

    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9._-]{1,249})\\+(\\d{1,9})\\+(\\d{20})((?:\\+[A-Za-z0-9_-]+)?\\..+)");

    /** What the last part of an object's key says; empty when the sink gives no such names. */
    static Optional<ObjectName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || matcher.group(3).compareTo("09223372036854775807") > 0) {
            return Optional.empty();
        }
        return Optional.of(new ObjectName(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                matcher.group(4)));
    }
}
