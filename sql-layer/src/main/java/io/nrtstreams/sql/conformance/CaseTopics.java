package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseRecord;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what a case takes for granted: its topics with their schemas, and those that its statements name. */
final class CaseTopics {

    private static final Pattern NAMED = Pattern.compile("(?i)KAFKA_TOPIC\\s*=\\s*'([^']+)'");
    private static final Map<String, Kind> KINDS =
            Map.of("AVRO", Kind.AVRO, "JSON", Kind.JSON, "JSON_SR", Kind.JSON, "PROTOBUF", Kind.PROTOBUF);

    private final InMemoryTopics topics;
    private final InMemorySchemaRegistry registry;

    CaseTopics(InMemoryTopics topics, InMemorySchemaRegistry registry) {
        this.topics = topics;
        this.registry = registry;
    }

    void prepare(ConformanceCase wanted) {
        wanted.topics().forEach(this::make);
        wanted.inputs().stream().map(CaseRecord::topic).forEach(this::ensure);
        for (String statement : wanted.statements()) {
            Matcher named = NAMED.matcher(statement);
            while (named.find() && !statement.toUpperCase(Locale.ROOT).contains("PARTITIONS")) {
                ensure(named.group(1));
            }
        }
    }

    private void ensure(String topic) {
        OptionalInt existing = topics.partitions(topic);
        if (existing.isEmpty()) {
            topics.create(topic, 1, Optional.empty(), Optional.empty());
        }
    }

    private void make(JsonNode topic) {
        String name = topic.path("name").asText();
        topics.create(name, topic.path("partitions").asInt(1), Optional.empty(), Optional.empty());
        register(topic, "key", name + "-key");
        register(topic, "value", name + "-value");
    }

    private void register(JsonNode topic, String part, String subject) {
        JsonNode schema = topic.path(part + "Schema");
        if (schema.isMissingNode() || schema.isNull()) {
            return;
        }
        SchemaText text =
                schema(schema, topic.path(part + "Format").asText("AVRO"), topic.path(part + "SchemaReferences"));
        JsonNode id = topic.path(part + "SchemaId");
        if (id.isNumber()) {
            registry.register(subject, id.asInt(), text);
        } else {
            registry.register(subject, text);
        }
    }

    private static SchemaText schema(JsonNode schema, String format, JsonNode references) {
        Kind kind = KINDS.getOrDefault(format.toUpperCase(Locale.ROOT), Kind.AVRO);
        List<Reference> named = new ArrayList<>();
        references.forEach(reference -> named.add(new Reference(
                reference.path("name").asText(),
                schema(
                        reference.path("schema"),
                        reference.path("format").asText(format),
                        reference.path("references")))));
        return new SchemaText(
                kind, schema.isTextual() && kind == Kind.PROTOBUF ? schema.textValue() : schema.toString(), named);
    }
}
