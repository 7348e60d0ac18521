package io.nrtstreams.analytics.batch;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** Reads the columns of a relation that a query needs. Spark asks the conditions again, of each row. */
final class RelationScan implements SupportsPushDownRequiredColumns, SupportsPushDownFilters, Scan, Batch {

    private final String name;
    private final Relation relation;
    private final UndecodedCount undecoded;
    private StructType schema;
    private Filter[] filters = {};

    RelationScan(String name, Relation relation, UndecodedCount undecoded) {
        this.name = name;
        this.relation = relation;
        this.undecoded = undecoded;
        this.schema = SparkTypes.struct(relation.columns());
    }

    @Override
    public void pruneColumns(StructType required) {
        schema = required;
    }

    @Override
    public Filter[] pushFilters(Filter[] wanted) {
        filters = wanted.clone();
        return wanted;
    }

    @Override
    public Filter[] pushedFilters() {
        return new Filter[0];
    }

    @Override
    public Scan build() {
        return this;
    }

    @Override
    public StructType readSchema() {
        return schema;
    }

    @Override
    public String description() {
        return name;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        List<Relation.Part> parts = relation.parts(Arrays.asList(filters));
        return parts.toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new RelationReader.Factory(schema, undecoded);
    }
}
