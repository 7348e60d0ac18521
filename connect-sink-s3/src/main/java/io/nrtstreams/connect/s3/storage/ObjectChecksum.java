package io.nrtstreams.connect.s3.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * What a store checks the content of an object against, sent in a header of the request.
 *
 * <p>It is computed before the request, as the content is in memory anyway. So a request has a plain body of known length
 * and no trailer, which is what every store understands.
 */
public enum ObjectChecksum {
    /** Nothing is sent. */
    NONE,
    /** CRC-32 of ISO 3309: computed by an instruction of the processor, as cheap as any. */
    CRC32,
    /** CRC-32 of Castagnoli: as cheap. */
    CRC32C,
    /** CRC-64 of the NVM Express specification. */
    CRC64NVME,
    /** SHA-1. */
    SHA1,
    /** SHA-256. */
    SHA256,
    /** MD5, as {@code Content-MD5}, for stores that know no other. */
    MD5;

    private static final int BLOCK = 16 << 10;

    private Computation computation() {
        return switch (this) {
            case NONE -> throw new IllegalStateException("there is no checksum to compute");
            case CRC32 -> new Sum(new CRC32(), Integer.BYTES);
            case CRC32C -> new Sum(new CRC32C(), Integer.BYTES);
            case CRC64NVME -> new Sum(new Crc64Nvme(), Long.BYTES);
            case SHA1 -> Hash.of("SHA-1");
            case SHA256 -> Hash.of("SHA-256");
            case MD5 -> Hash.of("MD5");
        };
    }

    /** The checksum of all that the stream holds; {@link #NONE} has none. It is given most significant byte first, in Base64 as the headers have it. */
    String of(InputStream content) {
        Computation running = computation();
        byte[] block = new byte[BLOCK];
        try (content) {
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                running.update(block, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(running.value());
    }

    private sealed interface Computation {
        void update(byte[] bytes, int count);

        byte[] value();
    }

    private record Sum(Checksum checksum, int bytes) implements Computation {
        @Override
        public void update(byte[] block, int count) {
            checksum.update(block, 0, count);
        }

        @Override
        public byte[] value() {
            byte[] whole =
                    ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
            return Arrays.copyOfRange(whole, Long.BYTES - bytes, Long.BYTES);
        }
    }

    private record Hash(MessageDigest digest) implements Computation {
        static Hash of(String algorithm) {
            try {
                return new Hash(MessageDigest.getInstance(algorithm));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this JVM has no " + algorithm + "; choose another s3.checksum", e);
            }
        }

        @Override
        public void update(byte[] block, int count) {
            digest.update(block, 0, count);
        }

        @Override
        public byte[] value() {
            return digest.digest();
        }
    }
}
