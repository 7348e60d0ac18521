package io.nrtstreams.connect.s3.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nrtstreams.connect.s3.storage.StoreSettings.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** An HTTP server that records what it is asked, and answers as S3 and its token service would unless told otherwise. */
final class RecordingEndpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "recording-endpoint");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answering answering = request -> Optional.empty();

    /** What an answer is made of; empty for what S3 would say. */
    interface Answering {
        Optional<Answer> to(Request request);
    }

    record Answer(int status, Map<String, String> headers, String body) {
        static Answer error(int status, String code) {
            return new Answer(status, Map.of(), "<Error><Code>" + code + "</Code><Message>m</Message></Error>");
        }
    }

    /** A request; header names in lower case. */
    record Request(String method, URI uri, Map<String, String> headers, String body) {
        /** Method and what the query asks for, e.g. {@code PUT part}. */
        String kind() {
            String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
            if (query.contains("partNumber")) {
                return method + " part";
            }
            if (query.contains("uploadId")) {
                return method + " upload";
            }
            if (query.startsWith("uploads")) {
                return method + " uploads";
            }
            return query.startsWith("list-type") ? method + " list" : method;
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    RecordingEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
        requests.add(request);
        Answer answer = answering.to(request).orElseGet(() -> usual(request));
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (request.method().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
        }
        boolean without = request.method().equals("HEAD") || bytes.length == 0;
        exchange.sendResponseHeaders(answer.status(), without ? -1 : bytes.length);
        if (!without) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Answer usual(Request request) {
        if (request.body().contains("Action=AssumeRole")) {
            return new Answer(200, Map.of("Content-Type", "text/xml"), role(request.body()));
        }
        if (request.header("range").equals("bytes=0-0")) {
            return new Answer(206, Map.of("ETag", "\"etag\"", "Content-Range", "bytes 0-0/4"), "t");
        }
        String body = switch (request.kind()) {
            case "POST uploads" ->
                "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>";
            case "POST upload" -> "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>";
            case "GET uploads" ->
                "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated></ListMultipartUploadsResult>";
            case "GET list" -> "<ListBucketResult><Name>lake</Name><IsTruncated>false</IsTruncated></ListBucketResult>";
            default -> "";
        };
        return new Answer(request.method().equals("DELETE") ? 204 : 200, Map.of("ETag", "\"etag\""), body);
    }

    private static String role(String body) {
        String action = body.contains("AssumeRoleWithWebIdentity") ? "AssumeRoleWithWebIdentity" : "AssumeRole";
        return "<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action + "Result>"
                + "<Credentials><AccessKeyId>role-id</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>"
                + "<SessionToken>role-token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
                + "<AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn><AssumedRoleId>i:s</AssumedRoleId>"
                + "</AssumedRoleUser></" + action + "Result></" + action + "Response>";
    }

    void answering(Answering other) {
        answering = other;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return requests;
    }

    List<String> kinds() {
        return requests.stream().map(Request::kind).toList();
    }

    /** The only request of that kind. */
    Request request(String kind) {
        List<Request> found =
                requests.stream().filter(request -> request.kind().equals(kind)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind + " among " + kinds());
        }
        return found.get(0);
    }

    StoreSettings settings() {
        return StoreSettings.local("lake", address(), new Credentials("id", "secret"));
    }

    /** A store here, with settings that the test changes. */
    ObjectStore open(UnaryOperator<StoreSettings> changed) {
        return ObjectStores.open(changed.apply(settings()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
