package io.nrtstreams.analytics.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.analytics.batch.history.ObjectFolder;
import io.nrtstreams.analytics.batch.history.ObjectFolder.Listed;
import io.nrtstreams.analytics.batch.history.StoredFormat;
import io.nrtstreams.analytics.batch.history.StoredRows;
import io.nrtstreams.sql.plan.LayoutJson;
import io.nrtstreams.sql.type.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;

/**
 * Some objects of a folder.
 *
 * @param layout of the source, as {@link LayoutJson} writes it
 */
record ObjectsPart(List<Listed> objects, StoredFormat format, String layout) implements Relation.Part {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Relation.Rows open(List<String> columns, UndecodedCount undecoded) {
        List<Column> all = columns();
        List<Column> wanted = columns.stream()
                .map(name -> all.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        StoredRows rows = ObjectFolder.rows(
                objects,
                format,
                wanted,
                SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()));
        return new Reading(rows, undecoded);
    }

    private List<Column> columns() {
        try {
            return LayoutJson.read(JSON.readTree(layout)).schema().columns();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a layout that this program has written is no JSON", e);
        }
    }

    /** Tells the query how many rows were left out when it is closed. */
    private record Reading(StoredRows rows, UndecodedCount undecoded) implements Relation.Rows {

        @Override
        public @Nullable Object @Nullable [] next() {
            try {
                return rows.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            undecoded.add(rows.undecoded());
            try {
                rows.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
