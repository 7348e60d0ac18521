package io.nrtstreams.analytics.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.connector.read.streaming.Offset;

/**
 * Where a job is behind a batch; Spark writes it to its log before it runs the batch. All that a batch does follows from the
 * offsets before and behind it and the files they name, so a batch that is run again does the same. Immutable.
 */
final class JobOffset extends Offset {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Before the first batch. */
    static final JobOffset START = new JobOffset(-1, 0, 0, Collections.emptySortedMap(), Collections.emptySortedMap());

    private final long batch;
    private final long time;
    private final long program;
    private final SortedMap<QueryKey, Positions> positions;
    private final SortedMap<QueryKey, Partitions> behind;
    private final String json;

    /**
     * An offset.
     *
     * @param batch the number of the batch, from 0 on, without gaps
     * @param time when the batch was planned, in ms since the epoch: the present of its functions
     * @param program the version of the {@link Program} it runs
     * @param positions of the queries when the batch is done
     * @param behind of the queries that have such, the partitions of which there was more to read than the batch takes. It
     *     cannot be told from the positions later, as topics grow and the limit of a batch may be another one
     */
    JobOffset(
            long batch,
            long time,
            long program,
            SortedMap<QueryKey, Positions> positions,
            SortedMap<QueryKey, Partitions> behind) {
        this.batch = batch;
        this.time = time;
        this.program = program;
        this.positions = Collections.unmodifiableSortedMap(positions);
        this.behind = Collections.unmodifiableSortedMap(behind);
        this.json = write().toString();
    }

    static JobOffset read(String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an offset in the checkpoint is no JSON; the checkpoint is damaged: restore it from a copy", e);
        }
        SortedMap<QueryKey, Positions> positions = new TreeMap<>();
        json.path("positions")
                .properties()
                .forEach(query -> positions.put(QueryKey.parse(query.getKey()), Positions.read(query.getValue())));
        SortedMap<QueryKey, Partitions> behind = new TreeMap<>();
        json.path("behind")
                .properties()
                .forEach(query -> behind.put(QueryKey.parse(query.getKey()), Partitions.read(query.getValue())));
        return new JobOffset(
                json.path("batch").asLong(),
                json.path("time").asLong(),
                json.path("program").asLong(),
                positions,
                behind);
    }

    long batch() {
        return batch;
    }

    long time() {
        return time;
    }

    long program() {
        return program;
    }

    SortedMap<QueryKey, Positions> positions() {
        return positions;
    }

    /** The query's partitions of which there was more to read than the batch before this offset takes. */
    Partitions behind(QueryKey query) {
        return behind.getOrDefault(query, Partitions.NONE);
    }

    @Override
    public String json() {
        return json;
    }

    private ObjectNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("batch", batch).put("time", time).put("program", program);
        ObjectNode queries = node.putObject("positions");
        positions.forEach((query, at) -> queries.set(query.toString(), at.json()));
        behind.forEach(
                (query, partitions) -> node.withObjectProperty("behind").set(query.toString(), partitions.json()));
        return node;
    }
}
