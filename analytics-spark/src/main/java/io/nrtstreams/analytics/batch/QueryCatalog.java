package io.nrtstreams.analytics.batch;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/** The streams and tables of a query as a catalog of Spark. Nothing can be changed in it. */
public final class QueryCatalog implements TableCatalog {

    static final String NAME = "streams";
    static final String QUERY = "query";

    private @Nullable QuerySources sources;

    /** For Spark. */
    public QueryCatalog() {}

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        sources = QuerySources.of(java.util.Objects.requireNonNull(options.get(QUERY), QUERY));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Table loadTable(Identifier identifier) {
        QuerySources initialized = sources;
        if (initialized == null) {
            throw new IllegalStateException("the catalog was not initialized");
        }
        return new RelationTable(identifier.name(), initialized.relation(identifier.name()), initialized.undecoded());
    }

    @Override
    public Identifier[] listTables(String[] namespace) {
        return new Identifier[0];
    }

    @Override
    @Deprecated
    public Table createTable(
            Identifier identifier, StructType schema, Transform[] partitions, Map<String, String> properties) {
        throw readOnly();
    }

    @Override
    public Table alterTable(Identifier identifier, TableChange... changes) {
        throw readOnly();
    }

    @Override
    public boolean dropTable(Identifier identifier) {
        throw readOnly();
    }

    @Override
    public void renameTable(Identifier from, Identifier to) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("queries change nothing");
    }
}
