package io.nrtstreams.connect.mock;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Configurations of replays, and what they emit. */
final class Recorded {
    static final Map<String, ?> PARTITION = Map.of("series", "replay/t/0");

    private Recorded() {}

    static Path write(Path file, String content) throws IOException {
        return Files.writeString(file, content);
    }

    static Path writeCompressed(Path file, String content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    static Map<String, String> config(Path file, String... more) {
        Map<String, String> config = Rig.config("replay", "topic", "t", "replay.time", "time");
        config.put("replay.file", file.toString());
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    static List<String> errors(Map<String, String> config) {
        return new MockSourceConnector()
                .validate(new LinkedHashMap<>(config)).configValues().stream()
                        .flatMap(value -> value.errorMessages().stream())
                        .toList();
    }

    /** What is emitted before nothing follows any more. */
    static List<SourceRecord> all(Rig rig) {
        List<SourceRecord> records = new ArrayList<>();
        int idle = 0;
        while (idle < 3) {
            List<SourceRecord> batch = rig.poll();
            idle = batch.isEmpty() ? idle + 1 : 0;
            records.addAll(batch);
        }
        return records;
    }

    static List<Object> fields(SourceRecord record) {
        Struct struct = (Struct) record.value();
        return Arrays.asList(struct.schema().fields().stream().map(struct::get).toArray());
    }

    static long position(SourceRecord record) {
        return ((Number) record.sourceOffset().get("position")).longValue();
    }

    /** A record without the schedule in its offset, which tells when it was emitted. */
    static String shown(SourceRecord record) {
        return position(record) + " " + record.topic() + " " + record.key() + " " + record.timestamp() + " "
                + record.value();
    }
}
