package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.TopicPrints;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.registry.SchemaRegistry;
import io.nrtstreams.sql.tree.Statement.PrintTopic;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** PRINT: a topic's records as lines of text, in the formats that their bytes look like. Thread-safe. */
public final class TopicPrinter implements TopicPrints {

    private final SqlEnvironment environment;
    private final Optional<SchemaRegistry> registry;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * A printer.
     *
     * @param registry tells of which kind the schema is that bytes name
     */
    public TopicPrinter(SqlEnvironment environment, Optional<SchemaRegistry> registry) {
        this.environment = environment;
        this.registry = registry;
    }

    @Override
    public QueryRun start(PrintTopic print, StatementContext context) {
        KafkaConsumer<byte[], byte[]> consumer = TopicReading.consumer(environment);
        try {
            Set<TopicPartition> partitions = StreamRun.partitions(consumer, Set.of(print.topic()));
            if (partitions.isEmpty()) {
                throw new SqlException(
                        print.position(), "There is no topic '" + print.topic() + "'. SHOW TOPICS lists them.");
            }
            consumer.assign(partitions);
            if (print.fromBeginning()) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.endOffsets(partitions).forEach(consumer::seek);
            }
            ResultHeader header = new ResultHeader(
                    Optional.of("PRINT_" + numbers.incrementAndGet()),
                    List.of(new ResultColumn("LINE", SqlTypes.STRING, false)));
            return new PrintRun(header, consumer, print, registry);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }
}
