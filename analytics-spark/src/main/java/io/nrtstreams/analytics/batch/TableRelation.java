package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.sources.Filter;
import org.jspecify.annotations.Nullable;

/** A table out of this process's store where it is materialised, and else out of its topic. Tasks run in this process. */
record TableRelation(DataSource source, QuerySources sources) implements Relation {

    @Override
    public List<Column> columns() {
        return RowColumns.visible(source.schema());
    }

    @Override
    public List<Column> hidden() {
        return RowColumns.hidden(true);
    }

    @Override
    public List<Part> parts(List<Filter> filters) {
        return sources.snapshots().isHeld(source.name())
                ? List.of(new SnapshotPart(sources.query(), source.name()))
                : sources.topic(source).parts(filters);
    }

    /** A whole table; only names travel, as the task is in the same process. */
    private record SnapshotPart(String query, String table) implements Part {

        @Override
        public Rows open(List<String> columns, UndecodedCount undecoded) {
            QuerySources sources = QuerySources.of(query);
            DataSource source = sources.catalog().source(table).orElseThrow();
            return new SnapshotRows(sources.snapshots().open(table), RowColumns.readers(source.schema(), columns));
        }
    }

    private record SnapshotRows(TableSnapshots.Rows rows, List<Function<Row, @Nullable Object>> columns)
            implements Rows {

        @Override
        public @Nullable Object @Nullable [] next() {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            @Nullable Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns.get(i).apply(row);
            }
            return values;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
