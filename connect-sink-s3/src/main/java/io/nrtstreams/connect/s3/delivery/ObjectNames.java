package io.nrtstreams.connect.s3.delivery;

import io.nrtstreams.connect.s3.format.BadRecordException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Names objects: {@code <prefix>/<topic>/<path>/<topic>+<partition>+<first offset, 20 digits><extension>}.
 *
 * <p>The folder has the topic as transforms left it, the file name the one that the broker knows, so that two topics
 * renamed to one never meet in a name. With 20 digits, as in Kafka's own segment names, names sort as offsets do.
 *
 * @param prefix without a slash at either end, may be empty
 * @param extension e.g. {@code .csv.gz}
 */
public record ObjectNames(String prefix, String extension) {
    private static final Pattern LINK = Pattern.compile("\\d{20}(\\.[A-Za-z0-9]+)+");

    /** What S3 takes as a key at most, in bytes of UTF-8. */
    private static final int LONGEST_KEY = 1024;

    /** The chain of a topic-partition and path. */
    public ChainId chain(TopicPartition source, String topicFolder, String path) {
        String inPrefix = prefix.isEmpty() ? topicFolder : prefix + "/" + topicFolder;
        return new ChainId(source, path.isEmpty() ? inPrefix : inPrefix + "/" + path);
    }

    /**
     * Refuses a chain whose keys would be longer than S3 takes.
     *
     * @throws BadRecordException if they would
     */
    void requireShortKeys(ChainId chain) {
        if (key(chain, 0).getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw new BadRecordException("partition.by makes an object key of over " + LONGEST_KEY
                    + " bytes for this record, which is the most S3 takes");
        }
    }

    /** What the keys of a chain's links begin with, and no others. */
    public static String linkPrefix(ChainId chain) {
        return chain.folder() + "/" + chain.source().topic() + "+"
                + chain.source().partition() + "+";
    }

    /**
     * Whether a key is that of a link of the chain, in whatever format it was written: 20 digits, then nothing but
     * extensions. Other names beside the links belong to others, such as what a store over a file system leaves where
     * it is killed while it writes.
     */
    static boolean isLinkOf(ChainId chain, String key) {
        String links = linkPrefix(chain);
        return key.startsWith(links)
                && LINK.matcher(key).region(links.length(), key.length()).matches();
    }

    /** The key of the link that begins with {@code firstOffset}. */
    public String key(ChainId chain, long firstOffset) {
        String digits = Long.toString(firstOffset);
        return linkPrefix(chain) + "0".repeat(20 - digits.length()) + digits + extension;
    }
}
