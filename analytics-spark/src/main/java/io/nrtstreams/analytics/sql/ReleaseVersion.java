package io.nrtstreams.analytics.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, from a resource that the build writes, so that it is right also in a repacked jar. */
final class ReleaseVersion {

    private static final String CURRENT = read();

    private ReleaseVersion() {}

    /** Such as {@code 0.1.0}. */
    static String current() {
        return CURRENT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = ReleaseVersion.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException(
                        "build.properties is missing beside ReleaseVersion: the jar was repacked without its resources");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
