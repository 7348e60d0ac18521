package io.nrtstreams.connect.s3.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.config.SinkSettings;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.FormatProvider;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive in a plugin's class loader, among jars that a worker has and none besides. */
class ArchiveTest {
    /** Jars that are here for the tests, or because other jars name them, and that neither archive nor worker has. */
    private static boolean isOfTests(String entry) {
        String name = new File(entry).getName();
        return name.matches("(hadoop|avro-ipc|commons-(logging|compress|codec|io|lang3|pool)|s3proxy|aircompressor).*");
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** As Connect does it: everything but the platform's own classes comes from the plugin. */
    private static URLClassLoader plugin() {
        URL[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !isOfTests(entry))
                .map(ArchiveTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }

    /** Runs within the plugin, while the thread's own class loader has another copy of everything. */
    public static final class Writes implements Callable<String> {
        @Override
        public String call() {
            StringBuilder sizes = new StringBuilder();
            for (String name : new String[] {"avro", "parquet"}) {
                FormatProvider provider = FormatProvider.named(name).orElseThrow();
                for (Compression compression : provider.compressions()) {
                    RecordFormat format = provider.format(Samples.settings(compression, "key", "timestamp"));
                    byte[] file = Samples.file(
                            format, Samples.record(Samples.reading(1, "a")), Samples.record(Samples.reading(2, null)));
                    sizes.append(name).append(' ').append(compression).append(file.length > 100 ? " ok\n" : " empty\n");
                }
            }
            return sizes.toString();
        }
    }

    @Test
    void filesAreWrittenWithoutHadoopAndWithoutTheThreadsClassLoader() throws Exception {
        try (URLClassLoader plugin = plugin()) {
            Object writes =
                    plugin.loadClass(Writes.class.getName()).getConstructor().newInstance();
            Object written = ((Callable<?>) writes).call();

            assertThat(written.toString().lines())
                    .containsExactlyInAnyOrder(
                            "avro NONE ok",
                            "avro GZIP ok",
                            "avro SNAPPY ok",
                            "avro ZSTD ok",
                            "parquet NONE ok",
                            "parquet GZIP ok",
                            "parquet SNAPPY ok",
                            "parquet ZSTD ok");
            assertThat(plugin.getResource("org/apache/hadoop/conf/Configuration.class"))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"avro", "parquet"})
    void theSinkTakesTheFormatOnceTheArchiveIsThere(String name) throws IOException, ConfigException {
        SinkSettings settings = SinkSettings.read(Map.of("s3.bucket", "lake", "format", name, "compression", "zstd"));

        assertThat(settings.format().extension()).isEqualTo("." + name);
    }
}
