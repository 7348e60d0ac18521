package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The key pair of a data folder's S3 endpoint.
 *
 * @param accessKey the public half
 * @param secretKey the secret half
 */
public record S3Credentials(String accessKey, String secretKey) {
    private static final int SECRET_BYTES = 20;

    /** The pair of a data folder: made at random at first and kept in a file that only its owner reads. */
    public static S3Credentials of(DataFolder folder) {
        Path file = folder.run().resolve("s3-credentials");
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new CommandFailure("The S3 key pair " + file + " cannot be read or written (" + e + ").", e);
        }
    }

    private static S3Credentials read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            throw new CommandFailure(file + " does not hold a key pair. Remove it: the next start makes a new one.");
        }
        return new S3Credentials(lines.get(0), lines.get(1));
    }

    private static S3Credentials make(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        S3Credentials made = new S3Credentials("nrt", HexFormat.of().formatHex(secret));
        Path next = file.resolveSibling("s3-credentials.next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, List.of(made.accessKey, made.secretKey));
        Files.move(next, file);
        return made;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Credentials[accessKey=" + accessKey + "]";
    }
}
