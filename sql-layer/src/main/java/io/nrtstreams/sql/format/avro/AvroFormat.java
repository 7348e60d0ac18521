package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.FormatRules;
import io.nrtstreams.sql.format.InferringFormat;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.ColumnRules;
import io.nrtstreams.sql.registry.SchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.registry.TopicSchemas;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** AVRO: Avro's binary encoding behind the id of a registered schema. */
public final class AvroFormat implements InferringFormat {

    private static final Set<String> PROPERTIES =
            Set.of("SCHEMA_ID", AvroSchemas.SCHEMA_FULL_NAME, AvroSchemas.AVRO_SCHEMA_FULL_NAME);

    /** Avro specification 1.12, "Names". */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final SchemaRegistry registry;

    public AvroFormat(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "AVRO";
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        FormatRules.check(this, spec, columns, part, PROPERTIES);
        ColumnRules.properties(spec, part);
        for (String name : AvroSchemas.fullName(spec).split("\\.", -1)) {
            requireName(name, "the schema's full name");
        }
        ColumnRules.mapKeys(spec, columns);
        boolean unwrapped = ColumnRules.isUnwrapped(spec, columns, part);
        for (Column column : columns) {
            if (!unwrapped) {
                requireName(column.name(), "Column " + column.name());
            }
            requireNames(column.type(), "Column " + column.name());
        }
        if (!columns.isEmpty()) {
            pinned(spec, part).ifPresent(schema -> AvroSink.of(schema, spec, columns, part, () -> 0));
        }
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        TopicSchemas schemas = schemas(part, topic);
        Schema schema = pinned(spec, part).orElseGet(() -> AvroSchemas.of(spec, columns, part));
        AvroSink sink = AvroSink.of(schema, spec, columns, part, schemas.sinkId(spec, () -> text(schema)));
        return new AvroCodec(spec, columns, part, schemas, sink);
    }

    @Override
    public List<Column> columns(FormatSpec spec, Part part, String topic) {
        Optional<Schema> pinned = pinned(spec, part);
        Schema schema = pinned.orElseGet(() -> parsed(schemas(part, topic).latest(spec), topic));
        List<Column> columns = columns(schema, spec, part, topic);
        return pinned.isPresent() ? columns : ColumnRules.inUpperCase(columns, "topic " + topic);
    }

    private static List<Column> columns(Schema schema, FormatSpec spec, Part part, String topic) {
        if (ColumnRules.isUnwrapped(spec, part)) {
            SqlType type = AvroColumns.typeOf(schema)
                    .orElseThrow(() -> new SqlException("The schema of topic " + topic + " has "
                            + AvroTypes.described(schema) + ", for which there is no type; declare the columns."));
            return List.of(new Column(ColumnRules.unwrappedName(part), type));
        }
        List<Schema> records = AvroTypes.nonNull(schema);
        if (records.size() != 1 || records.get(0).getType() != Schema.Type.RECORD) {
            throw new SqlException("The schema of topic " + topic + " has " + AvroTypes.described(schema)
                    + " instead of a record with a field for each column; read it as a single column with "
                    + "WRAP_SINGLE_VALUE = false.");
        }
        return AvroColumns.of(records.get(0));
    }

    @Override
    public void register(FormatSpec spec, List<Column> columns, Part part, String topic) {
        if (TopicSchemas.pinnedId(spec, part).isEmpty()) {
            schemas(part, topic).register(text(AvroSchemas.of(spec, columns, part)));
        }
    }

    private TopicSchemas schemas(Part part, String topic) {
        return new TopicSchemas(registry, Kind.AVRO, part, topic);
    }

    private Optional<Schema> pinned(FormatSpec spec, Part part) {
        return TopicSchemas.pinned(registry, Kind.AVRO, spec, part).map(text -> parsed(text, part + "_SCHEMA_ID"));
    }

    private static Schema parsed(SchemaText text, String where) {
        try {
            return AvroSchemas.parse(text);
        } catch (AvroRuntimeException e) {
            throw new SqlException("The schema of " + where + " is not a valid Avro schema: " + e.getMessage());
        }
    }

    private static SchemaText text(Schema schema) {
        return new SchemaText(Kind.AVRO, schema.toString(), List.of());
    }

    private static void requireNames(SqlType type, String where) {
        if (type instanceof SqlType.Array array) {
            requireNames(array.element(), where);
        } else if (type instanceof SqlType.Map map) {
            requireNames(map.value(), where);
        } else if (type instanceof SqlType.Struct struct) {
            for (SqlType.Field field : struct.fields()) {
                requireName(field.name(), where + "->" + field.name());
                requireNames(field.type(), where + "->" + field.name());
            }
        }
    }

    private static void requireName(String name, String where) {
        if (!NAME.matcher(name).matches()) {
            throw new SqlException(
                    where + ": Avro's names begin with a letter or _ and go on with letters, digits or _; "
                            + "choose another name.");
        }
    }
}
