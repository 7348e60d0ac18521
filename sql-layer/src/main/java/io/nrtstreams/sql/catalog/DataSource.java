package io.nrtstreams.sql.catalog;

import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.Schema;
import java.util.Optional;

/**
 * A stream or a table.
 *
 * @param partitions of its topic
 * @param readOnly declared with CREATE SOURCE
 * @param createdBy the persistent query that made it; empty when it was declared over a topic
 * @param statement the text that made it
 */
public record DataSource(
        String name,
        SourceKind kind,
        TopicLayout layout,
        int partitions,
        boolean readOnly,
        Optional<String> createdBy,
        String statement) {

    public boolean isTable() {
        return kind == SourceKind.TABLE;
    }

    public Schema schema() {
        return layout.schema();
    }
}
