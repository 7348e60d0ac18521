package io.nrtstreams.sql.function.builtin.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** How bytes are written as text. */
enum Encoding {
    HEX {
        @Override
        byte[] decode(String text) {
            try {
                return HexFormat.of().parseHex(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the text is not made of pairs of hexadecimal digits");
            }
        }

        @Override
        String encode(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    },
    UTF8 {
        @Override
        byte[] decode(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        String encode(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    },
    ASCII {
        @Override
        byte[] decode(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        String encode(byte[] bytes) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
    },
    BASE64 {
        @Override
        byte[] decode(String text) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the text is not Base64");
            }
        }

        @Override
        String encode(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    };

    /** The bytes that a text stands for; {@link IllegalArgumentException} when it stands for none. */
    abstract byte[] decode(String text);

    abstract String encode(byte[] bytes);

    /** By its name in any case; {@link IllegalArgumentException} when there is none of this name. */
    static Encoding of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "hex" -> HEX;
            case "utf8" -> UTF8;
            case "ascii" -> ASCII;
            case "base64" -> BASE64;
            default -> throw new IllegalArgumentException("there is no such encoding; use hex, utf8, ascii or base64");
        };
    }
}
