package io.nrtstreams.analytics.host;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Jars that travel as a broadcast of Spark's: once to each process, when it first asks. Not as files of Spark's, of which the
 * tasks of streaming queries are not told. Held in memory by the driver, and on an executor's disk.
 */
final class SentJars implements UserJars {

    private static final long serialVersionUID = 1;

    /** Of all names and contents. */
    private final String digest;

    private final Broadcast<List<Jar>> jars;

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    private record Jar(String name, byte[] content) implements Serializable {}

    private SentJars(String digest, Broadcast<List<Jar>> jars) {
        this.digest = digest;
        this.jars = jars;
    }

    /** Has these jars sent, in this order. */
    static SentJars by(SparkContext spark, List<Path> paths) {
        try {
            List<Jar> jars = new ArrayList<>();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path path : paths) {
                Jar jar = new Jar(path.getFileName().toString(), Files.readAllBytes(path));
                jars.add(jar);
                digest.update(jar.name().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(MessageDigest.getInstance("SHA-256").digest(jar.content()));
            }
            return new SentJars(
                    HexFormat.of().formatHex(digest.digest()),
                    JavaSparkContext.fromSparkContext(spark).broadcast(jars));
        } catch (IOException e) {
            throw new UncheckedIOException("a jar of functions cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    /** Writes them to a new folder in Spark's own of this process, which goes with the process. */
    @Override
    public List<Path> paths() {
        try {
            Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "functions");
            List<Path> paths = new ArrayList<>();
            for (Jar jar : jars.value()) {
                paths.add(Files.write(folder.resolve(jar.name()), jar.content()));
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException("the jars of functions cannot be stored for this process", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentJars jarsToo && jarsToo.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "SentJars[" + digest + "]";
    }
}
