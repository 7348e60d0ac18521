package io.nrtstreams.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.quickstart.Installation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the children are told. */
class StackPartsTest {
    private static final Path HOME = Path.of(System.getProperty("nrt.home"));
    private static final S3Credentials CREDENTIALS = new S3Credentials("key", "hidden");

    @TempDir
    Path temporary;

    @Test
    void theBrokerListensWhereItIsToldAndKeepsItsDataInTheFolder() throws IOException {
        Properties broker = written(StackParts::brokerProperties);

        assertThat(broker)
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2")
                .containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:1")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:2")
                .containsEntry("log.dirs", temporary.resolve("kafka").toString())
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("log.retention.ms", "-1");
    }

    @Test
    void theWorkerFindsPluginsByTheirServiceFilesAndSupportsExactlyOnceSources() throws IOException {
        Properties worker = written(parts -> parts.workerProperties("/plugins"));

        assertThat(worker)
                .containsEntry("bootstrap.servers", "127.0.0.1:1")
                .containsEntry("listeners", "http://127.0.0.1:3")
                .containsEntry("plugin.path", "/plugins")
                .containsEntry("plugin.discovery", "service_load")
                .containsEntry("exactly.once.source.support", "enabled");
        Pattern allowed = Pattern.compile(worker.getProperty("config.providers.env.param.allowlist.pattern"));
        assertThat(List.of("NRT_S3_SECRET_KEY", "PATH"))
                .filteredOn(name -> allowed.matcher(name).matches())
                .containsExactly("NRT_S3_SECRET_KEY");
    }

    @Test
    void whatConnectorFilesNameComesFromTheEnvironmentAndNoSecretFromAFile() throws IOException {
        try (DataFolder folder = DataFolder.open(temporary)) {
            StackParts parts = parts(folder);

            assertThat(parts.variables())
                    .containsEntry("NRT_S3_SECRET_KEY", "hidden")
                    .containsEntry("NRT_S3_ACCESS_KEY", "key")
                    .containsEntry("NRT_S3_BUCKET", "nrt-demo")
                    .containsEntry("NRT_S3_ENDPOINT", "http://127.0.0.1:4")
                    .containsEntry("NRT_BOOTSTRAP", "127.0.0.1:1")
                    .containsEntry("NRT_RATE", "50")
                    .containsEntry(
                            "NRT_DATA", HOME.resolve("connectors-config/data").toString());
            assertThat(Files.readString(parts.workerProperties("/plugins"))).doesNotContain("hidden");
        }
    }

    @Test
    void theBrokerAndTheWorkerHaveNothingOnTheirClassPathThatAPlainKafkaHasNot() throws IOException {
        String classPath = Files.readString(HOME.resolve("quickstart/target/kafka.classpath"));

        assertThat(Arrays.stream(classPath.split(":"))
                        .map(jar -> Path.of(jar).getFileName().toString()))
                .anyMatch(jar -> jar.startsWith("connect-runtime-"))
                .anyMatch(jar -> jar.startsWith("connect-transforms-"))
                .noneMatch(jar -> jar.startsWith("s3"))
                .noneMatch(jar -> jar.startsWith("guava"))
                .noneMatch(jar -> jar.startsWith("picocli"))
                .noneMatch(jar -> jar.startsWith("connect-file"))
                .noneMatch(jar -> jar.startsWith("sdk-core"));
        assertThat(classPath).doesNotContain("tools/jackson").doesNotContain("io/nrtstreams");
    }

    private Properties written(Function<StackParts, Path> writing) throws IOException {
        try (DataFolder folder = DataFolder.open(temporary);
                Reader in = Files.newBufferedReader(writing.apply(parts(folder)))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        }
    }

    private static StackParts parts(DataFolder folder) {
        return new StackParts(new Installation(HOME), folder, new Addresses(1, 2, 3, 4, 5), CREDENTIALS, 50);
    }
}
