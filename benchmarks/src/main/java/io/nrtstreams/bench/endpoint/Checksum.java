package io.nrtstreams.bench.endpoint;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The checksum of a body that SDKs send by default. */
final class Checksum {
    /** Header or trailer: Base64 of the CRC-32, big-endian. */
    static final String CRC32 = "x-amz-checksum-crc32";

    private Checksum() {}

    static void require(Content content, @Nullable String declared) throws Refusal {
        if (declared == null) {
            return;
        }
        byte[] own = ByteBuffer.allocate(4).putInt((int) content.crc32()).array();
        if (!Base64.getEncoder().encodeToString(own).equals(declared)) {
            throw new Refusal(400, "BadDigest", "the CRC-32 of the body is not the declared one");
        }
    }
}
