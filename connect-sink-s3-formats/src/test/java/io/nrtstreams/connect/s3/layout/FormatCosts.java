package io.nrtstreams.connect.s3.layout;

import com.sun.management.ThreadMXBean;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.FormatProvider;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;

/** Prints what a record costs in each format, and how true a file's own account of its memory is. Run by hand. */
public final class FormatCosts {
    private static final Schema PLACE = SchemaBuilder.struct()
            .field("name", Schema.STRING_SCHEMA)
            .field("lat", Schema.FLOAT64_SCHEMA)
            .field("lon", Schema.FLOAT64_SCHEMA)
            .build();
    private static final Schema SCHEMA = SchemaBuilder.struct()
            .name("Reading")
            .field("id", Schema.INT64_SCHEMA)
            .field("device", Schema.STRING_SCHEMA)
            .field("usage", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .field("count", Schema.INT32_SCHEMA)
            .field("ok", Schema.BOOLEAN_SCHEMA)
            .field("at", Timestamp.SCHEMA)
            .field("place", PLACE)
            .build();
    private static final int RECORDS = 200_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FormatCosts() {}

    private static SinkRecord record(int n, String device) {
        Struct place =
                new Struct(PLACE).put("name", "Pune").put("lat", 18.5 + n % 10).put("lon", 73.8);
        return Samples.record(new Struct(SCHEMA)
                .put("id", (long) n)
                .put("device", device)
                .put("usage", Math.sin(n))
                .put("count", n % 100)
                .put("ok", n % 3 == 0)
                .put("at", new java.util.Date(1_795_341_600_000L + n))
                .put("place", place));
    }

    public static void main(String[] args) {
        for (String name : List.of("avro", "parquet")) {
            for (Compression compression : List.of(Compression.NONE, Compression.SNAPPY, Compression.ZSTD)) {
                time(name, compression);
            }
            IntFunction<String> few = n -> "device-" + n % 100;
            IntFunction<String> unique = n -> "device-" + n;
            for (int perFile : List.of(1, 100, 1000, 10_000, 50_000, 300_000)) {
                memory(name, perFile, few, "few devices");
                memory(name, perFile, unique, "unique devices");
            }
        }
    }

    private static void time(String name, Compression compression) {
        List<SinkRecord> records = IntStream.range(0, 20_000)
                .mapToObj(n -> record(n, "device-" + n % 500))
                .toList();
        RecordFormat format = FormatProvider.named(name).orElseThrow().format(Samples.settings(compression, "offset"));
        for (int round = 0; round < 6; round++) {
            RecordFile file = Samples.fileFor(format, records.get(0));
            long cpu = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < RECORDS; i++) {
                SinkRecord record = records.get(i % records.size());
                format.lane(record);
                file.append(record);
                file.memory();
                file.length();
            }
            long length = file.finish().length();
            if (round == 5) {
                System.out.printf(
                        "%s %s: %.2f us CPU, %d B allocated, %.1f B stored a record%n",
                        name,
                        compression,
                        (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / RECORDS,
                        (THREADS.getCurrentThreadAllocatedBytes() - allocated) / RECORDS,
                        (double) length / RECORDS);
            }
        }
    }

    private static void memory(String name, int perFile, IntFunction<String> device, String what) {
        int files = Math.max(4, Math.min(1000, 100_000 / perFile));
        RecordFormat format =
                FormatProvider.named(name).orElseThrow().format(Samples.settings(Compression.SNAPPY, "offset"));
        format.lane(record(0, "x"));
        long before = used();
        List<RecordFile> open = new ArrayList<>();
        for (int f = 0; f < files; f++) {
            RecordFile file = Samples.fileFor(format, record(0, "x"));
            for (int i = 0; i < perFile; i++) {
                file.append(record(i, device.apply(i)));
            }
            open.add(file);
        }
        long held = (used() - before) / files;
        long said = open.stream().mapToLong(RecordFile::memory).sum() / files;
        long length = open.stream().mapToLong(RecordFile::length).sum() / files;
        long stored = open.stream().mapToLong(file -> file.finish().length()).sum() / files;
        System.out.printf(
                "%s, %d records a file, %s: holds %d, says it holds %d; says it is %d long, is %d%n",
                name, perFile, what, held, said, length, stored);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
