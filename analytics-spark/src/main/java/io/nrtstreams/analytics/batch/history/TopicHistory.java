package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.OffsetHistory;
import io.nrtstreams.analytics.host.output.OutputException;
import io.nrtstreams.analytics.host.output.SourceException;
import io.nrtstreams.analytics.host.output.TopicRange;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.TopicRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The history of a topic in the objects that the S3 sink wrote of it, whatever folders they lie in. Ranges that follow each
 * other go on where the last one ended, without opening objects again. A listing is kept as long as it was made when the
 * broker had deleted all that is asked for. Thread-safe; holds eight bytes an object, and of at most {@value #IDLE}
 * partitions the objects that are open between ranges.
 */
public final class TopicHistory implements OffsetHistory, AutoCloseable {

    private static final int IDLE = 16;

    private final Location location;
    private final Encoding encoding;
    private final TopicLayout layout;
    private final Formats formats;
    private final Configuration hadoop;
    private final Map<Integer, Merge> idle = new LinkedHashMap<>();
    private final Map<Integer, Long> listedBelow = new HashMap<>();
    private @Nullable ObjectIndex index;

    /**
     * A history; nothing is looked at before it is asked.
     *
     * @param layout of the stream or table that reads the topic
     * @param hadoop how the location is reached: endpoint and credentials of {@code fs.s3a}
     * @throws SourceException when the records of such a topic cannot be put back out of fields
     */
    public TopicHistory(StartFrom place, TopicLayout layout, Formats formats, Configuration hadoop) {
        this.location = Location.parse(place.location());
        this.encoding = place.encoding();
        this.layout = layout;
        this.formats = formats;
        this.hadoop = hadoop;
        if (encoding == Encoding.FIELDS && layout.window().isPresent()) {
            throw new SourceException("The keys of " + layout.topic() + " are windowed, and fields do not hold windows."
                    + " Let the sink read keys and values with ByteArrayConverter, and set " + StartFrom.ENCODING
                    + " to bytes.");
        }
    }

    /**
     * The first offset that lies at a place, without reading any record; empty when nothing does.
     *
     * @throws OutputException when the place does not answer
     */
    public static OptionalLong first(StartFrom place, String topic, int partition, Configuration hadoop) {
        return list(Location.parse(place.location()), topic, hadoop).first(partition);
    }

    @Override
    public synchronized OptionalLong first(String topic, int partition) {
        requireOwn(topic);
        return (index == null ? list() : index).first(partition);
    }

    @Override
    public Records read(TopicRange range, long atBroker, DataLoss onLoss) {
        requireOwn(range.topic());
        return new Range(take(range, atBroker), range, onLoss);
    }

    private void requireOwn(String topic) {
        if (!topic.equals(layout.topic())) {
            throw new IllegalArgumentException("the history of " + layout.topic() + " was asked for " + topic);
        }
    }

    private synchronized Merge take(TopicRange range, long atBroker) {
        boolean isListed = index != null && listedBelow.getOrDefault(range.partition(), 0L) >= atBroker;
        Merge waiting = idle.remove(range.partition());
        if (waiting != null && isListed && waiting.given() + 1 == range.from()) {
            return waiting;
        }
        if (waiting != null) {
            waiting.close();
        }
        ObjectIndex current = isListed && index != null ? index : list();
        listedBelow.merge(range.partition(), atBroker, Math::max);
        try {
            return new Merge(location.files(hadoop), current.chains(range.partition()), maker(), range.from());
        } catch (IOException e) {
            throw unreachable(location, layout.topic(), e);
        }
    }

    private ObjectIndex list() {
        ObjectIndex listed = list(location, layout.topic(), hadoop);
        index = listed;
        return listed;
    }

    private static ObjectIndex list(Location location, String topic, Configuration hadoop) {
        try {
            return ObjectIndex.list(location.files(hadoop), location, topic);
        } catch (IOException e) {
            throw unreachable(location, topic, e);
        }
    }

    private static OutputException unreachable(Location location, String topic, IOException e) {
        return new OutputException(
                "The objects of " + topic + " below " + location + " cannot be listed: " + e.getMessage()
                        + ". Check the bucket, NRT_S3_ENDPOINT and the credentials of the server.",
                e);
    }

    private RecordMaker maker() {
        List<String> needed = new ArrayList<>(List.of(RecordMaker.OFFSET, RecordMaker.TIMESTAMP));
        if (!layout.schema().key().isEmpty()) {
            needed.add(RecordMaker.KEY);
        }
        if (!layout.schema().headers().isEmpty()) {
            needed.add(RecordMaker.HEADERS);
        }
        RecordBytes bytes = encoding == Encoding.BYTES ? new OriginalBytes() : new EncodedAgain(layout, formats);
        return new RecordMaker(bytes, needed);
    }

    /** Keeps a merge for the range that follows; the one that has waited longest goes when there are too many. */
    private synchronized void giveBack(int partition, Merge merge) {
        Merge other = idle.put(partition, merge);
        if (other != null) {
            other.close();
        }
        if (idle.size() > IDLE) {
            Integer eldest = idle.keySet().iterator().next();
            Merge gone = idle.remove(eldest);
            if (gone != null) {
                gone.close();
            }
        }
    }

    /** Closes the objects that are open between ranges. */
    @Override
    public synchronized void close() {
        idle.values().forEach(Merge::close);
        idle.clear();
    }

    /** A range of one partition. */
    private final class Range implements Records {

        private final Merge merge;
        private final TopicRange range;
        private final DataLoss onLoss;
        private boolean isDone;
        private long lost;

        Range(Merge merge, TopicRange range, DataLoss onLoss) {
            this.merge = merge;
            this.range = range;
            this.onLoss = onLoss;
        }

        @Override
        public @Nullable TopicRecord next() {
            if (isDone) {
                return null;
            }
            TopicRecord record = merge.next(range.until());
            if (record == null) {
                isDone = true;
                lost = merge.isExhausted() ? range.until() - 1 - merge.given() : 0;
                requireWhole();
            }
            return record;
        }

        @Override
        public long lost() {
            return lost;
        }

        private void requireWhole() {
            if (onLoss == DataLoss.FAIL && lost > 0) {
                throw new SourceException("The offsets " + (merge.given() + 1) + " to " + (range.until() - 1) + " of "
                        + range.topic() + "-" + range.partition()
                        + " are gone: the broker has deleted them, and the objects"
                        + " below " + location + " end before them. If they held no records, as where transactions end,"
                        + " or may be left out, set " + DataLoss.PROPERTY + " to continue; and let the topic keep its"
                        + " records longer than the S3 sink may lag.");
            }
        }

        @Override
        public void close() {
            if (isDone) {
                merge.passed(range.until());
                giveBack(range.partition(), merge);
            } else {
                merge.close();
            }
        }
    }
}
