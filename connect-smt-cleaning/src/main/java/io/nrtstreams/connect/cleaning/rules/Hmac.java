package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A keyed hash in the place of text (HMAC, RFC 2104): equal values stay equal, and without the key nobody can try out
 * which value it was. Numbers and booleans are hashed as they print; nothing else gets through.
 */
final class Hmac implements Pure {
    private final Mac mac;
    private final boolean base64;
    private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();

    private Hmac(Mac mac, boolean base64) {
        this.mac = mac;
        this.base64 = base64;
    }

    /**
     * Reads {@code [sha256|sha512] [hex|base64]}.
     *
     * @param operation the name of the operation, where a missing key is reported
     * @throws TextMistake if it is something else, or the configuration has no key
     */
    static Hmac parse(Token operation, Arguments arguments, RuleSettings settings) {
        boolean sha512 = arguments.oneOf("sha256", "sha512").equals("sha512");
        boolean base64 = arguments.oneOf("hex", "base64").equals("base64");
        HmacKey key = settings.hmacKey()
                .orElseThrow(() -> new TextMistake(
                        operation.column(), "hmac needs a secret; give the transform the key hmac.key"));
        return new Hmac(mac(sha512 ? "HmacSHA512" : "HmacSHA256", key), base64);
    }

    private static Mac mac(String algorithm, HmacKey key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.bytes(), algorithm));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java platform has no " + algorithm, e);
        }
    }

    @Override
    public Object apply(Object value) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            return Unfit.KIND;
        }
        if (value instanceof String text && !utf8.canEncode(text)) {
            // Halves of surrogate pairs have no bytes in UTF-8: all of them would get one hash.
            return Unfit.VALUE;
        }
        byte[] hash = mac.doFinal(value.toString().getBytes(StandardCharsets.UTF_8));
        return base64
                ? Base64.getEncoder().encodeToString(hash)
                : HexFormat.of().formatHex(hash);
    }

    @Override
    public String expected() {
        return "text, a number or a boolean";
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return ScalarType.STRING;
    }
}
