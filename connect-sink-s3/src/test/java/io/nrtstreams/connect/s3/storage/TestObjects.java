package io.nrtstreams.connect.s3.storage;

import io.nrtstreams.connect.s3.file.Segments;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Objects that tests write. */
final class TestObjects {
    private TestObjects() {}

    static NewObject object(String key, String text) {
        return object(key, text.getBytes(StandardCharsets.UTF_8));
    }

    static NewObject object(String key, byte[] bytes) {
        Segments content = new Segments();
        content.append(bytes, 0, bytes.length);
        return new NewObject(key, content, "text/plain", Map.of("nrt-topic", "t"));
    }

    /** An object of two parts with the default part size. */
    static NewObject large(String key) {
        return object(key, new byte[(8 << 20) + 1]);
    }
}
