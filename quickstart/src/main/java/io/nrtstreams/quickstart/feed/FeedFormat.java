package io.nrtstreams.quickstart.feed;

import java.util.Optional;

/** How records are printed. Not thread-safe. */
interface FeedFormat {
    /** The names of the formats, as users write them. */
    enum Name {
        TEXT,
        JSON,
        CSV;

        FeedFormat format() {
            return switch (this) {
                case TEXT -> new TextLines();
                case JSON -> new JsonLines();
                case CSV -> new CsvLines();
            };
        }
    }

    /** What stands before all records, given the first of them. */
    default Optional<String> head(FeedRecord first) {
        return Optional.empty();
    }

    /** The line of a record, without its end. */
    String line(FeedRecord record);
}
