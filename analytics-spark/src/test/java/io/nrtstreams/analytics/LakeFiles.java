package io.nrtstreams.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Files as the sink connectors store them.
 *
 * @param root the folder that stands for the bucket
 */
public record LakeFiles(Path root) {
    private static final String ENVELOPE = "kafka_key,kafka_partition,kafka_offset,kafka_timestamp";

    /** One gzip file below {@code lake/}. */
    public LakeFiles write(String path, List<String> lines) {
        Path file = root.resolve("lake").resolve(path);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The replayed month of load and temperature, each topic as one CSV file. */
    public LakeFiles northwest() {
        List<String> load = new ArrayList<>(List.of(ENVELOPE + ",load_mw,local_time,location,time"));
        List<String> weather = new ArrayList<>(List.of(ENVELOPE + ",local_time,location,temp_f,time"));
        try {
            List<String> rows = Files.readAllLines(Shipped.northwest());
            for (int i = 1; i < rows.size(); i++) {
                String[] cell = rows.get(i).split(",");
                String envelope = "US Northwest,0," + (i - 1) + ",1992-01-01T00:00:00.000Z,";
                load.add(envelope + cell[2] + "," + cell[1] + ",US Northwest," + cell[0]);
                weather.add(envelope + cell[1] + ",US Northwest," + cell[3] + "," + cell[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("northwest_load/dt=1992-01-01/northwest_load+0+00000000000000000000.csv.gz", load);
        return write("northwest_weather/dt=1992-01-01/northwest_weather+0+00000000000000000000.csv.gz", weather);
    }

    /** Energy readings, {@code time,userId,usage,location} each. */
    public LakeFiles energy(String file, List<String> readings) {
        List<String> lines = new ArrayList<>(List.of(ENVELOPE + ",time,userId,usage,location"));
        readings.forEach(reading -> lines.add("7,0,0,2026-11-22T00:00:00.000Z," + reading));
        return write("energy_consumption/dt=2026-11-22/location=Pune/" + file, lines);
    }

    /** Weather polls of one city as {@code [epoch, temp_f]}. */
    public LakeFiles weather(String city, double[]... polls) {
        List<String> lines = new ArrayList<>();
        for (double[] poll : polls) {
            lines.add("{\"kafka_key\":\"k\",\"kafka_partition\":0,\"kafka_offset\":0,\"location\":{\"name\":\"" + city
                    + "\",\"localtime_epoch\":" + (long) poll[0] + "},\"current\":{\"temp_f\":" + poll[1] + "}}");
        }
        return write("weather/dt=2026-11-22/city=" + city + "/weather+0+00000000000000000000.json.gz", lines);
    }
}
