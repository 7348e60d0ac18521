package io.nrtstreams.quickstart.feed;

import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.quickstart.CommandFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Prints a range of records.
 *
 * @param series of the connector
 * @param times of its records
 * @param range of the shard, or of all records in the order of their times
 * @param shard only this one
 * @param explanation whether the truth is printed as well
 */
record FeedListing(RecordSeries series, FeedTimes times, FeedRange range, OptionalInt shard, Explanation explanation) {
    /** How often a closed pipe is looked for. */
    private static final int CHECKED = 1000;

    FeedListing {
        int shards = series.sourcePartitions().size();
        shard.ifPresent(number -> {
            if (number < 0 || number >= shards) {
                throw new CommandFailure("--shard: expected a number from 0 to " + (shards - 1)
                        + ", as the connector has so many shards, got " + number);
            }
        });
    }

    /**
     * Prints it, one line a record; ends quietly where nobody reads on.
     *
     * @throws CommandFailure if records cannot be computed
     */
    void print(FeedFormat format, PrintWriter out) {
        try (FeedRecords records = records()) {
            for (long printed = 0; printed < range.count() && records.hasNext(); printed++) {
                FeedRecord record = records.next();
                if (printed == 0) {
                    format.head(record).ifPresent(head -> println(out, head));
                }
                println(out, format.line(record));
                if (printed % CHECKED == 0 && out.checkError()) {
                    return;
                }
            }
        } catch (ConnectException | IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        out.flush();
    }

    /** Not as the writer does it, which would flush each line. */
    private static void println(PrintWriter out, String line) {
        out.write(line + "\n");
    }

    /** One shard can be begun anywhere; several are passed over from their beginning, as only that tells their order. */
    private FeedRecords records() {
        List<Map<String, ?>> partitions = series.sourcePartitions();
        if (partitions.size() == 1 || shard.isPresent()) {
            Map<String, ?> only = partitions.get(shard.orElse(0));
            return new FeedRecords(List.of(ofShard(only, range.from())));
        }
        FeedRecords all = new FeedRecords(
                partitions.stream().map(partition -> ofShard(partition, 0)).toList());
        all.skip(range.from());
        return all;
    }

    private ShardRecords ofShard(Map<String, ?> partition, long from) {
        return ShardRecords.of(series, times, explanation, partition, from, range.to());
    }
}
