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
    // As variables, so that a shell can read the file for the commands that need the pair.
    private static final String ACCESS_KEY = "NRT_S3_ACCESS_KEY=";
    private static final String SECRET_KEY = "NRT_S3_SECRET_KEY=";

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
        if (lines.size() != 2
                || !lines.get(0).startsWith(ACCESS_KEY)
                || !lines.get(1).startsWith(SECRET_KEY)) {
            throw new CommandFailure(file + " does not hold a key pair. Remove it: the next start makes a new one.");
        }
        return new S3Credentials(
                lines.get(0).substring(ACCESS_KEY.length()), lines.get(1).substring(SECRET_KEY.length()));
    }

    private static S3Credentials make(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        S3Credentials made = new S3Credentials("nrt", HexFormat.of().formatHex(secret));
        Path next = file.resolveSibling("s3-credentials.next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, List.of(ACCESS_KEY + made.accessKey, SECRET_KEY + made.secretKey));
        Files.move(next, file);
        return made;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Credentials[accessKey=" + accessKey + "]";
    }
}
