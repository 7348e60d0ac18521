package io.nrtstreams.sql.format.kafka;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.FormatRules;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Set;

/**
 * KAFKA: one column as Kafka's own serializers write it: INTEGER in 4 bytes, BIGINT and DOUBLE in 8, the highest byte
 * first, STRING as UTF-8, BYTES as they are. Nothing is converted.
 */
public final class KafkaFormat implements Format {

    @Override
    public String name() {
        return "KAFKA";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KEY, Ability.UNWRAP_SINGLE);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        FormatRules.check(this, spec, columns, part, Set.of());
        if (columns.isEmpty() && part == Part.VALUE) {
            throw new SqlException("KAFKA holds one column, but the value has none; set VALUE_FORMAT='NONE'.");
        }
        for (Column column : columns) {
            if (KafkaCodec.find(column).isEmpty()) {
                throw new SqlException("KAFKA holds INTEGER, BIGINT, DOUBLE, STRING or BYTES, which " + column
                        + " is not; choose another " + part + "_FORMAT, such as JSON.");
            }
        }
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        return KafkaCodec.find(columns.get(0)).orElseThrow();
    }
}
