package io.nrtstreams.analytics.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client from npm, as it is published, in a process of its own. It is installed below target/node from the lock file that
 * is checked in. Where Node is not there, or npm's registry cannot be reached, the test is skipped and says so.
 */
final class NodeClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MODULE = Path.of(System.getProperty("nrt.home", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("analytics-spark");

    private final Path folder;

    private NodeClient(Path folder) {
        this.folder = folder;
    }

    static synchronized NodeClient installed(String name) throws IOException, InterruptedException {
        Path source = MODULE.resolve("src/test/node").resolve(name);
        Path folder = Files.createDirectories(MODULE.resolve("target/node").resolve(name));
        if (run(folder, List.of("node", "--version")).status != 0) {
            abort("node is not installed: the client " + name + " is not tried");
        }
        Path lock = folder.resolve("package-lock.json");
        boolean isThere = Files.exists(folder.resolve("installed"))
                && Files.mismatch(lock, source.resolve("package-lock.json")) == -1;
        for (String file : List.of("package.json", "package-lock.json", "run.js")) {
            Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isThere) {
            // Scripts of packages are not run: what they would fetch is not needed.
            Result result = run(
                    folder, List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"));
            if (result.status != 0) {
                abort("npm cannot install " + name + ", which needs its registry once: " + result.errors);
            }
            Files.createFile(folder.resolve("installed"));
        }
        return new NodeClient(folder);
    }

    /** What each step gave. */
    List<JsonNode> run(Map<String, ?> settings) throws IOException, InterruptedException {
        Path steps = Files.createTempFile(folder, "steps", ".json");
        try {
            JSON.writeValue(steps.toFile(), settings);
            Result result = run(folder, List.of("node", "run.js", steps.toString()));
            assertThat(result.status).as(result.errors).isZero();
            List<JsonNode> answers = new ArrayList<>();
            for (String line : result.output.lines().toList()) {
                answers.add(JSON.readTree(line));
            }
            return answers;
        } finally {
            Files.delete(steps);
        }
    }

    private record Result(int status, String output, String errors) {}

    private static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("nrt-node", ".out");
        Path errors = Files.createTempFile("nrt-node", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end: " + Files.readString(errors));
            }
            return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
        } catch (IOException e) {
            return new Result(127, "", String.valueOf(e.getMessage()));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
