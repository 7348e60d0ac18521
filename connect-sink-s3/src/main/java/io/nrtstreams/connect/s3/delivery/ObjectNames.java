package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.path.PathTemplate;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Names objects:
 * {@code <prefix>/<topic>/<path>/<topic>+<partition>+<first offset, 20 digits>[+<lane>]<extension>}.
 *
 * <p>The folder has the topic as transforms left it, the file name the one that the broker knows, so that two topics
 * renamed to one never meet in a name. With 20 digits, as in Kafka's own segment names, names sort as offsets do.
 *
 * @param prefix without a slash at either end, may be empty
 * @param extension e.g. {@code .csv.gz}
 */
public record ObjectNames(String prefix, String extension) {
    private static final int OFFSET_DIGITS = 20;
    private static final Pattern EXTENSIONS = Pattern.compile("(\\.[A-Za-z0-9]+)+");

    /** What S3 takes as a key at most, in bytes of UTF-8. */
    private static final int LONGEST_KEY = 1024;

    /**
     * The chain that a record of a topic-partition belongs to.
     *
     * @throws BadRecordException if its keys would be longer than S3 takes
     */
    ChainId chain(TopicPartition source, Route route) {
        String topic = PathTemplate.step(route.topic());
        String inPrefix = prefix.isEmpty() ? topic : prefix + "/" + topic;
        String folder = route.path().isEmpty() ? inPrefix : inPrefix + "/" + route.path();
        ChainId chain = new ChainId(source, folder, route.lane());
        if (key(chain, 0).getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw new BadRecordException("partition.by makes an object key of over " + LONGEST_KEY
                    + " bytes for this record, which is the most S3 takes");
        }
        return chain;
    }

    /** What the keys of the links of a folder and topic-partition begin with, and no others. */
    static String linkPrefix(ChainId chain) {
        return chain.folder() + "/" + chain.source().topic() + "+"
                + chain.source().partition() + "+";
    }

    /** What comes in a listing before a link of {@code firstOffset}, and after all that begin before it. */
    static String justBefore(ChainId chain, long firstOffset) {
        return linkPrefix(chain) + digits(firstOffset);
    }

    /**
     * Whether a key is that of a link of the chain, in whatever format it was written: 20 digits, the lane, then nothing
     * but extensions. Other names beside the links belong to others, such as what a store over a file system leaves
     * where it is killed while it writes.
     */
    static boolean isLinkOf(ChainId chain, String key) {
        return isLink(linkPrefix(chain), laneSuffix(chain), key);
    }

    /** Whether a key is that of a link of a topic-partition, in whatever folder and lane. */
    static boolean isLinkOf(TopicPartition source, String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        String start = source.topic() + "+" + source.partition() + "+";
        int lane = name.indexOf('+', start.length());
        int end = name.indexOf('.', Math.max(start.length(), lane));
        return end >= 0 && isLink(start, lane < 0 ? "" : name.substring(lane, end), name);
    }

    private static boolean isLink(String start, String lane, String key) {
        int end = start.length() + OFFSET_DIGITS;
        if (key.length() < end || !key.startsWith(start)) {
            return false;
        }
        return key.substring(start.length(), end).chars().allMatch(c -> c >= '0' && c <= '9')
                && key.startsWith(lane, end)
                && EXTENSIONS
                        .matcher(key)
                        .region(end + lane.length(), key.length())
                        .matches();
    }

    /** The key of the link that begins with {@code firstOffset}. */
    String key(ChainId chain, long firstOffset) {
        return linkPrefix(chain) + digits(firstOffset) + laneSuffix(chain) + extension;
    }

    private static String laneSuffix(ChainId chain) {
        return chain.lane().isEmpty() ? "" : "+" + chain.lane();
    }

    private static String digits(long offset) {
        String digits = Long.toString(offset);
        return "0".repeat(OFFSET_DIGITS - digits.length()) + digits;
    }
}
