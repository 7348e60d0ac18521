package io.nrtstreams.quickstart.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the key of a sink's object says:
 * {@code <folder>/<topic>+<partition>+<first offset, 20 digits>[+<lane, 8 hex digits>]<extensions>}.
 *
 * @param folder all before the last slash, or empty
 * @param topic the Kafka topic that was read, whatever the folder is called
 * @param partition the Kafka partition
 * @param firstOffset offset of the first record
 * @param lane what tells chains of one folder and partition apart, or empty
 * @param extension all from the first dot, e.g. {@code .json.gz}
 */
record LinkName(String folder, String topic, int partition, long firstOffset, String lane, String extension) {
    // A topic has at most 249 of these characters; a partition is an int.
    private static final Pattern NAME = Pattern.compile(
            "(?:(.*)/)?([a-zA-Z0-9._-]{1,249})\\+(\\d{1,9})\\+([0-9]{20})(?:\\+([0-9a-f]{8}))?((?:\\.[A-Za-z0-9]+)+)",
            Pattern.DOTALL);

    /** The name, if the key is that of an object of the sink. */
    static Optional<LinkName> of(String key) {
        Matcher name = NAME.matcher(key);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LinkName(
                    text(name.group(1)),
                    name.group(2),
                    Integer.parseInt(name.group(3)),
                    Long.parseLong(name.group(4)),
                    text(name.group(5)),
                    name.group(6)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // 20 digits hold more than any offset.
        }
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    /** The chains of one folder and topic-partition lie side by side in a listing, as their lanes come after the offset. */
    boolean isBeside(LinkName other) {
        return folder.equals(other.folder) && topic.equals(other.topic) && partition == other.partition;
    }
}
