package io.nrtstreams.bench.endpoint;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Not thread-safe. */
final class S3Exchange {
    private final HttpExchange exchange;
    private final String bucket;
    private final String key;
    private final Map<String, String> query;
    private final RequestKind kind;

    private S3Exchange(HttpExchange exchange, String bucket, String key, Map<String, String> query) {
        this.exchange = exchange;
        this.bucket = bucket;
        this.key = key;
        this.query = query;
        this.kind = RequestKind.of(exchange.getRequestMethod(), !key.isEmpty(), query);
    }

    static S3Exchange of(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath().substring(1);
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        return new S3Exchange(exchange, bucket, key, query(exchange.getRequestURI()));
    }

    /** The parameters by name; one without a value has the empty text. */
    static Map<String, String> query(URI address) {
        Map<String, String> query = new TreeMap<>();
        String text = address.getRawQuery();
        for (String part : text == null ? new String[0] : text.split("&")) {
            int sign = part.indexOf('=');
            String value = sign < 0 ? "" : part.substring(sign + 1);
            query.put(decoded(sign < 0 ? part : part.substring(0, sign)), decoded(value));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String bucket() {
        return bucket;
    }

    String key() {
        return key;
    }

    RequestKind kind() {
        return kind;
    }

    String parameter(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** What an object hands back of the request that made it: its type and user metadata, names in lower case. */
    Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-amz-meta-") || lower.equals("content-type") || lower.equals("content-encoding")) {
                kept.put(lower, values.get(0));
            }
        });
        return kept;
    }

    /** Reads the body whole, and refuses one that is not what its headers say. */
    Content content() throws Refusal {
        String decodedLength = header("x-amz-decoded-content-length");
        try {
            return decodedLength == null ? plain() : chunked(decodedLength);
        } catch (IOException e) {
            throw Refusal.malformed("the body cannot be read: " + e.getMessage());
        }
    }

    private Content plain() throws IOException, Refusal {
        Content content = Content.read(exchange.getRequestBody());
        requireLength(content, header("Content-Length"));
        Checksum.require(content, header(Checksum.CRC32));
        return content;
    }

    private Content chunked(String length) throws IOException, Refusal {
        AwsChunks chunks = new AwsChunks(exchange.getRequestBody());
        Content content = Content.read(chunks);
        requireLength(content, length);
        Checksum.require(content, chunks.trailers().get(Checksum.CRC32));
        return content;
    }

    private static void requireLength(Content content, @Nullable String declared) throws Refusal {
        if (declared == null) {
            throw new Refusal(411, "MissingContentLength", "a body needs its length");
        }
        if (!declared.equals(Long.toString(content.bytes()))) {
            throw Refusal.malformed("the body has " + content.bytes() + " bytes, declared were " + declared);
        }
    }

    String text() throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    Headers answerHeaders() {
        return exchange.getResponseHeaders();
    }

    /** Answers without a body. */
    void answer(int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** Answers with a body, which a HEAD request does not get. */
    void answer(int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
            answer(status);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    void xml(String text) throws IOException {
        answerHeaders().set("Content-Type", "application/xml");
        answer(200, text.getBytes(StandardCharsets.UTF_8));
    }

    void refuse(Refusal refusal) throws IOException {
        // What is left of the body is read, or a client that still writes takes the answer for a broken pipe.
        exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
        answerHeaders().set("Content-Type", "application/xml");
        answer(refusal.status(), Xml.error(refusal).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }
}
