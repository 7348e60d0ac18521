package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseRecord;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes what a case takes for granted: its topics with their schemas, and those that its statements name. */
public final class CaseTopics {

    private static final Pattern NAMED = Pattern.compile("(?i)KAFKA_TOPIC\\s*=\\s*'([^']+)'");
    private static final Map<String, Kind> KINDS =
            Map.of("AVRO", Kind.AVRO, "JSON", Kind.JSON, "JSON_SR", Kind.JSON, "PROTOBUF", Kind.PROTOBUF);

    private final InMemoryTopics topics;
    private final InMemorySchemaRegistry registry;

    public CaseTopics(InMemoryTopics topics, InMemorySchemaRegistry registry) {
        this.topics = topics;
        this.registry = registry;
    }

    /** Makes them of a case. */
    public void prepare(ConformanceCase wanted) {
        for (JsonNode topic : wanted.topics()) {
            topics.create(name(topic), topic.path("partitions").asInt(1), Optional.empty(), Optional.empty());
        }
        register(wanted);
        Set<String> madeByStatements = named(wanted, true);
        Stream.concat(wanted.inputs().stream().map(CaseRecord::topic), named(wanted, false).stream())
                .filter(topic -> !madeByStatements.contains(topic))
                .forEach(this::ensure);
    }

    private static String name(JsonNode topic) {
        return topic.path("name").asText();
    }

    /** The topics that statements name, either with a number of partitions, so that they are made, or without. */
    private static Set<String> named(ConformanceCase wanted, boolean withPartitions) {
        Set<String> named = new HashSet<>();
        for (String statement : wanted.statements()) {
            if (statement.toUpperCase(Locale.ROOT).contains("PARTITIONS") == withPartitions) {
                NAMED.matcher(statement).results().forEach(match -> named.add(match.group(1)));
            }
        }
        return named;
    }

    private void ensure(String topic) {
        if (topics.partitions(topic).isEmpty()) {
            topics.create(topic, 1, Optional.empty(), Optional.empty());
        }
    }

    /** Schemas of a given id go first, so that the others get ids that are free. */
    private void register(ConformanceCase wanted) {
        List<Runnable> withoutId = new ArrayList<>();
        for (JsonNode topic : wanted.topics()) {
            for (String part : List.of("key", "value")) {
                JsonNode schema = topic.path(part + "Schema");
                if (!schema.isMissingNode() && !schema.isNull()) {
                    String subject = name(topic) + "-" + part;
                    SchemaText text = schema(
                            schema, topic.path(part + "Format").asText("AVRO"), topic.path(part + "SchemaReferences"));
                    id(wanted, topic, part)
                            .ifPresentOrElse(
                                    id -> registry.register(subject, id, text),
                                    () -> withoutId.add(() -> registry.register(subject, text)));
                }
            }
        }
        withoutId.forEach(Runnable::run);
    }

    /** The id that the case gives, or that the statement writing the topic names. */
    private static OptionalInt id(ConformanceCase wanted, JsonNode topic, String part) {
        JsonNode told = topic.path(part + "SchemaId");
        if (told.isNumber()) {
            return OptionalInt.of(told.asInt());
        }
        Pattern writing = Pattern.compile(
                "(?is)\\b" + Pattern.quote(name(topic)) + "\\b.*" + part + "_SCHEMA_ID\\s*=\\s*(\\d+).*\\bSELECT\\b");
        for (String statement : wanted.statements()) {
            Matcher id = writing.matcher(statement);
            if (id.find()) {
                return OptionalInt.of(Integer.parseInt(id.group(1)));
            }
        }
        return OptionalInt.empty();
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
