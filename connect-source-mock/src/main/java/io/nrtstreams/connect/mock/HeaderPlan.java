package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.DirtKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The headers of records beside the label of planted dirt. Immutable.
 *
 * @param constants texts by the names of their headers
 * @param shard whether {@value #SHARD} tells the shard
 * @param position whether {@value #POSITION} tells the record's position in the shard, from 0
 */
record HeaderPlan(Map<String, String> constants, boolean shard, boolean position) {
    /** None. */
    static final HeaderPlan NONE = new HeaderPlan(Map.of(), false, false);

    private static final String PREFIX = "nrt.";
    private static final String FEED = PREFIX + "feed";
    private static final String SEED = PREFIX + "seed";
    private static final String SHARD = PREFIX + "shard";
    private static final String POSITION = PREFIX + "position";

    /**
     * Reads entries such as {@code feed}, {@code position} or {@code site=Pune}.
     *
     * @throws IllegalArgumentException if one is neither a known name nor a name with a text; the message says so
     */
    static HeaderPlan parse(List<String> entries, String feed, long seed) {
        Map<String, String> constants = new LinkedHashMap<>();
        boolean shard = false;
        boolean position = false;
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                constants.put(
                        entry.substring(0, equals).strip(),
                        entry.substring(equals + 1).strip());
            } else {
                switch (entry) {
                    case "feed" -> constants.put(FEED, feed);
                    case "seed" -> constants.put(SEED, Long.toString(seed));
                    case "shard" -> shard = true;
                    case "position" -> position = true;
                    default ->
                        throw new IllegalArgumentException(
                                "expected feed, seed, shard, position, or name=text, parted by commas");
                }
            }
        }
        return new HeaderPlan(constants, shard, position);
    }

    /** The headers of a record, null for none. */
    @Nullable Iterable<Header> of(int shardIndex, long recordPosition, @Nullable DirtKind dirt) {
        if (dirt == null && constants.isEmpty() && !shard && !position) {
            return null;
        }
        ConnectHeaders headers = new ConnectHeaders(new ArrayList<>());
        constants.forEach(headers::addString);
        if (shard) {
            headers.addInt(SHARD, shardIndex);
        }
        if (position) {
            headers.addLong(POSITION, recordPosition);
        }
        if (dirt != null) {
            headers.addString(DirtKind.HEADER, dirt.label());
        }
        return headers;
    }
}
