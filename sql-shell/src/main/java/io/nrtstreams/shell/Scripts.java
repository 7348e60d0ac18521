package io.nrtstreams.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads scripts, of 16 MiB at most. */
final class Scripts {

    private static final int MAX_BYTES = 16 << 20;

    private Scripts() {}

    static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new ShellFailure("There is no file " + file.toAbsolutePath() + ".", e);
        } catch (IOException e) {
            throw new ShellFailure("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** @param name for messages */
    static String read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ShellFailure(name + " is longer than 16 MiB, which is too long for a script.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ShellFailure(name + " is not a text in UTF-8. Is it a script?", e);
        }
    }
}
