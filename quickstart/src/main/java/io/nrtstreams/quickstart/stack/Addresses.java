package io.nrtstreams.quickstart.stack;

import java.net.URI;

/**
 * Where the parts of a stack listen, all on the loopback address.
 *
 * @param broker port of the broker
 * @param controller port of the controller
 * @param connect port of the worker's REST interface
 * @param s3 port of the S3 endpoint
 * @param page port of the analytics' page and REST interface
 */
public record Addresses(int broker, int controller, int connect, int s3, int page) {
    /** The broker, as Kafka clients want it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + broker;
    }

    /** The worker's REST interface. */
    public URI connectUrl() {
        return http(connect);
    }

    /** The S3 endpoint. */
    public URI s3Url() {
        return http(s3);
    }

    /** The analytics' page. */
    public URI pageUrl() {
        return http(page);
    }

    private static URI http(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
