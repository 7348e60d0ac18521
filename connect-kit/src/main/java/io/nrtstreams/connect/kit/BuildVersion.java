package io.nrtstreams.connect.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version that every connector, task and transform of this build reports to the Connect worker.
 *
 * <p>It is read from a resource that the build writes, so that it is right also where jars were repacked without
 * their manifest.
 */
public final class BuildVersion {
    private static final String VERSION = read();

    private BuildVersion() {}

    /** The version of this build, e.g. {@code 0.1.0}. */
    public static String current() {
        return VERSION;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException(
                        "build.properties is missing beside BuildVersion: the jar was repacked without its resources");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
