package io.nrtstreams.bench.source;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Something that is polled, as a worker does. */
interface Polled {
    /** A batch, or null where there is nothing yet. */
    @Nullable List<SourceRecord> poll() throws InterruptedException;
}
