package io.nrtstreams.analytics.batch.history;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.xerial.snappy.SnappyFramedInputStream;

/** Opens objects to be read from their beginning. */
final class ObjectFiles {

    private static final int BUFFER = 1 << 16;

    private ObjectFiles() {}

    /**
     * The rows of an object, whose compression its name tells.
     *
     * @param delimiter between the cells of CSV
     * @throws IOException when there is no such object, it may not be read, or it does not begin as its format does
     */
    static RawRows open(FileSystem files, Path object, StoredFormat format, char delimiter) throws IOException {
        if (format == StoredFormat.PARQUET) {
            return new ParquetRows(HadoopInputFile.fromPath(object, files.getConf()));
        }
        InputStream stored = files.open(object, BUFFER);
        try {
            InputStream plain = plain(stored, object.getName());
            return format == StoredFormat.JSON ? new JsonRows(plain) : new CsvRows(plain, delimiter);
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    private static InputStream plain(InputStream stored, String name) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(stored, BUFFER);
        } else if (name.endsWith(".zst")) {
            return new ZstdInputStream(stored).setContinuous(false);
        } else if (name.endsWith(".sz")) {
            return new SnappyFramedInputStream(stored);
        }
        return stored;
    }
}
