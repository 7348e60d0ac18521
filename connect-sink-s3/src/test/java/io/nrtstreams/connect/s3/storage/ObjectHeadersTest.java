package io.nrtstreams.connect.s3.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.storage.Encryption.CustomerKey;
import io.nrtstreams.connect.s3.storage.Encryption.Layers;
import io.nrtstreams.connect.s3.storage.Encryption.ManagedKeys;
import io.nrtstreams.connect.s3.storage.ObjectStore.Creation;
import io.nrtstreams.connect.s3.storage.RecordingEndpoint.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each option of objects sends, recorded by an endpoint. */
class ObjectHeadersTest {
    private static final String SSE = "x-amz-server-side-encryption";
    private static final ObjectOptions PLAIN = ObjectOptions.PLAIN;

    private final RecordingEndpoint endpoint = new RecordingEndpoint();

    @AfterEach
    void close() {
        endpoint.close();
    }

    private static UnaryOperator<StoreSettings> with(Encryption encryption) {
        return settings -> settings.with(encryption);
    }

    private static UnaryOperator<StoreSettings> with(ObjectOptions options) {
        return settings -> settings.with(options);
    }

    private static UnaryOperator<StoreSettings> with(ObjectChecksum checksum) {
        return with(new ObjectOptions(Optional.empty(), Optional.empty(), Map.of(), Map.of(), checksum));
    }

    static Stream<Arguments> options() {
        Optional<String> no = Optional.empty();
        ObjectChecksum crc = PLAIN.checksum();
        return Stream.of(
                Arguments.of(with(new Encryption.StoreKeys()), Map.of(SSE, "AES256")),
                Arguments.of(with(new ManagedKeys(Layers.ONE, no, Optional.empty())), Map.of(SSE, "aws:kms")),
                Arguments.of(
                        with(new ManagedKeys(Layers.ONE, Optional.of("alias/lake"), Optional.of(true))),
                        Map.of(
                                SSE,
                                "aws:kms",
                                SSE + "-aws-kms-key-id",
                                "alias/lake",
                                SSE + "-bucket-key-enabled",
                                "true")),
                Arguments.of(with(new ManagedKeys(Layers.TWO, no, Optional.empty())), Map.of(SSE, "aws:kms:dsse")),
                Arguments.of(
                        with(new ObjectOptions(Optional.of("STANDARD_IA"), no, Map.of(), Map.of(), crc)),
                        Map.of("x-amz-storage-class", "STANDARD_IA")),
                Arguments.of(
                        with(new ObjectOptions(no, Optional.of("bucket-owner-full-control"), Map.of(), Map.of(), crc)),
                        Map.of("x-amz-acl", "bucket-owner-full-control")),
                Arguments.of(
                        with(new ObjectOptions(no, no, Map.of("team", "lake & sea", "a+b", "ü="), Map.of(), crc)),
                        Map.of("x-amz-tagging", "a%2Bb=%C3%BC%3D&team=lake%20%26%20sea")),
                Arguments.of(
                        with(new ObjectOptions(no, no, Map.of(), Map.of("source", "plant-7", "nrt-topic", "no"), crc)),
                        Map.of("x-amz-meta-source", "plant-7", "x-amz-meta-nrt-topic", "t")));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionGoesWithTheRequestThatCreatesTheObject(
            UnaryOperator<StoreSettings> option, Map<String, String> headers) {
        try (ObjectStore store = endpoint.open(option)) {
            assertThat(store.create(TestObjects.object("a/b.json", "text"))).isEqualTo(Creation.CREATED);
            assertThat(store.create(TestObjects.large("a/c.json"))).isEqualTo(Creation.CREATED);
        }

        assertThat(endpoint.kinds()).containsExactly("PUT", "POST uploads", "PUT part", "PUT part", "POST upload");
        assertThat(endpoint.request("PUT").headers()).containsAllEntriesOf(headers);
        assertThat(endpoint.request("POST uploads").headers()).containsAllEntriesOf(headers);
    }

    @Test
    void whatIsNotConfiguredIsNotSent() {
        try (ObjectStore store = endpoint.open(settings -> settings)) {
            store.create(TestObjects.object("a/b.json", "text"));
        }

        assertThat(endpoint.request("PUT").headers().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filteredOn(name -> name.startsWith("x-amz-"))
                .containsExactlyInAnyOrder(
                        "x-amz-checksum-crc32", "x-amz-content-sha256", "x-amz-date", "x-amz-meta-nrt-topic");
        assertThat(endpoint.request("PUT").header("if-none-match")).isEqualTo("*");
    }

    @Test
    void aCustomersKeyGoesWithEveryRequestThatTouchesTheObject() throws IOException {
        String key = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes("US-ASCII"));
        try (ObjectStore store = endpoint.open(with(new CustomerKey(key)))) {
            store.create(TestObjects.object("a", "text"));
            store.create(TestObjects.large("b"));
            store.head("a");
            try (InputStream in = store.read("a")) {
                assertThat(in).isEmpty();
            }
        }

        assertThat(endpoint.kinds())
                .containsExactly("PUT", "POST uploads", "PUT part", "PUT part", "POST upload", "GET", "GET");
        assertThat(endpoint.requests())
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry(SSE + "-customer-algorithm", "AES256")
                        .containsEntry(SSE + "-customer-key", key)
                        .containsEntry(SSE + "-customer-key-MD5", "hRasmdxgYDKV3nvbahU1MA=="));
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, x-amz-checksum-crc32, y/Q5Jg==",
        "CRC32C, x-amz-checksum-crc32c, 4waSgw==",
        "CRC64NVME, x-amz-checksum-crc64nvme, rosUhgp5mIg=",
        "SHA1, x-amz-checksum-sha1, 98O8HYCOBHMq32eZZczDTKeuNEE=",
        "SHA256, x-amz-checksum-sha256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
        "MD5, content-md5, JfnnlDI7RTiF9RgfG2JNCw==",
    })
    void theChecksumGoesInAHeader(ObjectChecksum checksum, String header, String value) {
        try (ObjectStore store = endpoint.open(with(checksum))) {
            store.create(TestObjects.object("a", "123456789"));
        }

        assertThat(endpoint.request("PUT").header(header)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, ChecksumCRC32",
        "CRC32C, ChecksumCRC32C",
        "CRC64NVME, ChecksumCRC64NVME",
        "SHA1, ChecksumSHA1",
        "SHA256, ChecksumSHA256",
    })
    void theChecksumsOfPartsAreRepeatedWhereTheUploadIsCompleted(ObjectChecksum checksum, String element) {
        try (ObjectStore store = endpoint.open(with(checksum))) {
            store.create(TestObjects.large("a"));
        }

        assertThat(endpoint.request("POST uploads").header("x-amz-checksum-algorithm"))
                .isEqualTo(checksum.name());
        String header = "x-amz-checksum-" + checksum.name();
        List<String> sums = endpoint.requests().stream()
                .filter(request -> request.kind().equals("PUT part"))
                .map(request -> request.header(header))
                .toList();
        assertThat(sums)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(sum -> assertThat(endpoint.request("POST upload").body())
                        .contains("<" + element + ">" + sum + "</" + element + ">"));
    }

    @ParameterizedTest
    @CsvSource({"CRC32", "SHA256", "MD5", "NONE"})
    void bodiesArePlainSoThatEveryStoreReadsThem(ObjectChecksum checksum) {
        try (ObjectStore store = endpoint.open(with(checksum))) {
            store.create(TestObjects.object("a", "123456789"));
            store.create(TestObjects.large("b"));
        }

        assertThat(endpoint.request("PUT").body()).isEqualTo("123456789");
        assertThat(endpoint.request("PUT").header("content-length")).isEqualTo("9");
        assertThat(endpoint.requests()).allSatisfy(ObjectHeadersTest::isPlain);
    }

    private static void isPlain(Request request) {
        assertThat(request.headers())
                .doesNotContainKeys("x-amz-trailer", "x-amz-decoded-content-length", "transfer-encoding");
        assertThat(request.header("content-encoding")).isEmpty();
        assertThat(request.header("x-amz-content-sha256")).doesNotStartWith("STREAMING");
    }

    @Test
    void noChecksumMeansNone() {
        try (ObjectStore store = endpoint.open(with(ObjectChecksum.NONE))) {
            store.create(TestObjects.object("a", "123456789"));
            store.create(TestObjects.large("b"));
        }

        assertThat(endpoint.requests())
                .allSatisfy(request -> assertThat(
                                String.join(",", request.headers().keySet()).toLowerCase(Locale.ROOT))
                        .doesNotContain("checksum")
                        .doesNotContain("content-md5"));
    }
}
