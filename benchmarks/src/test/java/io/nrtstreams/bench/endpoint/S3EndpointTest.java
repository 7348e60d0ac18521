package io.nrtstreams.bench.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3EndpointTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final S3Endpoint endpoint = S3Endpoint.start();
    private final EndpointControl control = new EndpointControl(endpoint.address());

    @BeforeEach
    void makeBucket() throws IOException {
        control.createBucket("b", 0);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.address() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=bench");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send("PUT", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return send(method, path, new byte[0]);
    }

    @Test
    void aConditionalCreateSucceedsOnceAndThenFindsTheObject() throws Exception {
        assertThat(put("/b/k", "a\nb\n", "If-None-Match", "*", "x-amz-meta-n", "2")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> second = put("/b/k", "c\n", "If-None-Match", "*");
        HttpResponse<String> head = ask("HEAD", "/b/k");

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("<Code>PreconditionFailed</Code>");
        assertThat(head.headers().firstValue("x-amz-meta-n")).contains("2");
        assertThat(head.headers().firstValue("Content-Length")).contains("4");
        assertThat(control.counts("b", "").refused()).isZero();
    }

    @Test
    void linesAreCountedInPlainCompressedAndChunkedObjects() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("1\n2\n3\n".getBytes(StandardCharsets.UTF_8));
        }
        put("/b/data/plain", "1\n2");
        send("PUT", "/b/data/gzip", compressed.toByteArray());
        put(
                "/b/data/chunked",
                "2;chunk-signature=x\r\n1\n\r\n3\r\n2\n3\r\n0\r\nx-amz-checksum-crc32:Vw4+LQ==\r\n\r\n",
                "x-amz-decoded-content-length",
                "5");
        put("/b/other", "9\n");

        Counts counts = control.counts("b", "data/");

        assertThat(counts.refused()).isZero();
        assertThat(counts.objects()).isEqualTo(3);
        assertThat(counts.lines()).isEqualTo(2 + 3 + 3);
        assertThat(counts.requests()).containsEntry(RequestKind.PUT_OBJECT, 4L);
    }

    @Test
    void anUploadInPartsIsOneObjectOnceItIsCompleted() throws Exception {
        String begun = ask("POST", "/b/k?uploads").body();
        String id = begun.replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
        put("/b/k?partNumber=1&uploadId=" + id, "1\n2");
        put("/b/k?partNumber=2&uploadId=" + id, "2\n3\n");
        Counts before = control.counts("b", "");

        String parts = "<C><Part><PartNumber>1</PartNumber></Part><Part><PartNumber>2</PartNumber></Part></C>";
        HttpResponse<String> completed =
                send("POST", "/b/k?uploadId=" + id, parts.getBytes(StandardCharsets.UTF_8), "If-None-Match", "*");

        assertThat(before.objects()).isZero();
        assertThat(completed.statusCode()).isEqualTo(200);
        assertThat(control.counts("b", "").lines()).isEqualTo(3);
        assertThat(control.counts("b", "").bytes()).isEqualTo(7);
        assertThat(ask("DELETE", "/b/k?uploadId=" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void listsComeInPagesInTheOrderOfTheKeys() throws Exception {
        for (String key : new String[] {"p/c", "p/a", "p/b", "q"}) {
            put("/b/" + key, "x");
        }

        String first = ask("GET", "/b?list-type=2&prefix=p/&max-keys=2").body();
        String second =
                ask("GET", "/b?list-type=2&prefix=p/&continuation-token=p/b").body();

        assertThat(first)
                .containsSubsequence("<IsTruncated>true", "<NextContinuationToken>p/b<", "<Key>p/a<", "<Key>p/b<")
                .doesNotContain("<Key>p/c<");
        assertThat(second).contains("<IsTruncated>false", "<Key>p/c<").doesNotContain("<Key>q<");
    }

    @Test
    void smallObjectsCanBeReadBackAndLargeOnesAreRefused() throws Exception {
        put("/b/small", "note");
        put("/b/large", "x".repeat(Content.KEPT + 1));

        assertThat(ask("GET", "/b/small?x-id=GetObject").body()).isEqualTo("note");
        assertThat(ask("GET", "/b/large").statusCode()).isEqualTo(501);
        assertThat(ask("GET", "/b/gone").statusCode()).isEqualTo(404);
        assertThat(control.counts("b", "").refused()).isOne();
    }

    @Test
    void theFirstByteOfAnyObjectCanBeReadBackWithItsMetadata() throws Exception {
        put("/b/large", "x".repeat(Content.KEPT + 1), "x-amz-meta-n", "2");
        put("/b/empty", "");

        HttpResponse<String> first = send("GET", "/b/large", new byte[0], "Range", "bytes=0-0");

        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.body()).isEqualTo("x");
        assertThat(first.headers().firstValue("Content-Range")).contains("bytes 0-0/" + (Content.KEPT + 1));
        assertThat(first.headers().firstValue("x-amz-meta-n")).contains("2");
        assertThat(send("GET", "/b/empty", new byte[0], "Range", "bytes=0-0").statusCode())
                .isEqualTo(416);
        assertThat(control.counts("b", "").refused()).isZero();
        assertThat(send("GET", "/b/large", new byte[0], "Range", "bytes=1-2").statusCode())
                .isEqualTo(501);
    }

    @Test
    void whatS3WouldNotTakeIsRefusedAndCounted() throws Exception {
        Map<String, Integer> refused = Map.of(
                "an unknown request", ask("PATCH", "/b/k").statusCode(),
                "another length",
                        put("/b/k", "1\r\nx\r\n0\r\n\r\n", "x-amz-decoded-content-length", "2")
                                .statusCode(),
                "a wrong checksum", put("/b/k", "x", Checksum.CRC32, "AAAAAA==").statusCode(),
                "a torn chunk",
                        put("/b/k", "5\r\nx\r\n", "x-amz-decoded-content-length", "5")
                                .statusCode(),
                "part 0", put("/b/k?partNumber=0&uploadId=u", "x").statusCode());
        HttpRequest unsigned =
                HttpRequest.newBuilder(URI.create(endpoint.address() + "/b/k")).build();

        assertThat(refused)
                .containsEntry("an unknown request", 501)
                .containsEntry("another length", 400)
                .containsEntry("a wrong checksum", 400)
                .containsEntry("a torn chunk", 400)
                .containsEntry("part 0", 400);
        assertThat(client.send(unsigned, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
        assertThat(control.counts("b", "").refused()).isEqualTo(6);
        assertThat(control.counts("b", "").objects()).isZero();
    }
}
