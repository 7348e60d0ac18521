package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.plan.TopicLayout;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What SHOW and DESCRIBE tell. */
final class Listings {

    private Listings() {}

    static Outcome sources(EngineState state, SourceKind kind) {
        List<List<String>> rows = state.declarations().sources().stream()
                .filter(source -> source.kind() == kind)
                .map(Listings::source)
                .toList();
        return new Outcome.Listing(List.of("Name", "Topic", "Key format", "Value format", "Windowed"), rows);
    }

    private static List<String> source(DataSource source) {
        TopicLayout layout = source.layout();
        return List.of(
                source.name(),
                layout.topic(),
                layout.keyFormat().name(),
                layout.valueFormat().name(),
                layout.window().map(window -> window.kind().name()).orElse("no"));
    }

    static Outcome queries(EngineState state) {
        List<List<String>> rows = state.queries().values().stream()
                .map(query ->
                        List.of(query.id(), query.sink(), query.paused() ? "PAUSED" : "RUNNING", query.statement()))
                .toList();
        return new Outcome.Listing(List.of("Query", "Sink", "State", "Statement"), rows);
    }

    static Outcome types(EngineState state) {
        List<List<String>> rows = state.declarations().types().entrySet().stream()
                .map(type -> List.of(type.getKey(), type.getValue().toString()))
                .toList();
        return new Outcome.Listing(List.of("Name", "Type"), rows);
    }

    static Outcome functions(FunctionRegistry functions) {
        List<List<String>> rows = Stream.concat(functions.functions().stream(), Stream.of(Prediction.describe()))
                .sorted(Comparator.comparing(FunctionDescription::name))
                .map(function -> List.of(function.name(), function.kind().name(), function.category()))
                .toList();
        return new Outcome.Listing(List.of("Function", "Kind", "Category"), rows);
    }

    static Outcome describe(FunctionDescription function) {
        StringBuilder text = new StringBuilder();
        line(text, "Name", function.name());
        line(text, "Kind", function.kind().name());
        line(text, "Description", function.description());
        for (FunctionDescription.Signature signature : function.signatures()) {
            line(text, "Call", signature.text() + " -> " + signature.result());
            line(text, "", signature.description());
            signature.parameters().forEach(one -> line(text, "  " + one.name(), one.description()));
        }
        function.examples().forEach(example -> line(text, "Example", example));
        return new Outcome.Text(text.toString());
    }

    static Outcome properties(Map<String, String> properties) {
        List<List<String>> rows = properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(property -> List.of(property.getKey(), property.getValue()))
                .toList();
        return new Outcome.Listing(List.of("Property", "Value"), rows);
    }

    static Outcome describe(DataSource source, EngineState state) {
        Schema schema = source.schema();
        List<List<String>> rows = new ArrayList<>();
        String key = source.isTable() ? "(primary key)" : "(key)";
        schema.key().forEach(column -> rows.add(column(column, key)));
        schema.value().forEach(column -> rows.add(column(column, "")));
        schema.headers()
                .forEach(header -> rows.add(column(
                        header.column(),
                        header.header().map(name -> "(header '" + name + "')").orElse("(headers)"))));
        return new Outcome.Listing(List.of("Column", "Type", "Role"), rows);
    }

    private static List<String> column(Column column, String role) {
        return List.of(column.name(), column.type().toString(), role);
    }

    static Outcome describeExtended(DataSource source, EngineState state) {
        StringBuilder text = new StringBuilder();
        line(text, "Name", source.name());
        topicLines(text, source, state);
        schemaLines(text, source.schema());
        return new Outcome.Text(text.toString());
    }

    /** All streams or all tables one after the other. */
    static Outcome describeAll(SourceKind kind, boolean extended, EngineState state) {
        StringBuilder text = new StringBuilder();
        for (DataSource source : state.declarations().sources()) {
            if (source.kind() == kind) {
                text.append(text.isEmpty() ? "" : System.lineSeparator());
                line(text, "Name", source.name());
                if (extended) {
                    topicLines(text, source, state);
                }
                schemaLines(text, source.schema());
            }
        }
        return new Outcome.Text(text.toString());
    }

    private static void topicLines(StringBuilder text, DataSource source, EngineState state) {
        TopicLayout layout = source.layout();
        line(text, "Kind", source.kind().name().toLowerCase(Locale.ROOT));
        line(text, "Topic", layout.topic() + " (" + source.partitions() + " partitions)");
        line(text, "Key format", layout.keyFormat().name());
        line(text, "Value format", layout.valueFormat().name());
        layout.window().ifPresent(window -> line(text, "Window", window.kind().name()));
        layout.timestamp().ifPresent(timestamp -> line(text, "Timestamp", timestamp.column()));
        source.createdBy().ifPresent(query -> line(text, "Written by", query));
        line(text, "Read by", String.join(", ", state.readersOf(source.name())));
        line(text, "Statement", source.statement());
    }

    private static void schemaLines(StringBuilder text, Schema schema) {
        schema.columns()
                .forEach(column -> line(text, "Column", column + (schema.isKey(column.name()) ? " (key)" : "")));
    }

    private static void line(StringBuilder text, String heading, String content) {
        if (!content.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%-14s %s%n", heading, content));
        }
    }
}
