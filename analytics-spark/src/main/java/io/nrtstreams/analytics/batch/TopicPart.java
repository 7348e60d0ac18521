package io.nrtstreams.analytics.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.analytics.host.output.DataLoss;
import io.nrtstreams.analytics.host.output.OutputSettings;
import io.nrtstreams.analytics.host.output.RangeReader;
import io.nrtstreams.analytics.host.output.TopicRange;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.plan.LayoutJson;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A range of a topic-partition.
 *
 * @param layout as {@link LayoutJson} writes it
 * @param isTable whether only the last record of each key counts, and a record without a value removes it
 */
record TopicPart(Relation.Access access, String layout, boolean isTable, int partition, long from, long until)
        implements Relation.Part {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Relation.Rows open(List<String> columns, UndecodedCount undecoded) {
        TopicLayout read = read();
        RangeReader reader = RangeReader.open(
                OutputSettings.of(access.kafka(), access.serviceId()),
                new TopicRange(read.topic(), null, partition, from, until),
                DataLoss.CONTINUE);
        Records records = new Records(
                reader,
                TopicCodec.of(read, access.libraries().formats()),
                RowColumns.readers(read.schema(), columns),
                undecoded);
        return isTable ? LastRecords.of(records) : new StreamRows(records);
    }

    private TopicLayout read() {
        try {
            return LayoutJson.read(JSON.readTree(layout));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a layout that this program has written is no JSON", e);
        }
    }

    /** The records of the range, and their rows. */
    record Records(
            RangeReader reader,
            TopicCodec codec,
            List<Function<Row, @Nullable Object>> columns,
            UndecodedCount undecoded) {

        /** The values of the wanted columns; null for a record that is none, or has no value. */
        @Nullable Object @Nullable [] values(TopicRecord record) {
            Row row;
            try {
                row = codec.decode(record);
            } catch (DecodeException e) {
                undecoded.add(1);
                return null;
            }
            if (row.value() == null) {
                return null;
            }
            @Nullable Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns.get(i).apply(row);
            }
            return values;
        }
    }

    /** Each record a row. */
    private record StreamRows(Records records) implements Relation.Rows {

        @Override
        public @Nullable Object @Nullable [] next() {
            for (TopicRecord record = records.reader().next();
                    record != null;
                    record = records.reader().next()) {
                @Nullable Object[] values = records.values(record);
                if (values != null) {
                    return values;
                }
            }
            return null;
        }

        @Override
        public void close() {
            records.reader().close();
        }
    }
}
