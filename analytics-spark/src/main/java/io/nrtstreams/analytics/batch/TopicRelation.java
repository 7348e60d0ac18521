package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.LayoutJson;
import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.sources.Filter;

/** What a topic holds from its first record to its last as the query begins: a stream's records, a table's latest rows. */
final class TopicRelation implements Relation {

    /** So many offsets are read by one task, and what it gives is what the driver holds at the same time. */
    private static final long OFFSETS = 100_000;

    private final DataSource source;
    private final Access access;

    TopicRelation(DataSource source, Access access) {
        this.source = source;
        this.access = access;
    }

    @Override
    public List<Column> columns() {
        return RowColumns.visible(source.schema());
    }

    @Override
    public List<Column> hidden() {
        return RowColumns.hidden(source.isTable());
    }

    @Override
    public List<Part> parts(List<Filter> filters) {
        String layout = LayoutJson.write(source.layout()).toString();
        List<Part> parts = new ArrayList<>();
        for (HeldOffsets held : HeldOffsets.of(access.kafka(), source.layout().topic())) {
            // The last row of a key is known only to who reads the whole partition.
            long step = source.isTable() ? Math.max(1, held.until() - held.from()) : OFFSETS;
            for (long from = held.from(); from < held.until(); from += step) {
                parts.add(new TopicPart(
                        access, layout, source.isTable(), held.partition(), from, Math.min(held.until(), from + step)));
            }
        }
        return parts;
    }
}
