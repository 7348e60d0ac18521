package io.nrtstreams.analytics.conformance;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.conformance.CaseRecords;
import io.nrtstreams.sql.conformance.CaseTopics;
import io.nrtstreams.sql.conformance.ConformanceCase;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What an engine of the runner's own makes of a case's declarations: how its records lie in their topics. */
final class CaseLayouts {

    private final InMemoryTopics topics = new InMemoryTopics();
    private final Formats formats;
    private final Engine engine;
    private final Map<String, CaseRecords> codecs = new HashMap<>();

    /**
     * For one case.
     *
     * @param registry the server's too
     */
    CaseLayouts(ConformanceCase wanted, InMemorySchemaRegistry registry) {
        this.formats =
                Formats.withoutRegistry().with(RegistryFormats.of(registry).toArray(Format[]::new));
        this.engine = Engine.create(FunctionRegistry.builtIn(), formats, topics, () -> Instant.EPOCH);
        new CaseTopics(topics, registry).prepare(wanted);
    }

    /** The partitions of a topic that is there before the statements. */
    OptionalInt partitions(String topic) {
        return topics.partitions(topic);
    }

    /** Takes note of a statement that the server has carried out. */
    void declare(String statement, Map<String, String> properties) {
        engine.execute(statement, properties);
    }

    /** How the records of a topic lie. */
    CaseRecords records(String topic) {
        return source(topic)
                .map(source -> codecs.computeIfAbsent(topic, name -> new CaseRecords(source.layout(), formats)))
                .orElseThrow(() -> new SqlException("No statement has declared the topic " + topic + "."));
    }

    boolean isTable(String topic) {
        return source(topic).filter(DataSource::isTable).isPresent();
    }

    boolean isDeclared(String topic) {
        return source(topic).isPresent();
    }

    private Optional<DataSource> source(String topic) {
        return engine.catalog().sources().stream()
                .filter(source -> source.layout().topic().equals(topic))
                .findFirst();
    }
}
