package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.batch.history.StartFrom;
import io.nrtstreams.sql.SqlException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Finds where new queries begin. Asks the broker and waits for it. */
final class StartPositions implements AutoCloseable {

    /** Begins at the records that come from now on ({@code latest}) or at the first there are ({@code earliest}). */
    static final String RESET = "auto.offset.reset";

    /** Begins at these offsets, as JSON {@code {"topic": {"0": 17}}}; what it does not name follows the other property. */
    static final String EXPLICIT = "nrt.start.positions";

    private static final int TIMEOUT = 10_000;

    private final Admin admin;
    private final Beginnings beginnings;

    StartPositions(Map<String, String> kafka, Beginnings beginnings) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, "nrt-start-positions");
        this.admin = Admin.create(settings);
        this.beginnings = beginnings;
    }

    /**
     * A beginning.
     *
     * @param topicIds by name
     */
    record Beginning(Positions positions, SortedMap<String, String> topicIds) {}

    /**
     * Where a query begins.
     *
     * @param topics that it reads, and whether each is that of a table: tables are read from their first record unless the
     *     property says otherwise
     * @throws ExecutionException when the broker refuses; the cause tells why
     * @throws SqlException when a property does not say where
     */
    Beginning of(Map<String, Boolean> topics, Map<String, String> properties)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(topics.keySet()).allTopicNames().get(TIMEOUT, TimeUnit.MILLISECONDS);
        SortedMap<String, String> ids = new TreeMap<>();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        Map<TopicPartition, Boolean> fromFirst = new HashMap<>();
        for (Map.Entry<String, Boolean> topic : topics.entrySet()) {
            TopicDescription description = Objects.requireNonNull(descriptions.get(topic.getKey()), topic.getKey());
            ids.put(topic.getKey(), description.topicId().toString());
            boolean first = isFromFirst(properties, topic.getValue());
            for (int i = 0; i < description.partitions().size(); i++) {
                TopicPartition partition = new TopicPartition(topic.getKey(), i);
                asked.put(partition, first ? OffsetSpec.earliest() : OffsetSpec.latest());
                fromFirst.put(partition, first);
            }
        }
        ListOffsetsResult answers =
                admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(TIMEOUT));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : asked.keySet()) {
            long offset = answers.partitionResult(partition)
                    .get(TIMEOUT, TimeUnit.MILLISECONDS)
                    .offset();
            offsets.put(
                    partition,
                    fromFirst.getOrDefault(partition, false) ? beginnings.of(partition, offset, properties) : offset);
        }
        return new Beginning(Positions.of(offsets).with(explicit(properties)), ids);
    }

    @Override
    public void close() {
        admin.close();
    }

    private static boolean isFromFirst(Map<String, String> properties, boolean isTable) {
        if (StartFrom.of(properties).isPresent()) {
            return true;
        }
        String reset = properties.get(RESET);
        if (reset == null) {
            return isTable;
        }
        return switch (reset.strip()) {
            case "earliest" -> true;
            case "latest" -> false;
            default ->
                throw new SqlException("The property " + RESET + " is earliest or latest, not '" + reset
                        + "'. Set it to one of them.");
        };
    }

    private static Positions explicit(Map<String, String> properties) {
        String text = properties.get(EXPLICIT);
        if (text == null) {
            return Positions.NONE;
        }
        try {
            return Positions.read(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new SqlException("The property " + EXPLICIT
                    + " is no JSON object of topics, partitions and offsets such as {\"topic\": {\"0\": 17}}.");
        }
    }
}
