package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.storage.CutEndpoint.Plan;
import io.nrtstreams.connect.s3.storage.StoreException.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the connection ends within an answer, whatever the byte, what comes of it is what comes of the whole answer, or a
 * failure that passes.
 */
class CutAnswersTest {
    private static final String ETAG = "ETag: \"0123456789abcdef\"";
    private static final String LINK = "x-amz-meta-nrt-topic: t|x-amz-meta-nrt-last-offset: 123456";
    private static final String RANGE = "Content-Range: bytes 0-0/4711";

    private final CutEndpoint endpoint = new CutEndpoint();
    private final ObjectStore store = endpoint.open();

    @AfterEach
    void close() throws IOException {
        store.close();
        endpoint.close();
    }

    /** An operation, and the request whose answer is cut; the other answers are those of {@link #USUAL}. */
    private record Case(String name, Operation operation, String cut, Map<String, String> answers) {
        Case(String name, Operation operation, String cut, String answer) {
            this(name, operation, cut, Map.of(cut, answer));
        }

        Case with(String kind, String answer) {
            Map<String, String> all = new HashMap<>(answers);
            all.put(kind, answer);
            return new Case(name, operation, cut, all);
        }

        Plan plan(int after) {
            Map<String, String> all = new HashMap<>(USUAL);
            all.putAll(answers);
            return new Plan(all, cut, after);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private enum Operation {
        HEAD(store -> store.head("k")),
        LIST(store -> store.list("k").toList()),
        CREATE(store -> store.create(TestObjects.object("k", "abc"))),
        CREATE_IN_PARTS(store -> store.create(TestObjects.object("k", "abcdef"))),
        UPLOADS(store -> store.unfinishedUploads("k").toList()),
        ABORT(store -> {
            store.abort(new UnfinishedUpload("k", "u1", Instant.EPOCH));
            return "aborted";
        });

        private final Function<ObjectStore, Object> request;

        Operation(Function<ObjectStore, Object> request) {
            this.request = request;
        }
    }

    private static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers.replace("|", "\r\n")
                + (headers.isEmpty() ? "" : "\r\n") + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String lengthFirst(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n" + headers.replace("|", "\r\n")
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static String chunked(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers.replace("|", "\r\n")
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + Integer.toHexString(body.length())
                + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    private static String error(String status, String code) {
        return chunked(status, "Content-Type: application/xml", document(code));
    }

    private static String document(String code) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>m</Message></Error>";
    }

    private static String xml(String body) {
        return chunked("200 OK", "Content-Type: application/xml", body);
    }

    private static String headOf(int size) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\nConnection: close\r\n" + LINK.replace("|", "\r\n")
                + "\r\n\r\n";
    }

    private static final String FOUND = answer("206 Partial Content", RANGE + "|" + LINK, "x");
    private static final String BEGUN =
            xml("<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>");
    private static final String COMPLETED =
            xml("<CompleteMultipartUploadResult><Key>k</Key><ETag>e</ETag></CompleteMultipartUploadResult>");

    private static final Map<String, String> USUAL = Map.of(
            "GET", FOUND,
            "POST uploads", BEGUN,
            "PUT part", answer("200 OK", ETAG, ""),
            "POST upload", COMPLETED,
            "DELETE upload", "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");

    static Stream<Case> answers() {
        return Stream.of(
                new Case("metadata", Operation.HEAD, "GET", FOUND),
                new Case(
                        "metadata behind the length",
                        Operation.HEAD,
                        "GET",
                        lengthFirst("206 Partial Content", RANGE + "|" + LINK, "x")),
                new Case("metadata of a store without ranges", Operation.HEAD, "GET", answer("200 OK", LINK, "abc")),
                new Case("no object", Operation.HEAD, "GET", error("404 Not Found", "NoSuchKey")),
                new Case("no bucket", Operation.HEAD, "GET", error("404 Not Found", "NoSuchBucket")),
                new Case("empty", Operation.HEAD, "HEAD", headOf(0))
                        .with("GET", error("416 Range Not Satisfiable", "InvalidRange")),
                new Case("archived", Operation.HEAD, "HEAD", headOf(4711))
                        .with("GET", error("403 Forbidden", "InvalidObjectState")),
                new Case("why empty", Operation.HEAD, "GET", error("416 Range Not Satisfiable", "InvalidRange"))
                        .with("HEAD", headOf(0)),
                new Case(
                        "list",
                        Operation.LIST,
                        "GET list",
                        xml("<ListBucketResult><Name>lake</Name><IsTruncated>false</IsTruncated><Contents><Key>k1</Key>"
                                + "<Size>1</Size></Contents><Contents><Key>k2</Key><Size>2</Size></Contents>"
                                + "</ListBucketResult>")),
                new Case(
                        "uploads",
                        Operation.UPLOADS,
                        "GET uploads",
                        xml("<ListMultipartUploadsResult><Bucket>lake</Bucket><IsTruncated>false</IsTruncated><Upload>"
                                + "<Key>k</Key><UploadId>u1</UploadId><Initiated>2026-01-01T00:00:00.000Z</Initiated>"
                                + "</Upload></ListMultipartUploadsResult>")),
                new Case("object", Operation.CREATE, "PUT", answer("200 OK", ETAG, "")),
                new Case(
                        "object that exists",
                        Operation.CREATE,
                        "PUT",
                        error("412 Precondition Failed", "PreconditionFailed")),
                new Case("busy", Operation.CREATE, "PUT", error("503 Slow Down", "SlowDown")),
                new Case("request too slow", Operation.CREATE, "PUT", error("400 Bad Request", "RequestTimeout")),
                new Case("denied", Operation.CREATE, "PUT", error("403 Forbidden", "AccessDenied")),
                new Case("upload", Operation.CREATE_IN_PARTS, "POST uploads", BEGUN),
                new Case("part", Operation.CREATE_IN_PARTS, "PUT part", answer("200 OK", ETAG, "")),
                new Case(
                        "part behind the length",
                        Operation.CREATE_IN_PARTS,
                        "PUT part",
                        lengthFirst("200 OK", ETAG, "")),
                new Case("completed", Operation.CREATE_IN_PARTS, "POST upload", COMPLETED),
                new Case(
                        "failed after the status",
                        Operation.CREATE_IN_PARTS,
                        "POST upload",
                        xml(document("InternalError"))),
                new Case(
                        "completed before",
                        Operation.CREATE_IN_PARTS,
                        "POST upload",
                        error("404 Not Found", "NoSuchUpload")),
                new Case("odd part", Operation.CREATE_IN_PARTS, "POST upload", error("400 Bad Request", "InvalidPart")),
                new Case("aborted", Operation.ABORT, "DELETE upload", USUAL.get("DELETE upload")),
                new Case("aborted before", Operation.ABORT, "DELETE upload", error("404 Not Found", "NoSuchUpload")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsCutIsNeverTakenForAnother(Case one) {
        String whole = outcome(one, Integer.MAX_VALUE);
        assertThat(endpoint.asked()).contains(one.cut());
        List<String> wrong = new ArrayList<>();
        for (int after = 0; after < one.answers().get(one.cut()).length(); after++) {
            String outcome = outcome(one, after);
            if (!outcome.startsWith(Kind.TRANSIENT.name()) && !isAs(whole, outcome)) {
                wrong.add("after " + after + " bytes: " + outcome);
            }
        }
        assertThat(wrong).as("instead of " + whole).isEmpty();
    }

    /** What is refused for good may be so with fewer reasons. */
    private static boolean isAs(String whole, String outcome) {
        return outcome.equals(whole)
                || (whole.startsWith(Kind.PERMANENT.name()) && outcome.startsWith(Kind.PERMANENT.name()));
    }

    private String outcome(Case one, int after) {
        endpoint.follow(one.plan(after));
        try {
            return String.valueOf(one.operation().request.apply(store));
        } catch (StoreException e) {
            return e.kind() + " " + e.getMessage();
        } catch (RuntimeException e) {
            return "unexplained " + e;
        }
    }

    @Test
    void anUploadWithoutAWholeTagIsAbortedRatherThanCompleted() {
        Case cut = new Case("", Operation.CREATE_IN_PARTS, "PUT part", answer("200 OK", "ETag: \"0123", ""));

        assertThat(outcome(cut, Integer.MAX_VALUE))
                .startsWith("TRANSIENT bucket lake, writing k: the answer of 127.0.0.1:");
        assertThat(endpoint.asked()).containsExactly("POST uploads", "PUT part", "DELETE upload");
    }

    @Test
    void noPartIsSentWithoutAnUpload() {
        Case cut = new Case("", Operation.CREATE_IN_PARTS, "POST uploads", answer("200 OK", "", ""));

        assertThat(outcome(cut, Integer.MAX_VALUE))
                .startsWith("TRANSIENT bucket lake, writing k: the answer of 127.0.0.1:");
        assertThat(endpoint.asked()).containsExactly("POST uploads");
    }

    @Test
    void metadataTakeOneRequest() {
        endpoint.follow(new Plan(USUAL, "", 0));

        assertThat(store.head("k"))
                .contains(new ObjectHead(4711, Map.of("nrt-topic", "t", "nrt-last-offset", "123456")));
        assertThat(endpoint.asked()).containsExactly("GET");
    }

    @Test
    void metadataOfAnArchivedObjectAreAskedForTwice() {
        Case archived = new Case("", Operation.HEAD, "GET", error("403 Forbidden", "InvalidObjectState"))
                .with("HEAD", headOf(4711));

        assertThat(outcome(archived, Integer.MAX_VALUE)).startsWith("Optional[ObjectHead[size=4711, ");
        assertThat(endpoint.asked()).containsExactly("GET", "HEAD", "HEAD");
    }
}
