package io.nrtstreams.analytics.s3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** The quickstart's S3 endpoint over a folder, which ends with the tests. Tests share its bucket and not their folders. */
public final class TestS3 {

    private static final String BUCKET = "history";
    private static final Path HOME =
            Path.of(System.getProperty("nrt.home", "..")).toAbsolutePath().normalize();

    private static @Nullable TestS3 shared;

    private final int port;

    private TestS3(int port) {
        this.port = port;
    }

    /** The endpoint that all tests of this JVM share. */
    public static synchronized TestS3 shared() throws IOException, InterruptedException {
        TestS3 endpoint = shared;
        if (endpoint == null) {
            endpoint = start();
            shared = endpoint;
        }
        return endpoint;
    }

    private static TestS3 start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nrt-s3");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path target = HOME.resolve("quickstart/target");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        target.resolve("quickstart.jar") + ":" + Files.readString(target.resolve("kafka.classpath"))
                                + ":" + Files.readString(target.resolve("launcher.classpath")),
                        "io.nrtstreams.quickstart.child.Guarded",
                        "io.nrtstreams.quickstart.s3.S3Endpoint",
                        "http://127.0.0.1:" + port,
                        folder.resolve("data").toString(),
                        BUCKET)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3.log").toFile());
        builder.environment().put("NRT_S3_ACCESS_KEY", "id");
        builder.environment().put("NRT_S3_SECRET_KEY", "secret");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return new TestS3(port);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("the endpoint does not start: " + Files.readString(folder.resolve("s3.log")));
    }

    /** The environment variables by which the server finds it. */
    public Map<String, String> environment() {
        return Map.of(
                "NRT_S3_ENDPOINT",
                "http://127.0.0.1:" + port,
                "NRT_S3_ACCESS_KEY",
                "id",
                "NRT_S3_SECRET_KEY",
                "secret");
    }

    /** What Hadoop's S3 file system needs to reach it. */
    public Configuration hadoop() {
        Configuration hadoop = new Configuration();
        settings().forEach(hadoop::set);
        return hadoop;
    }

    /** The properties of {@link #hadoop}. */
    public Map<String, String> settings() {
        return Map.of(
                "fs.s3a.endpoint", "http://127.0.0.1:" + port,
                "fs.s3a.endpoint.region", "us-east-1",
                "fs.s3a.path.style.access", "true",
                "fs.s3a.connection.ssl.enabled", "false",
                "fs.s3a.access.key", "id",
                "fs.s3a.secret.key", "secret",
                "fs.s3a.fast.upload.buffer", "bytebuffer",
                "fs.s3a.attempts.maximum", "2");
    }

    /** The address of a folder. */
    public String folder(String name) {
        return "s3a://" + BUCKET + "/" + name;
    }

    /**
     * Stores an object.
     *
     * @param metadata of its own, such as {@code nrt-last-offset}
     */
    public void put(String object, byte[] content, Map<String, String> metadata) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(object);
        FileSystem files = path.getFileSystem(hadoop());
        FSDataOutputStreamBuilder<?, ?> builder =
                files.createFile(path).overwrite(true).recursive();
        metadata.forEach((name, value) -> builder.opt("fs.s3a.create.header." + name, value));
        try (FSDataOutputStream out = builder.build()) {
            out.write(content);
        }
    }
}
