package io.nrtstreams.sql.function.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java on the pages of docs/sql compiles as it stands and does what they tell. */
class GuideExamplesTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static List<String> examples(String page) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("nrt.home"), "docs/sql", page));
        return JAVA.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void theFirstPagesQueryPrintsWhatItTells() throws IOException, ReflectiveOperationException {
        Path jar = folder.resolve("usage.jar");
        new FunctionJar().with("Usage", examples("README.md").get(0)).write(jar);

        String printed = printed(jar).strip();

        assertThat(printed).isEqualTo("USAGE {\"TOTAL\":0.5}");
        assertThat(Files.readString(Path.of(System.getProperty("nrt.home"), "docs/sql/README.md")))
                .contains("prints `" + printed + "`");
    }

    private static String printed(Path jar) throws IOException, ReflectiveOperationException {
        PrintStream console = System.out;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (URLClassLoader classes =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, Engine.class.getClassLoader());
                PrintStream captured = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            classes.loadClass("com.example.Usage")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theGuidesFunctionsAreLoadedAndCalled() throws IOException {
        List<String> sources = examples("functions.md");
        new FunctionJar()
                .with("Celsius", body(sources.get(0)))
                .with("SumAbove", "import io.nrtstreams.sql.function.*;\n" + sources.get(2))
                .with(
                        "WeatherFunctions",
                        body(sources.get(1)).replace("Celsius.class", "Celsius.class, SumAbove.class"))
                .withService("com.example.WeatherFunctions")
                .write(folder.resolve("weather.jar"));

        try (UserFunctions loaded = UserFunctions.load(folder, FunctionRegistry.builtIn())) {
            assertThat(loaded.problems()).isEmpty();
            assertThat(results(loaded.functions()))
                    .containsExactly("{\"HOT\":100.0,\"ABOVE\":212.0}", "{\"HOT\":100.0,\"ABOVE\":212.0}");
        }
    }

    /** Without the package, which the jar gives. */
    private static String body(String source) {
        return source.replace("package com.example;\n", "");
    }

    private static List<String> results(FunctionRegistry functions) {
        Formats formats = Formats.withoutRegistry();
        Engine engine = Engine.create(functions, formats, new InMemoryTopics(), () -> Instant.ofEpochMilli(1000));
        List<Outcome> outcomes = engine.execute("""
                CREATE STREAM readings (id STRING KEY, temperature DOUBLE)
                  WITH (KAFKA_TOPIC='readings', VALUE_FORMAT='JSON', PARTITIONS=1);
                CREATE TABLE heat AS
                  SELECT id, CELSIUS(MAX(temperature)) AS hot, SUM_ABOVE(temperature, 30.0) AS above
                  FROM readings GROUP BY id;
                INSERT INTO readings VALUES ('a', 212);
                INSERT INTO readings VALUES ('a', 10);
                """, Map.of());
        DirectHost host = DirectHost.start(
                ((Outcome.Started) outcomes.get(1)).query().plan(), functions, formats, Map.of(), ProcessingLog.NONE);
        List<String> values = new ArrayList<>();
        for (Outcome outcome : outcomes.subList(2, 4)) {
            host.process(
                    ((Outcome.Produced) outcome).record(),
                    result -> values.add(new String(result.value(), StandardCharsets.UTF_8)));
        }
        return values;
    }
}
