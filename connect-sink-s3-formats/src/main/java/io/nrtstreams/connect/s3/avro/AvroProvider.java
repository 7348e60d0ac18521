package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.FormatProvider;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.layout.LaneFormat;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The format {@code avro}: object container files of the Avro specification, version 1.12. */
public final class AvroProvider implements FormatProvider {
    @Override
    public String name() {
        return "avro";
    }

    @Override
    public Set<Compression> compressions() {
        return EnumSet.of(Compression.NONE, Compression.GZIP, Compression.SNAPPY, Compression.ZSTD);
    }

    @Override
    public RecordFormat format(FormatSettings settings) {
        return format(settings, new SecureRandom());
    }

    /** The format with what its files' sync markers are drawn from. */
    static RecordFormat format(FormatSettings settings, RandomGenerator random) {
        BlockCodec codec = BlockCodec.of(settings.compression(), settings.compressionLevel());
        ByteScratch scratch = new ByteScratch();
        return new LaneFormat(
                ".avro",
                "application/avro",
                settings.envelope(),
                layout -> new AvroPlan(layout, codec, random, scratch));
    }
}
