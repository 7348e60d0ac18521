package io.nrtstreams.bench.endpoint;

import io.nrtstreams.bench.jvm.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A running endpoint in a JVM of its own, so that its CPU and memory do not count. Thread-safe. */
public final class EndpointProcess implements AutoCloseable {
    /** Without the first, each answer on a kept connection waits 40 ms for the acknowledgement of its head. */
    private static final List<String> FLAGS =
            List.of("-Dsun.net.httpserver.nodelay=true", "-Dsun.net.httpserver.maxIdleConnections=1024");

    private final Process process;
    private final EndpointControl control;

    private EndpointProcess(Process process, URI address) {
        this.process = process;
        this.control = new EndpointControl(address);
    }

    /** Starts it; its errors go to {@code log}. */
    public static EndpointProcess start(Path log) throws IOException {
        Process process = new ChildJvm("512m", FLAGS, EndpointMain.class, List.of()).start(log);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String address = out.readLine();
        if (address == null) {
            throw new IOException("the S3 endpoint of the benchmarks does not start; see " + log);
        }
        return new EndpointProcess(process, URI.create(address));
    }

    /** What steers it. */
    public EndpointControl control() {
        return control;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
