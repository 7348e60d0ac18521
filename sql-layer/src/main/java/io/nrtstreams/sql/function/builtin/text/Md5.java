package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

@ScalarFunction(
        name = "MD5",
        category = "STRING",
        description =
                "The MD5 digest of the text in UTF-8, as hexadecimal digits in lower case. To compare, not to protect:"
                        + " MD5 is broken as a secure hash.",
        examples = "MD5('abc') -> '900150983cd24fb0d6963f7d28e17f72'")
final class Md5 {

    private Md5() {}

    @Signature
    static String md5(@Parameter(name = "text", description = "what to digest") String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
