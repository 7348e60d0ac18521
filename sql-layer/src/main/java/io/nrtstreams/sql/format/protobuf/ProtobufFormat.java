package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PROTOBUF: messages behind the id of a registered schema. Columns always stand inside a message. */
public final class ProtobufFormat implements InferringFormat {

    private static final String FULL_NAME = "SCHEMA_FULL_NAME";
    private static final Set<String> PROPERTIES = Set.of("SCHEMA_ID", FULL_NAME, NullRepresentation.PROPERTY);

    private final SchemaRegistry registry;

    public ProtobufFormat(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "PROTOBUF";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KEY, Ability.SEVERAL_COLUMNS, Ability.WRAP_SINGLE, Ability.SCHEMA_INFERENCE);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        FormatRules.check(this, spec, columns, part, PROPERTIES);
        ColumnRules.properties(spec, part);
        ColumnRules.mapKeys(spec, columns);
        if (!columns.isEmpty()) {
            sink(spec, columns, part);
        }
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        TopicSchemas schemas = schemas(part, topic);
        return new ProtobufCodec(
                spec,
                columns,
                part,
                schemas,
                sink(spec, columns, part),
                schemas.sinkId(spec, () -> text(spec, columns, part)));
    }

    @Override
    public List<Column> columns(FormatSpec spec, Part part, String topic) {
        Optional<Descriptor> pinned = pinned(spec, part);
        String where = "topic " + topic;
        Descriptor message =
                pinned.orElseGet(() -> ProtobufSink.message(schemas(part, topic).latest(spec), fullName(spec), where));
        List<Column> columns = ProtobufColumns.of(message);
        if (columns.isEmpty()) {
            throw new SqlException("The message " + message.getFullName() + " of " + where
                    + " has no field that a column can have the type of; declare the columns.");
        }
        return pinned.isPresent() ? columns : ColumnRules.inUpperCase(columns, where);
    }

    @Override
    public void register(FormatSpec spec, List<Column> columns, Part part, String topic) {
        if (TopicSchemas.pinnedId(spec, part).isEmpty()) {
            schemas(part, topic).register(text(spec, columns, part));
        }
    }

    private ProtobufSink sink(FormatSpec spec, List<Column> columns, Part part) {
        Descriptor message = pinned(spec, part)
                .orElseGet(() -> ProtobufSink.message(text(spec, columns, part), Optional.empty(), "the columns"));
        return ProtobufSink.of(message, columns);
    }

    private TopicSchemas schemas(Part part, String topic) {
        return new TopicSchemas(registry, Kind.PROTOBUF, part, topic);
    }

    private Optional<Descriptor> pinned(FormatSpec spec, Part part) {
        return TopicSchemas.pinned(registry, Kind.PROTOBUF, spec, part)
                .map(text -> ProtobufSink.message(text, fullName(spec), part + "_SCHEMA_ID"));
    }

    private static Optional<String> fullName(FormatSpec spec) {
        return Optional.ofNullable(spec.properties().get(FULL_NAME));
    }

    private static SchemaText text(FormatSpec spec, List<Column> columns, Part part) {
        return text(fullName(spec), columns, NullRepresentation.of(spec, part));
    }

    /** The schema that the columns are written with when no other is named. */
    static SchemaText text(Optional<String> fullName, List<Column> columns, NullRepresentation nulls) {
        String name = fullName.orElse(ProtobufSchemaText.DEFAULT_NAME);
        return new SchemaText(Kind.PROTOBUF, ProtobufSchemaText.of(name, columns, nulls), List.of());
    }
}
