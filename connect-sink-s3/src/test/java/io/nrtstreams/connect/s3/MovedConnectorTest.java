package io.nrtstreams.connect.s3;

import static io.nrtstreams.connect.s3.Records.DEVICES;
import static io.nrtstreams.connect.s3.Records.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.NewObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connector of Confluent's that goes on as one of this sink, with its configuration and its offsets. */
class MovedConnectorTest {
    private static final Map<String, String> CONFIGURATION = Map.of(
            "s3.bucket.name", "unused",
            "storage.class", "io.confluent.connect.s3.storage.S3Storage",
            "format.class", "io.confluent.connect.s3.format.json.JsonFormat",
            "flush.size", "5",
            "partitioner.class", "io.confluent.connect.storage.partitioner.FieldPartitioner",
            "partition.field.name", "site");

    private final TestStore store = TestStore.empty();
    private final Map<TopicPartition, Long> committed = new HashMap<>(Map.of(DEVICES, 10L));

    private FakeConnect connect() {
        return new FakeConnect(log(20, "a"), committed, store.objects(), new FakeClock()).start(CONFIGURATION);
    }

    /** As it was stored before, for the offsets from {@code first} on. */
    private void storedBefore(String name, long first, int count) {
        StringBuilder lines = new StringBuilder();
        LongStream.range(first, first + count)
                .forEach(n -> lines.append("{\"n\":").append(n).append(",\"site\":\"a\"}\n"));
        Segments content = new Segments();
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        content.append(bytes, 0, bytes.length);
        store.objects().put(new NewObject("topics/devices/site=a/" + name, content, "application/json", Map.of()));
    }

    @Test
    void itGoesOnBesideTheOldFilesFromTheCommittedOffset() {
        storedBefore("devices+0+0000000000.json", 0, 5);
        storedBefore("devices+0+0000000005.json", 5, 5);

        connect().drain(20);

        assertThat(store.keys())
                .containsExactlyInAnyOrder(
                        "topics/devices/site=a/devices+0+0000000000.json",
                        "topics/devices/site=a/devices+0+0000000005.json",
                        "topics/devices/site=a/devices+0+00000000000000000010.json",
                        "topics/devices/site=a/devices+0+00000000000000000015.json");
        List<String> expected = LongStream.range(0, 20)
                .mapToObj(n -> "{\"n\":" + n + ",\"site\":\"a\"}")
                .toList();
        assertThat(store.lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices+0+00000000000000000005.json", "devices+0+00000000000000000010.json"})
    void anOldFileWhoseNameIsPaddedLikeOursStopsItRatherThanCountingAsALink(String name) {
        storedBefore(name, 5, 5);
        FakeConnect connect = connect();

        assertThatThrownBy(() -> connect.drain(20))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(name + " was not written by this sink");
    }
}
