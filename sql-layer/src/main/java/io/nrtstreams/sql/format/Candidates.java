package io.nrtstreams.sql.format;

import io.nrtstreams.sql.format.FormatGuess.Candidate;
import io.nrtstreams.sql.format.json.JsonFormat;
import io.nrtstreams.sql.registry.SchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The formats that {@link FormatGuess} knows. */
final class Candidates {

    /** Confluent's prefix of bytes with a registered schema: a zero and the schema's id in four bytes. */
    private static final int SCHEMA_PREFIX = 5;

    /** Times after the year 2200 are other numbers, or text. */
    private static final long LATEST_MS = 7_258_118_400_000L;

    private Candidates() {}

    private record Plain(String name, Predicate<byte[]> test, Function<byte[], String> printer) implements Candidate {
        @Override
        public boolean fits(byte[] bytes) {
            return test.test(bytes);
        }

        @Override
        public String text(byte[] bytes) {
            return printer.apply(bytes);
        }
    }

    static List<Candidate> plain(Optional<SchemaRegistry> registry) {
        List<Candidate> all = new ArrayList<>();
        registry.ifPresent(schemas -> {
            all.add(registered("AVRO", Kind.AVRO, schemas, Base64.getEncoder()::encodeToString));
            all.add(registered("PROTOBUF", Kind.PROTOBUF, schemas, Base64.getEncoder()::encodeToString));
            all.add(registered("JSON_SR", Kind.JSON, schemas, Candidates::afterPrefix));
        });
        all.add(new Plain("JSON", JsonFormat::isJson, Candidates::utf8));
        // Before the numbers, whose bytes are rarely text.
        all.add(new Plain("KAFKA_STRING", Candidates::isText, Candidates::utf8));
        all.add(fixed("KAFKA_INT", Integer.BYTES, buffer -> String.valueOf(buffer.getInt())));
        all.add(fixed("KAFKA_BIGINT", Long.BYTES, buffer -> String.valueOf(buffer.getLong())));
        all.add(fixed("KAFKA_DOUBLE", Double.BYTES, buffer -> String.valueOf(buffer.getDouble())));
        return all;
    }

    private static Candidate registered(
            String name, Kind kind, SchemaRegistry registry, Function<byte[], String> printer) {
        return new Plain(name, bytes -> kind(bytes, registry).equals(Optional.of(kind)), printer);
    }

    private static Optional<Kind> kind(byte[] bytes, SchemaRegistry registry) {
        if (bytes.length < SCHEMA_PREFIX || bytes[0] != 0) {
            return Optional.empty();
        }
        return registry.byId(ByteBuffer.wrap(bytes).getInt(1))
                .map(found -> found.schema().kind());
    }

    private static Candidate fixed(String name, int length, Function<ByteBuffer, String> printer) {
        return new Plain(name, bytes -> bytes.length == length, bytes -> printer.apply(ByteBuffer.wrap(bytes)));
    }

    private static String afterPrefix(byte[] bytes) {
        return utf8(Arrays.copyOfRange(bytes, SCHEMA_PREFIX, bytes.length));
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** UTF-8 without control characters other than white space. */
    private static boolean isText(byte[] bytes) {
        for (byte next : bytes) {
            if (next >= 0 && next < ' ' && next != '\t' && next != '\n' && next != '\r') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            // The question is only whether it is.
            return false;
        }
    }

    /** Each format with a window after the key, sessions first, since their suffix begins like the other's key. */
    static List<Candidate> windowed(List<Candidate> plain) {
        List<Candidate> all = new ArrayList<>();
        plain.forEach(key -> all.add(new Windowed("SESSION(" + key.name() + ")", new KeyWindows(true, 0), key)));
        for (String kind : List.of("HOPPING", "TUMBLING")) {
            plain.forEach(key -> all.add(new Windowed(kind + "(" + key.name() + ")", new KeyWindows(false, 0), key)));
        }
        return all;
    }

    private record Windowed(String name, KeyWindows windows, Candidate key) implements Candidate {
        @Override
        public boolean fits(byte[] bytes) {
            try {
                if (windows.window(bytes).end() > LATEST_MS) {
                    return false;
                }
                byte[] inner = windows.withoutWindow(bytes);
                return inner.length > 0 && key.fits(inner);
            } catch (DecodeException e) {
                // The question is only whether there is a window.
                return false;
            }
        }

        @Override
        public String text(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long start = buffer.getLong(bytes.length - Long.BYTES);
            String end = windows.sessions() ? "/" + buffer.getLong(bytes.length - 2 * Long.BYTES) : "";
            return "[" + key.text(windows.withoutWindow(bytes)) + "@" + start + end + "]";
        }
    }
}
