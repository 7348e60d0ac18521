package io.nrtstreams.sql.format.avro;

import java.util.List;
import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What schemas say beyond their Avro type. */
final class AvroTypes {

    /** Marks the records that Kafka Connect writes for maps whose keys may be null. */
    static final String INTERNAL_TYPE = "connect.internal.type";

    static final String MAP_ENTRY = "MapEntry";
    static final String KEY = "key";
    static final String VALUE = "value";

    private AvroTypes() {}

    static boolean isDecimal(Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.Decimal;
    }

    static boolean isLogical(Schema schema, String name) {
        return schema.getLogicalType() != null
                && schema.getLogicalType().getName().equals(name);
    }

    /** Whether an array's element has the form of a map's entry. */
    static boolean hasEntryForm(Schema element) {
        return element.getType() == Schema.Type.RECORD
                && element.getFields().size() == 2
                && element.getField(KEY) != null
                && element.getField(VALUE) != null;
    }

    static boolean isMarkedAsEntry(Schema element) {
        return hasEntryForm(element)
                && (MAP_ENTRY.equals(element.getProp(INTERNAL_TYPE)) || MAP_ENTRY.equals(element.getName()));
    }

    /** The branches of a union but null; the schema itself when it is no union. */
    static List<Schema> nonNull(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .toList()
                : List.of(schema);
    }

    /** The name of a union's branch as the field of a struct, as Kafka Connect has it. */
    static String branchName(Schema branch) {
        return switch (branch.getType()) {
            case RECORD, ENUM, FIXED -> branch.getName();
            default -> branch.getType().name().toLowerCase(Locale.ROOT);
        };
    }

    /** The schema's type in words. */
    static String described(Schema schema) {
        String type = schema.getType().name().toLowerCase(Locale.ROOT);
        return schema.getLogicalType() == null
                ? type
                : type + " (" + schema.getLogicalType().getName() + ")";
    }
}
