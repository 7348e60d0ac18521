package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.kafka.KafkaTopics;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.TopicEntity;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.registry.SchemaRegistry;
import io.nrtstreams.sql.tree.Statement.AssertSchema;
import io.nrtstreams.sql.tree.Statement.AssertTopic;
import io.nrtstreams.sql.tree.Statement.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** ASSERT TOPIC and ASSERT SCHEMA: ask until it holds or the time is over. */
final class Assertions {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final KafkaAccess kafka;
    private final Optional<SchemaRegistry> registry;

    Assertions(KafkaAccess kafka, Optional<SchemaRegistry> registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /** @throws AssertionFailedException when it does not hold in time */
    Entity topic(AssertTopic statement, String text) {
        KafkaTopics topics = kafka.requireBroker();
        settled(statement.timeout(), () -> problem(statement, topics)).ifPresent(problem -> {
            throw new AssertionFailedException(statement.position(), problem);
        });
        return new TopicEntity.AssertedTopic(text, statement.topic(), statement.exists(), List.of());
    }

    private static Optional<String> problem(AssertTopic statement, KafkaTopics topics) {
        String topic = statement.topic();
        OptionalInt partitions = topics.partitions(topic);
        if (partitions.isPresent() != statement.exists()) {
            return Optional.of("The topic '" + topic + "' " + (statement.exists() ? "does not exist." : "exists."));
        }
        if (!statement.exists()) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        for (Property property : statement.properties()) {
            int is = switch (property.key()) {
                case "PARTITIONS" -> partitions.getAsInt();
                case "REPLICAS" -> topics.replicas(topic).orElse(0);
                default ->
                    throw new SqlException(
                            property.position(),
                            "ASSERT TOPIC knows PARTITIONS and REPLICAS, not " + property.key() + ".");
            };
            if (!String.valueOf(property.value().value()).equals(String.valueOf(is))) {
                problems.add("The topic '" + topic + "' has " + property.key() + " " + is + ", not "
                        + property.value().value() + ".");
            }
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
    }

    /** @throws AssertionFailedException when it does not hold in time */
    Entity schema(AssertSchema statement, String text) {
        SchemaRegistry schemas = registry.orElseThrow(() -> ServiceException.of(
                ErrorCode.NO_SCHEMA_REGISTRY,
                "ASSERT SCHEMA asks a schema registry, and this server has none: set ksql.schema.registry.url."));
        settled(statement.timeout(), () -> problem(statement, schemas)).ifPresent(problem -> {
            throw new AssertionFailedException(statement.position(), problem);
        });
        return new TopicEntity.AssertedSchema(
                text, statement.subject().orElse(null), statement.id().orElse(null), statement.exists(), List.of());
    }

    private static Optional<String> problem(AssertSchema statement, SchemaRegistry schemas) {
        boolean there = statement.subject().isPresent()
                ? schemas.latest(statement.subject().get())
                        .filter(latest ->
                                statement.id().isEmpty() || statement.id().get() == latest.id())
                        .isPresent()
                : statement.id().flatMap(schemas::byId).isPresent();
        if (there == statement.exists()) {
            return Optional.empty();
        }
        String what = statement
                        .subject()
                        .map(subject -> " of the subject '" + subject + "'")
                        .orElse("")
                + statement.id().map(id -> " of the id " + id).orElse("");
        return Optional.of("There is " + (there ? "a" : "no") + " schema" + what + ".");
    }

    /** The problem that is left when the time is over; empty as soon as there is none. */
    private static Optional<String> settled(Optional<Duration> timeout, Supplier<Optional<String>> check) {
        long end = System.nanoTime() + timeout.orElse(TIMEOUT).toNanos();
        Optional<String> problem = check.get();
        while (problem.isPresent() && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return problem;
            }
            problem = check.get();
        }
        return problem;
    }
}
