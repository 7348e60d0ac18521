package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.type.Column;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A relation as a table of Spark; what {@code *} does not give are its metadata columns. */
record RelationTable(String name, Relation relation, UndecodedCount undecoded)
        implements SupportsRead, SupportsMetadataColumns {

    @Override
    @Deprecated
    public StructType schema() {
        return SparkTypes.struct(relation.columns());
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public MetadataColumn[] metadataColumns() {
        return relation.hidden().stream().map(Hidden::new).toArray(MetadataColumn[]::new);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return new RelationScan(name, relation, undecoded);
    }

    private record Hidden(Column column) implements MetadataColumn {

        @Override
        public String name() {
            return column.name();
        }

        @Override
        public DataType dataType() {
            return SparkTypes.spark(column.type());
        }
    }
}
