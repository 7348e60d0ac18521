package io.nrtstreams.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StoredRecordsTest {
    private final List<String> seen = new ArrayList<>();

    private long read(String key, InputStream object) throws Exception {
        return StoredRecords.read(key, object, (partition, offset) -> seen.add(partition + ":" + offset));
    }

    private static InputStream plain(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsJsonLines() throws Exception {
        assertThat(
                        read(
                                "a.json",
                                plain(
                                        "{\"kafka_partition\":1,\"kafka_offset\":7}\n{\"kafka_offset\":8,\"kafka_partition\":1}\n")))
                .isEqualTo(2);
        assertThat(seen).containsExactly("1:7", "1:8");
    }

    @Test
    void readsGzippedCsvWithLineBreaksInFields() throws Exception {
        byte[] object = gzip("note,kafka_partition,kafka_offset\r\n\"two\nlines\",0,3\r\nplain,0,4\r\n");

        assertThat(read("a.csv.gz", new ByteArrayInputStream(object))).isEqualTo(2);
        assertThat(seen).containsExactly("0:3", "0:4");
    }

    @Test
    void refusesAnObjectThatWasCutOff() throws Exception {
        byte[] whole = gzip("{\"kafka_partition\":1,\"kafka_offset\":7}\n");
        byte[] cut = Arrays.copyOf(whole, whole.length - 9);

        assertThatThrownBy(() -> read("a.json.gz", new ByteArrayInputStream(cut)))
                .hasMessageContaining("is damaged or was not written by the sink");
    }

    @Test
    void tellsRecordsWithoutCoordinatesAndNamesTheKeyThatAddsThem() {
        for (String key : List.of("a.json", "a.csv")) {
            assertThatThrownBy(() -> read(key, plain(key.endsWith("json") ? "{\"usage\":1}\n" : "usage\n1\n")))
                    .isInstanceOf(StoredRecords.WithoutCoordinates.class)
                    .hasMessageContaining("envelope=partition,offset");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void refusesARecordWithoutCoordinatesBesideOthersThatHaveThem() {
        assertThatThrownBy(() -> read("a.json", plain("{\"kafka_partition\":1,\"kafka_offset\":7}\n{\"usage\":1}\n")))
                .isInstanceOf(StoredRecords.UnreadableObject.class)
                .hasMessage("is damaged: after 1 records one has no partition and offset");
    }
}
