package io.nrtstreams.connect.s3.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xerial.snappy.SnappyFramedInputStream;

class FileBytesTest {
    static Stream<Arguments> compressedFiles() {
        int[] sizes = {0, 1, 511, 512, 513, 65_535, 65_536, 65_537, 131_072, 131_073, 1_000_000};
        return Stream.of(Compression.values())
                .flatMap(compression -> IntStream.of(sizes).mapToObj(size -> Arguments.of(compression, size)));
    }

    @ParameterizedTest
    @MethodSource("compressedFiles")
    void filesThatShareACompressorReadBackAsWhatWasWritten(Compression compression, int size) throws IOException {
        Supplier<FileBytes> files = compression.files(compression.usualLevel(), SegmentPool.none());
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

        assertThat(decompressed(compression, one)).isEqualTo(expectedOne.toByteArray());
        assertThat(decompressed(compression, other)).isEqualTo(expectedOther.toByteArray());
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

    /** By the decoder that comes with the compression's own library. */
    private static byte[] decompressed(Compression compression, FileBytes file) throws IOException {
        InputStream stored = file.finish().stream();
        try (InputStream in = switch (compression) {
            case NONE -> stored;
            case GZIP -> new GZIPInputStream(stored);
            case ZSTD -> new ZstdInputStream(stored);
            case SNAPPY -> new SnappyFramedInputStream(stored, true);
        }) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({"GZIP, 1", "GZIP, 9", "ZSTD, 1", "ZSTD, 19"})
    void everyLevelReadsBack(Compression compression, int level) throws IOException {
        FileBytes file = compression.files(level, SegmentPool.none()).get();
        byte[] bytes = compressible(new Random(level), 300_000);
        file.append(bytes, bytes.length);

        assertThat(decompressed(compression, file)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatCanBeCompressedIs(Compression compression) {
        FileBytes file =
                compression.files(compression.usualLevel(), SegmentPool.none()).get();
        byte[] bytes = compressible(new Random(1), 1_000_000);
        file.append(bytes, bytes.length);

        assertThat(file.finish().length()).isLessThan(bytes.length / 2);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeCompressedHardlyGrows(Compression compression) {
        FileBytes file =
                compression.files(compression.usualLevel(), SegmentPool.none()).get();
        byte[] bytes = noise(new Random(1), 1_000_000);
        file.append(bytes, bytes.length);

        assertThat(file.finish().length()).isLessThan(bytes.length + 1000);
    }

    @ParameterizedTest
    @CsvSource({"GZIP, 1f8b08", "ZSTD, 28b52ffd", "SNAPPY, ff060000734e61507059"})
    void aFileBeginsWithWhatTellsItsFormat(Compression compression, String magic) throws IOException {
        FileBytes file =
                compression.files(compression.usualLevel(), SegmentPool.none()).get();
        file.append(new byte[] {'a'}, 1);

        byte[] bytes = file.finish().stream().readAllBytes();

        assertThat(HexFormat.of().formatHex(bytes)).startsWith(magic);
    }

    /** RFC 1952: the last eight bytes are the checksum and the length of what was compressed. */
    @Test
    void aGzipFileEndsWithChecksumAndLength() throws IOException {
        FileBytes file = Compression.GZIP.files(6, SegmentPool.none()).get();
        byte[] text = "123456789".getBytes(StandardCharsets.US_ASCII);
        file.append(text, text.length);

        byte[] bytes = file.finish().stream().readAllBytes();

        assertThat(HexFormat.of().formatHex(bytes)).endsWith("2639f4cb" + "09000000");
    }

    /** As an exception it would be taken for the fault of the record that filled the chunk. */
    @Test
    void aCompressorThatFailsIsAnError() {
        FileBytes file = new ChunkedBytes(
                (chunk, count, target) -> {
                    throw new IllegalStateException("no memory");
                },
                SegmentPool.none());
        byte[] bytes = new byte[100_000];

        assertThatThrownBy(() -> file.append(bytes, bytes.length))
                .isInstanceOf(InternalError.class)
                .hasMessage("a chunk of 65536 bytes cannot be compressed: java.lang.IllegalStateException: no memory");
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfOneRecordTakesLittleMemory(Compression compression) {
        FileBytes file =
                compression.files(compression.usualLevel(), SegmentPool.none()).get();
        file.append(new byte[100], 100);

        assertThat(file.memory()).isLessThanOrEqualTo(1024);
    }

    /** What the heap holds for a file is no more than what was allocated for it. */
    @ParameterizedTest
    @EnumSource
    void fiveThousandFilesOfOneRecordTakeNoMoreThan2KiBEach(Compression compression) {
        Supplier<FileBytes> files = compression.files(compression.usualLevel(), SegmentPool.none());
        byte[] record = new byte[179];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<FileBytes> open = new ArrayList<>(5_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 5_000; i++) {
            FileBytes file = files.get();
            file.append(record, record.length);
            open.add(file);
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / open.size();

        assertThat(each).isLessThanOrEqualTo(2048);
        assertThat(open).allSatisfy(file -> assertThat(file.memory() + 512).isGreaterThanOrEqualTo(each));
    }

    @ParameterizedTest
    @EnumSource
    void memoryIsWhatTheFileHolds(Compression compression) {
        FileBytes file =
                compression.files(compression.usualLevel(), SegmentPool.none()).get();
        Random random = new Random(1);
        long written = 0;
        while (written < 3_000_000) {
            byte[] bytes = noise(random, 1 + random.nextInt(1000));
            file.append(bytes, bytes.length);
            written += bytes.length;

            assertThat(file.length()).isGreaterThanOrEqualTo(written);
            assertThat(file.memory()).isBetween(file.length(), 2 * file.length() + 2048 + (1 << 20));
        }
        long length = file.length();

        assertThat(file.finish().length()).isCloseTo(length, within(1000L));
    }

    @ParameterizedTest
    @CsvSource({
        "ZSTD, zstd-jni, zstd cannot be loaded here",
        "SNAPPY, snappy-java, snappy cannot be loaded here",
        "GZIP, snappy-java, ''"
    })
    void aWorkerWithoutTheLibraryIsTold(String compression, String missing, String message) throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(missing))
                .map(FileBytesTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader worker = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Object there = worker.loadClass(Compression.class.getName())
                    .getMethod("valueOf", String.class)
                    .invoke(null, compression);
            Throwable thrown = catchThrowable(
                    () -> there.getClass().getMethod("requireLibrary").invoke(there));

            if (message.isEmpty()) {
                assertThat(thrown).isNull();
            } else {
                assertThat(thrown.getCause())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(message)
                        .hasMessageContaining("or use gzip");
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
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
