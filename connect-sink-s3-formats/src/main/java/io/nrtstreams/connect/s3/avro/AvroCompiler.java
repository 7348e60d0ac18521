package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.CanonicalText;
import io.nrtstreams.connect.s3.layout.Column;
import io.nrtstreams.connect.s3.layout.Kind;
import io.nrtstreams.connect.s3.layout.Layout;
import io.nrtstreams.connect.s3.layout.Misfit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * From the schemas of Connect to those of Avro, and to how values are written, in one go.
 *
 * <p>Avro names each record type once in a file and refers to it by name. Structs of one definition are one type; structs
 * of one name and different definitions are types of different names. Made for one file schema.
 */
final class AvroCompiler {
    private static final String UNNAMED = "Record";

    private final Map<String, AvroType> structs = new HashMap<>();
    /** Taken from the beginning are those that mean a type of Avro wherever they stand without a namespace. */
    private final Set<String> typeNames =
            new HashSet<>(List.of("null", "boolean", "int", "long", "float", "double", "bytes", "string"));

    private AvroCompiler() {}

    /** The record of a file, and the writers of its columns, in their order. */
    record Compiled(org.apache.avro.Schema schema, List<Slot> columns) {}

    /**
     * Compiles the columns of a file.
     *
     * @throws Misfit if a schema has no form in Avro
     */
    static Compiled compile(Layout layout) {
        return new AvroCompiler().root(layout);
    }

    private Compiled root(Layout layout) {
        Schema struct = layout.struct();
        String name = nameFor(struct == null ? null : struct.name(), UNNAMED);
        List<Slot> slots = new ArrayList<>();
        for (Column column : layout.columns()) {
            slots.add(field(column.name(), column.schema(), column.optional()));
        }
        List<String> names = layout.columns().stream().map(Column::name).toList();
        List<Schema> schemas = layout.columns().stream().map(Column::schema).toList();
        org.apache.avro.Schema record = record(name, struct, fields(names, schemas, slots));
        return new Compiled(record, slots);
    }

    private Slot field(String name, Schema schema, boolean optional) {
        try {
            return slot(name, schema, optional);
        } catch (RuntimeException e) {
            throw Misfit.at(name, e);
        }
    }

    private Slot slot(String name, Schema schema, boolean optional) {
        AvroType type = type(name, schema);
        if (!optional) {
            return type.required();
        }
        return Defaults.of(schema).isPresent() ? type.nullLast() : type.nullFirst();
    }

    private AvroType type(String name, Schema schema) {
        Kind kind = Kind.of(schema);
        return switch (kind) {
            case STRUCT -> struct(name, schema);
            case ARRAY -> {
                Slot element =
                        slot(name, schema.valueSchema(), schema.valueSchema().isOptional());
                yield annotated(
                        schema,
                        org.apache.avro.Schema.createArray(element.schema()),
                        CollectionWriters.list(element.writer()));
            }
            case MAP -> map(name, schema);
            default -> {
                AvroType scalar = ScalarTypes.of(kind, schema);
                yield annotated(schema, scalar.schema(), scalar.writer());
            }
        };
    }

    private AvroType map(String name, Schema schema) {
        Slot values = slot(name, schema.valueSchema(), schema.valueSchema().isOptional());
        if (schema.keySchema().type() == Schema.Type.STRING) {
            return annotated(
                    schema,
                    org.apache.avro.Schema.createMap(values.schema()),
                    CollectionWriters.textMap(values.writer()));
        }
        AvroType key = type(name + "_key", schema.keySchema());
        org.apache.avro.Schema entry = record(
                nameFor(null, name + "_entry"),
                null,
                List.of(
                        new org.apache.avro.Schema.Field("key", key.schema()),
                        new org.apache.avro.Schema.Field("value", values.schema())));
        return annotated(
                schema,
                org.apache.avro.Schema.createArray(entry),
                CollectionWriters.entries(key.writer(), values.writer()));
    }

    private AvroType struct(String name, Schema schema) {
        String definition = CanonicalText.ofStruct(schema);
        AvroType known = structs.get(definition);
        if (known != null) {
            return known;
        }
        String typeName = nameFor(schema.name(), name);
        List<Slot> slots = new ArrayList<>();
        for (Field field : schema.fields()) {
            slots.add(field(field.name(), field.schema(), field.schema().isOptional()));
        }
        List<String> names = schema.fields().stream().map(Field::name).toList();
        List<Schema> schemas = schema.fields().stream().map(Field::schema).toList();
        AvroType type =
                new AvroType(record(typeName, schema, fields(names, schemas, slots)), new StructWriter(schema, slots));
        structs.put(definition, type);
        return type;
    }

    private String nameFor(@Nullable String given, String otherwise) {
        return LegalNames.free(LegalNames.ofType(given == null || given.isBlank() ? otherwise : given), typeNames);
    }

    private static org.apache.avro.Schema record(
            String name, @Nullable Schema connect, List<org.apache.avro.Schema.Field> fields) {
        String doc = connect == null ? null : connect.doc();
        org.apache.avro.Schema record = org.apache.avro.Schema.createRecord(name, doc, null, false, fields);
        if (connect != null) {
            Annotations.ofRecord(record, connect);
        }
        return record;
    }

    private static List<org.apache.avro.Schema.Field> fields(
            List<String> names, List<Schema> schemas, List<Slot> slots) {
        List<String> legal = LegalNames.ofFields(names);
        List<org.apache.avro.Schema.Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(field(
                    legal.get(i), names.get(i), schemas.get(i), slots.get(i).schema()));
        }
        return fields;
    }

    private static org.apache.avro.Schema.Field field(
            String legal, String given, Schema connect, org.apache.avro.Schema type) {
        Optional<Object> value = Defaults.of(connect);
        Object byDefault = value.orElse(isNullFirst(type) ? JsonProperties.NULL_VALUE : null);
        org.apache.avro.Schema.Field field = new org.apache.avro.Schema.Field(legal, type, connect.doc(), byDefault);
        if (!legal.equals(given)) {
            field.addProp(Annotations.NAME, given);
        }
        return field;
    }

    private static boolean isNullFirst(org.apache.avro.Schema type) {
        return type.isUnion() && type.getTypes().get(0).getType() == org.apache.avro.Schema.Type.NULL;
    }

    private static AvroType annotated(Schema connect, org.apache.avro.Schema avro, ValueWriter writer) {
        Annotations.ofType(avro, connect);
        return new AvroType(avro, writer);
    }
}
