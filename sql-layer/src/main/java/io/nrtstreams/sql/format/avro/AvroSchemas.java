package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * The schemas of columns: a record of nullable fields with null as default; a column without a record is of its bare type.
 * Records of structs are named after the path to them.
 */
final class AvroSchemas {

    static final String DEFAULT_FULL_NAME = "io.confluent.ksql.avro_schemas.KsqlDataSourceSchema";
    static final String SCHEMA_FULL_NAME = "SCHEMA_FULL_NAME";
    static final String AVRO_SCHEMA_FULL_NAME = "AVRO_SCHEMA_FULL_NAME";

    private final String namespace;
    private final Set<String> names = new HashSet<>();

    private AvroSchemas(String namespace) {
        this.namespace = namespace;
    }

    /** Reads a schema's text with the schemas it refers to. */
    static Schema parse(SchemaText schema) {
        // Names and defaults are taken as they are: the registry has let them pass.
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        return parse(schema, parser, new HashSet<>());
    }

    private static Schema parse(SchemaText schema, Schema.Parser parser, Set<String> known) {
        for (Reference reference : schema.references()) {
            if (known.add(reference.name())) {
                parse(reference.schema(), parser, known);
            }
        }
        return parser.parse(schema.text());
    }

    /** The schema that these columns are written with. */
    static Schema of(FormatSpec spec, List<Column> columns, Part part) {
        String fullName = fullName(spec);
        int dot = fullName.lastIndexOf('.');
        AvroSchemas schemas = new AvroSchemas(dot < 0 ? "" : fullName.substring(0, dot));
        String name = fullName.substring(dot + 1);
        return ColumnRules.isUnwrapped(spec, columns, part)
                ? schemas.type(columns.get(0).type(), name)
                : schemas.record(
                        columns.stream()
                                .map(column -> new SqlType.Field(column.name(), column.type()))
                                .toList(),
                        name);
    }

    static String fullName(FormatSpec spec) {
        String given = spec.properties().get(SCHEMA_FULL_NAME);
        return given != null ? given : spec.properties().getOrDefault(AVRO_SCHEMA_FULL_NAME, DEFAULT_FULL_NAME);
    }

    private Schema record(List<SqlType.Field> columns, String name) {
        String own = unused(name);
        List<Field> fields = new ArrayList<>();
        for (SqlType.Field column : columns) {
            fields.add(nullable(column.name(), type(column.type(), own + "_" + column.name())));
        }
        return Schema.createRecord(own, null, namespace, false, fields);
    }

    private Schema type(SqlType type, String name) {
        if (type instanceof SqlType.Decimal decimal) {
            return LogicalTypes.decimal(decimal.precision(), decimal.scale())
                    .addToSchema(Schema.create(Schema.Type.BYTES));
        }
        if (type instanceof SqlType.Array array) {
            return Schema.createArray(nullable(type(array.element(), name)));
        }
        if (type instanceof SqlType.Map map) {
            return entries(map, name);
        }
        if (type instanceof SqlType.Struct struct) {
            return record(struct.fields(), name);
        }
        return switch (type.base()) {
            case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
            case INTEGER -> Schema.create(Schema.Type.INT);
            case BIGINT -> Schema.create(Schema.Type.LONG);
            case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
            case STRING -> Schema.create(Schema.Type.STRING);
            case BYTES -> Schema.create(Schema.Type.BYTES);
            case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
            case TIME -> LogicalTypes.timeMillis().addToSchema(Schema.create(Schema.Type.INT));
            case TIMESTAMP -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }

    /**
     * Kafka Connect's form of a map whose keys may be null, an array of records, which the topics of this dialect have; a
     * map in Avro's sense would not be compatible with the schemas that are registered for them.
     */
    private Schema entries(SqlType.Map map, String name) {
        String own = unused(name);
        Schema entry = Schema.createRecord(
                own,
                null,
                namespace,
                false,
                List.of(
                        nullable(AvroTypes.KEY, type(map.key(), own + "_MapKey")),
                        nullable(AvroTypes.VALUE, type(map.value(), own + "_MapValue"))));
        entry.addProp(AvroTypes.INTERNAL_TYPE, AvroTypes.MAP_ENTRY);
        return Schema.createArray(entry);
    }

    private static Field nullable(String name, Schema type) {
        return new Field(name, nullable(type), null, Field.NULL_DEFAULT_VALUE);
    }

    private static Schema nullable(Schema type) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), type);
    }

    /** Different paths can give one name: {@code A_B} with {@code C}, and {@code A} with {@code B_C}. */
    private String unused(String name) {
        String candidate = name;
        for (int i = 2; !names.add(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }
}
