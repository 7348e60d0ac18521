package io.nrtstreams.analytics.batch;

import java.util.Arrays;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/** The rows of a part for Spark. */
final class RelationReader implements PartitionReader<InternalRow> {

    private final Relation.Rows rows;
    private final Function1<Object, Object> converter;
    private @Nullable InternalRow current;

    private RelationReader(Relation.Rows rows, StructType schema) {
        this.rows = rows;
        this.converter = CatalystTypeConverters.createToCatalystConverter(schema);
    }

    @Override
    public boolean next() {
        TaskContext task = TaskContext.get();
        if (task != null && task.isInterrupted()) {
            throw new TaskKilledException("the query was closed, or its time is over");
        }
        @Nullable Object[] values = rows.next();
        if (values == null) {
            current = null;
            return false;
        }
        @Nullable Object[] converted = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            converted[i] = SparkValues.spark(values[i]);
        }
        current = (InternalRow) converter.apply(RowFactory.create(converted));
        return true;
    }

    @Override
    public InternalRow get() {
        InternalRow row = current;
        if (row == null) {
            throw new IllegalStateException("there is no row before next() or behind the last");
        }
        return row;
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Opens parts where tasks run. It carries the count, as Spark has counts report back that travel with the work itself. */
    record Factory(StructType schema, UndecodedCount undecoded) implements PartitionReaderFactory {

        @Override
        public PartitionReader<InternalRow> createReader(InputPartition part) {
            return new RelationReader(
                    ((Relation.Part) part).open(Arrays.asList(schema.fieldNames()), undecoded), schema);
        }
    }
}
