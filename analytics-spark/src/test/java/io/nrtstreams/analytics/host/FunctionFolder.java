package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.function.FunctionClasses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** A folder with a jar of one function, CELSIUS, as a user makes it. */
final class FunctionFolder {

    private static final String FUNCTION = """
            package com.example;

            import io.nrtstreams.sql.function.*;
            import java.util.List;

            public final class Temperatures implements FunctionClasses {
                @Override
                public List<Class<?>> classes() {
                    return List.of(Celsius.class);
                }
            }

            @ScalarFunction(name = "CELSIUS", category = "WEATHER", description = "Converts degrees Fahrenheit.",
                    examples = "CELSIUS(212) -> 100.0")
            final class Celsius {
                @Signature
                static double celsius(@Parameter(name = "fahrenheit", description = "in degrees") double fahrenheit) {
                    return (fahrenheit - 32) * 5 / 9;
                }
            }
            """;

    private final Path folder;
    private final Path jar;

    private FunctionFolder(Path folder) {
        this.folder = folder;
        this.jar = folder.resolve("temperatures.jar");
    }

    /** Makes it; sources and classes lie beside it. */
    static FunctionFolder make(Path folder) throws IOException {
        FunctionFolder made = new FunctionFolder(Files.createDirectory(folder));
        Path source = Files.writeString(
                Files.createDirectory(folder.resolveSibling("function")).resolve("Temperatures.java"), FUNCTION);
        Path classes = source.resolveSibling("classes");
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(FunctionClasses.class.getName()), "com.example.Temperatures");
        Path language = Path.of(URI.create(FunctionClasses.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        run("javac", "-proc:none", "-parameters", "-cp", language + "", "-d", classes + "", source + "");
        run("jar", "--create", "--file", made.jar + "", "-C", classes + "", ".");
        return made;
    }

    private static void run(String tool, String... arguments) {
        int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        assertThat(code).as("the exit code of %s", tool).isZero();
    }

    Path path() {
        return folder;
    }

    /** Takes the jar away, as on a machine that never had it. */
    void empty() throws IOException {
        Files.delete(jar);
    }
}
