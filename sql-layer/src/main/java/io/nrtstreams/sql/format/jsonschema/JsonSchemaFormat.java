package io.nrtstreams.sql.format.jsonschema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.FormatRules;
import io.nrtstreams.sql.format.InferringFormat;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.format.json.JsonFormat;
import io.nrtstreams.sql.format.jsonschema.JsonSchemaDocument.Place;
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

/** JSON_SR: JSON behind the id of a registered JSON Schema. */
public final class JsonSchemaFormat implements InferringFormat {

    private static final Set<String> PROPERTIES = Set.of("SCHEMA_ID", "SCHEMA_FULL_NAME");

    private final SchemaRegistry registry;
    private final JsonFormat json = new JsonFormat();

    public JsonSchemaFormat(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "JSON_SR";
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        FormatRules.check(this, spec, columns, part, PROPERTIES);
        ColumnRules.properties(spec, part);
        ColumnRules.mapKeys(spec, columns);
        if (!columns.isEmpty()) {
            layout(spec, columns, part);
        }
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        JsonSchemaLayout layout = layout(spec, columns, part);
        return new JsonSchemaCodec(
                json.codec(spec, columns, part, topic),
                json.codec(spec, layout.columns(), part, topic),
                layout,
                schemas(part, topic).sinkId(spec, () -> text(spec, columns, part)));
    }

    @Override
    public List<Column> columns(FormatSpec spec, Part part, String topic) {
        Optional<Place> pinned = pinned(spec, part);
        Place schema = pinned.orElseGet(() -> parsed(schemas(part, topic).latest(spec), "topic " + topic));
        List<Column> columns = ColumnRules.isUnwrapped(spec, part)
                ? List.of(new Column(ColumnRules.unwrappedName(part), typeOf(schema, "topic " + topic)))
                : membersOf(schema, "topic " + topic);
        return pinned.isPresent() ? columns : ColumnRules.inUpperCase(columns, "topic " + topic);
    }

    @Override
    public void register(FormatSpec spec, List<Column> columns, Part part, String topic) {
        if (TopicSchemas.pinnedId(spec, part).isEmpty()) {
            schemas(part, topic).register(text(spec, columns, part));
        }
    }

    private JsonSchemaLayout layout(FormatSpec spec, List<Column> columns, Part part) {
        Optional<Place> pinned = pinned(spec, part);
        if (pinned.isEmpty()) {
            return JsonSchemaLayout.of(columns);
        }
        String where = part + "_SCHEMA_ID";
        if (!ColumnRules.isUnwrapped(spec, columns, part)) {
            return JsonSchemaLayout.of(
                    membersOf(pinned.get(), where), JsonSchemaColumns.required(pinned.get()), columns);
        }
        Column column = columns.get(0);
        SqlType written = JsonSchemaLayout.named(column.type(), typeOf(pinned.get(), where), "column " + column.name());
        return JsonSchemaLayout.of(List.of(new Column(column.name(), written)));
    }

    private TopicSchemas schemas(Part part, String topic) {
        return new TopicSchemas(registry, Kind.JSON, part, topic);
    }

    private Optional<Place> pinned(FormatSpec spec, Part part) {
        return TopicSchemas.pinned(registry, Kind.JSON, spec, part).map(text -> parsed(text, part + "_SCHEMA_ID"));
    }

    private static Place parsed(SchemaText text, String where) {
        try {
            return JsonSchemaDocument.of(text).root();
        } catch (JsonProcessingException e) {
            throw new SqlException("The schema of " + where + " is not JSON.");
        }
    }

    private static SqlType typeOf(Place schema, String where) {
        return JsonSchemaColumns.typeOf(schema)
                .orElseThrow(() -> new SqlException(
                        "The schema of " + where + " has no type that a column can have; declare the columns."));
    }

    private static List<Column> membersOf(Place schema, String where) {
        return JsonSchemaColumns.of(schema)
                .orElseThrow(() -> new SqlException("The schema of " + where
                        + " is not of an object with a member for each column; read it as a single column with "
                        + "WRAP_SINGLE_VALUE = false, or declare the columns."));
    }

    private static SchemaText text(FormatSpec spec, List<Column> columns, Part part) {
        JsonNode schema = ColumnRules.isUnwrapped(spec, columns, part)
                ? JsonSchemas.of(columns.get(0).type())
                : JsonSchemas.of(columns);
        return new SchemaText(Kind.JSON, schema.toString(), List.of());
    }
}
