package io.nrtstreams.connect.s3.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileBytesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 65_535, 65_536, 65_537, 1_000_000})
    void gzipFilesThatShareACompressorReadBackAsWhatWasWritten(int size) throws IOException {
        Supplier<FileBytes> files = Compression.GZIP.files(6);
        FileBytes one = files.get();
        FileBytes other = files.get();
        ByteArrayOutputStream expectedOne = new ByteArrayOutputStream();
        ByteArrayOutputStream expectedOther = new ByteArrayOutputStream();
        Random random = new Random(size);
        for (int written = 0; written < size; ) {
            int step = Math.min(size - written, 1 + random.nextInt(100_000));
            write(one, expectedOne, compressible(random, step));
            write(other, expectedOther, noise(random, step));
            written += step;
        }

        assertThat(unzipped(one)).isEqualTo(expectedOne.toByteArray());
        assertThat(unzipped(other)).isEqualTo(expectedOther.toByteArray());
    }

    private static void write(FileBytes file, ByteArrayOutputStream expected, byte[] bytes) {
        file.append(bytes, bytes.length);
        expected.writeBytes(bytes);
    }

    private static byte[] compressible(Random random, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(3));
        }
        return bytes;
    }

    private static byte[] noise(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] unzipped(FileBytes file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(file.finish().stream())) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP"})
    void anEmptyFileTakesLittleMemory(Compression compression) {
        FileBytes file = compression.files(6).get();
        file.append(new byte[100], 100);

        assertThat(file.memory()).isLessThanOrEqualTo(2048);
    }

    @Test
    void anyRangeOfSegmentsReadsBack() throws IOException {
        Segments segments = new Segments();
        byte[] bytes = noise(new Random(1), 3_000_000);
        for (int at = 0; at < bytes.length; at += 1000) {
            segments.append(bytes, at, 1000);
        }

        assertThat(segments.stream().readAllBytes()).isEqualTo(bytes);
        assertThat(segments.stream(1_048_575, 2).readAllBytes()).containsExactly(bytes[1_048_575], bytes[1_048_576]);
        assertThat(segments.stream(3_000_000, 0).readAllBytes()).isEmpty();
        assertThat(segments.capacity()).isLessThan(segments.length() + (1 << 20) + 1);
    }
}
