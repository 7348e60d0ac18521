package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.Installation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.file.FileStreamSourceConnector;

/** Broker, worker and S3 endpoint of a data folder on free ports, with Kafka's own file connectors as plugins. */
final class StackWithoutAnalytics implements AutoCloseable {
    final List<String> progress = new ArrayList<>();
    final DataFolder folder;
    final Addresses addresses;
    final Stack stack;
    private final StackParts parts;

    StackWithoutAnalytics(Path data) {
        folder = DataFolder.open(data);
        StaleChildren.clear(folder.path());
        addresses = new StackSettings(data, any(), any(), any(), any(), any(), 50).addresses();
        stack = new Stack(folder, addresses, progress::add);
        parts = new StackParts(Installation.current(), folder, addresses, S3Credentials.of(folder), 50);
    }

    private static Port any() {
        return new Port("part", "--port", 0);
    }

    StackWithoutAnalytics start() throws IOException, URISyntaxException {
        stack.launch(parts.broker(), parts.s3());
        stack.awaitAll();
        stack.launch(parts.worker(fileConnectors(folder.path()).toString()));
        stack.awaitAll();
        stack.announceReady();
        return this;
    }

    private static Path fileConnectors(Path data) throws IOException, URISyntaxException {
        Path jar = Path.of(FileStreamSourceConnector.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path plugins = data.resolve("plugins");
        Path lib = Files.createDirectories(plugins.resolve("connect-file"));
        Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return plugins;
    }

    @Override
    public void close() throws IOException {
        stack.close();
        folder.close();
    }

    /** Runs as a launcher of its own, to be killed: stays until it is. */
    public static void main(String[] args) throws Exception {
        StackWithoutAnalytics running = new StackWithoutAnalytics(Path.of(args[0])).start();
        System.out.println(String.join("\n", running.progress));
        Thread.currentThread().join();
    }
}
