package io.nrtstreams.sql.catalog;

import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.Schema;
import java.util.Optional;

/**
 * A stream or a table. One over objects has their location in the place of a topic, and is only read, as a whole.
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

    /** Where its objects lie, such as {@code s3a://lake/raw}; empty when it is over a topic. */
    public Optional<String> location() {
        // No topic's name can hold a colon.
        return Optional.of(layout.topic()).filter(name -> name.indexOf(':') >= 0);
    }

    public Schema schema() {
        return layout.schema();
    }
}
