package io.nrtstreams.quickstart.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFileTest {
    @TempDir
    private Path folder;

    private Map<String, String> read(String content, Map<String, String> overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), content);
        return ConnectorFile.read(file, Map.of("NRT_RATE", "4"), overrides);
    }

    @Test
    void referencesAreThoseOfKafkasOwnProviders() throws IOException {
        Files.writeString(folder.resolve("p.properties"), "a=1\nb=$2\n");
        String content = """
                {"name": "c", "config": {"env": "at ${env:NRT_RATE}", "file": "${file:F/p.properties:b}",
                 "directory": "${directory:F:p.properties}", "none": "replace with '${x}'", "number": 5}}""";

        assertThat(read(content.replace("F", folder.toString()), Map.of()))
                .isEqualTo(Map.of(
                        "env",
                        "at 4",
                        "file",
                        "$2",
                        "directory",
                        "a=1\nb=$2\n",
                        "none",
                        "replace with '${x}'",
                        "number",
                        "5"));
    }

    @Test
    void allThatCannotBeResolvedIsNamedWithTheRemedy() {
        String content = """
                {"a": "${env:NRT_SPEED}", "b": "${file:/nowhere/p.properties:k}", "c": "${vault:x:y}",
                 "d": "${directory:/nowhere:k}"}""";

        assertThatThrownBy(() -> read(content, Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("""
                        F/c.json: a: refers to the environment variable NRT_SPEED, which is not set; export it, or override the key with --set a=...
                        F/c.json: b: refers to the key k of /nowhere/p.properties, which cannot be read there; put it there, or override the key with --set b=...
                        F/c.json: c: refers to the config provider vault, which is none of directory, env, file; use one of these, or override the key with --set c=...
                        F/c.json: d: refers to the file k in /nowhere, which cannot be read; put it there, or override the key with --set d=...""".replace("F", folder.toString()));
    }

    @Test
    void whatIsOverriddenNeedNotBeResolved() throws IOException {
        assertThat(read("{\"a\": \"${env:NRT_SPEED}\"}", Map.of("a", "${literally:so}")))
                .isEqualTo(Map.of("a", "${literally:so}"));
    }
}
