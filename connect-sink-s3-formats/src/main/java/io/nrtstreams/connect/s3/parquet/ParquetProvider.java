package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.FormatProvider;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.layout.LaneFormat;
import java.util.EnumSet;
import java.util.Set;

/** The format {@code parquet}: files of format version 1 pages, as all readers know them. */
public final class ParquetProvider implements FormatProvider {
    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public Set<Compression> compressions() {
        return EnumSet.of(Compression.NONE, Compression.GZIP, Compression.SNAPPY, Compression.ZSTD);
    }

    @Override
    public RecordFormat format(FormatSettings settings) {
        PageCompressor compressor = PageCompressor.of(settings.compression(), settings.compressionLevel());
        return new LaneFormat(
                ".parquet",
                "application/vnd.apache.parquet",
                settings.envelope(),
                layout -> ParquetPlan.of(layout, compressor));
    }
}
