package io.nrtstreams.connect.s3;

import static io.nrtstreams.connect.s3.Records.DEVICES;
import static io.nrtstreams.connect.s3.Records.properties;
import static io.nrtstreams.connect.s3.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.luben.zstd.ZstdInputStream;
import io.nrtstreams.connect.s3.file.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xerial.snappy.SnappyFramedInputStream;

/** Each format and compression through the task: whatever ends a file, its object is whole and read by stock readers. */
class StoredFormatsTest {
    private static final int RECORDS = 3000;

    private final TestStore store = TestStore.empty();

    static Stream<Arguments> formatsAndCompressions() {
        return Stream.of("json", "json-array", "csv", "text", "bytes")
                .flatMap(format ->
                        Stream.of(Compression.values()).map(compression -> Arguments.of(format, compression)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndCompressions")
    void everyObjectIsWholeHoweverItsFileEnded(String format, Compression compression) throws IOException {
        FakeConnect connect = new FakeConnect(
                Map.of(
                        DEVICES,
                        IntStream.range(0, RECORDS)
                                .mapToObj(i -> record(i, "reading " + i))
                                .toList()),
                new HashMap<>(),
                store.objects(),
                new FakeClock());
        connect.start(properties(
                "format",
                format,
                "compression",
                compression.name().toLowerCase(Locale.ROOT),
                "partition.by",
                "of={partition}",
                "rotate.records",
                "1000000",
                "rotate.bytes",
                "20KB"));
        connect.drain(500);
        connect.stop();

        assertThat(store.keys())
                .hasSizeGreaterThan(1)
                .allSatisfy(key -> assertThat(key).endsWith(compression.extension()));
        List<String> read = new ArrayList<>();
        for (String key : store.keys()) {
            read.addAll(values(format, text(key, compression)));
        }
        assertThat(read)
                .isEqualTo(IntStream.range(0, RECORDS)
                        .mapToObj(i -> "reading " + i)
                        .toList());
    }

    private String text(String key, Compression compression) throws IOException {
        try (InputStream stored = store.objects().read(key);
                InputStream in = switch (compression) {
                    case NONE -> stored;
                    case GZIP -> new GZIPInputStream(stored);
                    case ZSTD -> new ZstdInputStream(stored);
                    case SNAPPY -> new SnappyFramedInputStream(stored, true);
                }) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> values(String format, String text) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return switch (format) {
            case "json-array" -> elements((ArrayNode) json.readTree(text));
            case "json" ->
                elements((ArrayNode)
                        json.readTree("[" + String.join(",", text.lines().toList()) + "]"));
            case "csv" -> text.lines().skip(1).toList();
            default -> text.lines().toList();
        };
    }

    private static List<String> elements(ArrayNode array) {
        List<String> elements = new ArrayList<>();
        array.forEach(element -> elements.add(element.textValue()));
        return elements;
    }
}
