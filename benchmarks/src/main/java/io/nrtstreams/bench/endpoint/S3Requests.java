package io.nrtstreams.bench.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves the requests of one bucket. Thread-safe. */
final class S3Requests {
    private static final int LONGEST_PAGE = 1000;
    private static final int MOST_PARTS = 10_000;
    private static final Pattern PART_NUMBER = Pattern.compile("<PartNumber>\\s*(\\d{1,5})\\s*</PartNumber>");

    private final Bucket bucket;

    S3Requests(Bucket bucket) {
        this.bucket = bucket;
    }

    void serve(S3Exchange exchange) throws IOException, Refusal {
        requireSigned(exchange);
        switch (exchange.kind()) {
            case PUT_OBJECT -> put(exchange);
            case CREATE_UPLOAD -> createUpload(exchange);
            case UPLOAD_PART -> uploadPart(exchange);
            case COMPLETE_UPLOAD -> completeUpload(exchange);
            case ABORT_UPLOAD -> abortUpload(exchange);
            case LIST_UPLOADS -> delayed(exchange).xml(Xml.uploads(exchange.bucket(), bucket.unfinished()));
            case LIST_OBJECTS -> list(exchange);
            case HEAD_OBJECT, GET_OBJECT -> read(exchange);
            case DELETE_OBJECT -> delete(exchange);
            case HEAD_BUCKET -> delayed(exchange).answer(200);
            case UNKNOWN -> throw Refusal.unsupported("the endpoint of the benchmarks does not know " + exchange);
        }
    }

    private static void requireSigned(S3Exchange exchange) throws Refusal {
        String authorization = exchange.header("Authorization");
        if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
            throw new Refusal(403, "AccessDenied", "the request is not signed");
        }
    }

    /** Lets the latency pass, and only then counts the request, so that requests do not run ahead of the objects they make. */
    private S3Exchange delayed(S3Exchange exchange) throws IOException {
        try {
            Thread.sleep(bucket.latencyMillis());
            bucket.count(exchange.kind());
            return exchange;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the endpoint is stopping", e);
        }
    }

    private void put(S3Exchange exchange) throws IOException, Refusal {
        Content content = exchange.content();
        Condition condition = Condition.of(exchange.header("If-None-Match"));
        delayed(exchange);
        Bucket.Stored stored = bucket.store(exchange.key(), content, exchange.kept(), condition);
        exchange.answerHeaders().set("ETag", stored.etag());
        exchange.answer(200);
    }

    private void createUpload(S3Exchange exchange) throws IOException, Refusal {
        delayed(exchange);
        String id = bucket.begin(exchange.key(), exchange.kept());
        exchange.xml(Xml.uploadBegun(exchange.bucket(), exchange.key(), id));
    }

    private void uploadPart(S3Exchange exchange) throws IOException, Refusal {
        int number = partNumber(exchange.parameter("partNumber", ""));
        Bucket.Upload upload = upload(exchange);
        Content content = exchange.content();
        delayed(exchange);
        upload.parts().put(number, content);
        exchange.answerHeaders().set("ETag", Bucket.etag(content));
        exchange.answer(200);
    }

    private static int partNumber(String text) throws Refusal {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PARTS) {
            throw Refusal.malformed("part numbers are 1 to " + MOST_PARTS);
        }
        return Integer.parseInt(text);
    }

    private Bucket.Upload upload(S3Exchange exchange) throws Refusal {
        return bucket.upload(exchange.key(), exchange.parameter("uploadId", ""));
    }

    private void completeUpload(S3Exchange exchange) throws IOException, Refusal {
        Bucket.Upload upload = upload(exchange);
        Content content = whole(upload, partNumbers(exchange.text()));
        Condition condition = Condition.of(exchange.header("If-None-Match"));
        delayed(exchange);
        Bucket.Stored stored = bucket.store(exchange.key(), content, upload.headers(), condition);
        bucket.end(exchange.parameter("uploadId", ""));
        exchange.xml(Xml.uploadCompleted(exchange.bucket(), exchange.key(), stored.etag()));
    }

    private static List<Integer> partNumbers(String request) throws Refusal {
        List<Integer> numbers = new ArrayList<>();
        for (Matcher part = PART_NUMBER.matcher(request); part.find(); ) {
            int number = partNumber(part.group(1));
            if (!numbers.isEmpty() && number <= numbers.get(numbers.size() - 1)) {
                throw new Refusal(400, "InvalidPartOrder", "parts are listed in ascending order");
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static Content whole(Bucket.Upload upload, List<Integer> numbers) throws Refusal {
        @Nullable Content whole = null;
        for (int number : numbers) {
            Content part = upload.parts().get(number);
            if (part == null) {
                throw new Refusal(400, "InvalidPart", "part " + number + " was not uploaded");
            }
            whole = whole == null ? part : whole.and(part);
        }
        if (whole == null) {
            throw Refusal.malformed("an upload is completed with at least one part");
        }
        return whole;
    }

    private void abortUpload(S3Exchange exchange) throws IOException, Refusal {
        delayed(exchange);
        upload(exchange);
        bucket.end(exchange.parameter("uploadId", ""));
        exchange.answer(204);
    }

    private void list(S3Exchange exchange) throws IOException, Refusal {
        if (!exchange.parameter("delimiter", "").isEmpty()) {
            throw Refusal.unsupported("lists have no delimiter here");
        }
        String prefix = exchange.parameter("prefix", "");
        String after = exchange.parameter("continuation-token", exchange.parameter("start-after", ""));
        int most = Math.min(LONGEST_PAGE, Integer.parseInt(exchange.parameter("max-keys", "1000")));
        List<Map.Entry<String, Bucket.Stored>> found = bucket.list(prefix, after, most + 1);
        boolean truncated = found.size() > most;
        List<Map.Entry<String, Bucket.Stored>> page = truncated ? found.subList(0, most) : found;
        delayed(exchange)
                .xml(Xml.objects(prefix, page, truncated ? page.get(most - 1).getKey() : ""));
    }

    private void read(S3Exchange exchange) throws IOException, Refusal {
        delayed(exchange);
        Optional<Bucket.Stored> found = bucket.object(exchange.key());
        if (found.isEmpty()) {
            throw new Refusal(404, "NoSuchKey", "there is no such object");
        }
        Bucket.Stored stored = found.get();
        stored.headers().forEach((name, value) -> exchange.answerHeaders().set(name, value));
        exchange.answerHeaders().set("ETag", stored.etag());
        exchange.answerHeaders().set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
        if (exchange.kind() == RequestKind.HEAD_OBJECT) {
            exchange.answerHeaders()
                    .set("Content-Length", Long.toString(stored.content().bytes()));
            exchange.answer(200);
        } else if (exchange.header("Range") == null) {
            exchange.answer(200, bytes(stored));
        } else {
            firstByte(exchange, stored.content());
        }
    }

    /** The only range that is known: it proves that the metadata before it are whole. */
    private static void firstByte(S3Exchange exchange, Content content) throws IOException, Refusal {
        if (!"bytes=0-0".equals(exchange.header("Range"))) {
            throw Refusal.unsupported("of an object the first byte can be had, or all");
        }
        if (content.bytes() == 0) {
            throw new Refusal(416, "InvalidRange", "the object is empty");
        }
        exchange.answerHeaders().set("Content-Range", "bytes 0-0/" + content.bytes());
        exchange.answer(206, new byte[] {content.first()});
    }

    private static byte[] bytes(Bucket.Stored stored) throws Refusal {
        byte[] bytes = new byte[stored.content().kept().remaining()];
        if (bytes.length != stored.content().bytes()) {
            throw Refusal.unsupported("the endpoint of the benchmarks keeps the bytes of small objects only");
        }
        stored.content().kept().duplicate().get(bytes);
        return bytes;
    }

    private void delete(S3Exchange exchange) throws IOException {
        bucket.delete(exchange.key());
        delayed(exchange).answer(204);
    }
}
