package io.nrtstreams.analytics.query.print;

import io.nrtstreams.analytics.query.read.ConsumerPool;
import io.nrtstreams.analytics.query.read.TopicReading;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.TopicPrints;
import io.nrtstreams.sql.format.FormatGuess;
import io.nrtstreams.sql.registry.SchemaRegistry;
import io.nrtstreams.sql.tree.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Answers PRINT, from the end of the topic or from its beginning, in formats that are guessed. Thread-safe. */
public final class PrintedTopics implements TopicPrints {

    private final ConsumerPool consumers;
    private final Optional<SchemaRegistry> registry;
    private final AtomicLong started = new AtomicLong();

    public PrintedTopics(ConsumerPool consumers, Optional<SchemaRegistry> registry) {
        this.consumers = consumers;
        this.registry = registry;
    }

    @Override
    public QueryRun start(Statement.PrintTopic print, StatementContext context) {
        TopicReading reading = TopicReading.open(consumers, Map.of(print.topic(), false), print.fromBeginning());
        return new PrintRun(
                "PRINT_" + started.incrementAndGet(),
                print,
                reading,
                new PrintedSide("Key", FormatGuess.ofKeys(registry)),
                new PrintedSide("Value", FormatGuess.ofValues(registry)));
    }
}
