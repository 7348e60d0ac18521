package io.nrtstreams.sql.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader and the writer are our own; Jackson is the judge of what is JSON and how it is written. */
final class JsonAgainstJacksonTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final RowCodec anyValue = new JsonFormat()
            .codec(
                    new FormatSpec("JSON", Map.of(), Optional.of(false)),
                    List.of(new Column("V", SqlTypes.STRING)),
                    Part.VALUE,
                    "topic");

    private final RowCodec aDouble =
            new JsonFormat().codec(FormatSpec.of("JSON"), List.of(new Column("V", SqlTypes.DOUBLE)), Part.KEY, "topic");

    private final RowCodec aString =
            new JsonFormat().codec(FormatSpec.of("JSON"), List.of(new Column("V", SqlTypes.STRING)), Part.KEY, "topic");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothTakeAndRefuseTheSameTexts(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            byte[] text = damaged(document(random, 3), random).getBytes(StandardCharsets.UTF_8);
            Optional<JsonNode> expected = jackson(text);
            Optional<String> read = own(text);

            assertThat(read.isPresent())
                    .as("%s", new String(text, StandardCharsets.UTF_8))
                    .isEqualTo(expected.isPresent());
            if (expected.isPresent() && expected.get().isContainerNode()) {
                assertThat(JACKSON.readTree(read.get()).equals(JsonAgainstJacksonTest::compare, expected.get()))
                        .as(read.get())
                        .isTrue();
            }
        }
    }

    /** Numbers by their value: one that was written with an exponent may be whole. */
    private static int compare(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1;
    }

    private static Optional<JsonNode> jackson(byte[] text) throws IOException {
        try {
            JsonNode node = JACKSON.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<String> own(byte[] text) {
        try {
            Object[] columns = anyValue.decode(text);
            return Optional.of(columns == null ? "null" : (String) columns[0]);
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static String document(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() + " ";
            case 2 -> Integer.toString(random.nextInt());
            case 3 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 4 -> "\"a\\u00e9\\n é😀\\\\\"";
            case 5 -> " \"\"";
            case 6 -> "[" + document(random, depth - 1) + "," + document(random, depth - 1) + "]";
            default -> "{\"a\":" + document(random, depth - 1) + ",\"b\\\"\":" + document(random, depth - 1) + "}";
        };
    }

    private static String damaged(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(changed.length());
            changed.setCharAt(at, "{}[]\",:0123456789eE.+-\\utfnb \t\u0001".charAt(random.nextInt(31)));
        }
        return changed.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doublesAreReadAsJavaReadsThem(long seed) throws DecodeException {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = number(random);
            Object[] read = aDouble.decode(text.getBytes(StandardCharsets.UTF_8));

            assertThat(read[0]).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    private static String number(Random random) {
        String whole = Long.toString(random.nextLong() >> random.nextInt(64));
        String fraction = random.nextBoolean() ? "" : "." + (random.nextLong() >>> 1 + random.nextInt(62));
        String exponent = random.nextInt(3) > 0 ? "" : "e" + (random.nextInt(640) - 320);
        return whole + fraction + exponent;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stringsAndDoublesAreWrittenAsJacksonDoes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            int[] codes = random.ints(random.nextInt(20), 0, 0x2fff)
                    .map(code -> code < 0x1000 ? code % 0x90 : code < 0x1010 ? 0x1f600 + code : code)
                    .toArray();
            String text = new String(codes, 0, codes.length);
            assertThat(aString.encode(new Object[] {text})).isEqualTo(JACKSON.writeValueAsBytes(text));

            double number = Double.longBitsToDouble(random.nextLong());
            String written = new String(aDouble.encode(new Object[] {number}), StandardCharsets.UTF_8);
            assertThat(Double.valueOf(written.replace("\"", ""))).isEqualTo(Double.valueOf(number));
        }
    }
}
