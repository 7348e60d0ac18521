package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import java.util.List;

/** What OR REPLACE and ALTER may change of a stream or table: they may add columns at the end. */
final class SourceChanges {

    private SourceChanges() {}

    /**
     * Refuses what may not change, as those who read the stream or table rely on it.
     *
     * @throws SqlException with what differs
     */
    static void requireCompatible(Position position, DataSource old, DataSource changed) {
        TopicLayout before = old.layout();
        TopicLayout after = changed.layout();
        same(position, "KAFKA_TOPIC", before.topic(), after.topic());
        same(
                position,
                "KEY_FORMAT",
                before.keyFormat().name(),
                after.keyFormat().name());
        same(
                position,
                "VALUE_FORMAT",
                before.valueFormat().name(),
                after.valueFormat().name());
        same(position, "the key", before.schema().key(), after.schema().key());
        same(position, "the window", before.window(), after.window());
        requirePrefix(position, before.schema().value(), after.schema().value());
    }

    private static void same(Position position, String what, Object before, Object after) {
        if (!before.equals(after)) {
            throw new SqlException(
                    position,
                    "OR REPLACE cannot change " + what + " from " + before + " to " + after
                            + ". Keep it, or drop and create anew.");
        }
    }

    private static void requirePrefix(Position position, List<Column> before, List<Column> after) {
        for (int i = 0; i < before.size(); i++) {
            if (i >= after.size() || !before.get(i).equals(after.get(i))) {
                throw new SqlException(
                        position,
                        "OR REPLACE can only add columns at the end, but the column " + before.get(i)
                                + (i < after.size() ? " became " + after.get(i) : " is gone") + ".");
            }
        }
    }
}
