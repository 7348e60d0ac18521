package io.nrtstreams.bench.endpoint;

import java.io.IOException;

/** The endpoint as a JVM of its own: prints its address, and ends when its input does, which is when its parent ends. */
public final class EndpointMain {
    private EndpointMain() {}

    /**
     * Runs until the end of the standard input.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        try (S3Endpoint endpoint = S3Endpoint.start()) {
            System.out.println(endpoint.address());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
