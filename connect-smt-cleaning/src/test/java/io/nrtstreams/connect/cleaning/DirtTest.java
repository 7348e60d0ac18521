package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.Connectors.Chain;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** Tens of thousands of broken records: each is cleaned or rejected, and no message holds a piece of any value. */
class DirtTest {
    /** Put into every mutated record; nothing that a transform says may repeat it. */
    private static final String SECRET = "s3cr3t";

    private static final List<String> SHARDS = List.of(
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "None",
            "nan",
            "True",
            "-",
            "1e999",
            "12.5",
            "\\x4",
            "\\u00",
            "\\ud83d",
            "\uD83D",
            "\0",
            "\n",
            "\u00A0",
            "Null",
            "9223372036854775808",
            "''",
            "{'a': {'a': ",
            SECRET);
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|-?[0-9.]+|[{}:,]");

    private final Random random = new Random(42);

    @Test
    void noMutationOfAWeatherRecordDoesMoreThanBeRejected() {
        Chain<SinkRecord> weather = Connectors.demo("weather-s3-json.json");
        int rejected = 0;
        int cleaned = 0;
        for (int i = 0; i < 40_000; i++) {
            String given = mutated(Weather.PUNE);
            try {
                assertThat(weather.apply(Records.sink(given)).value()).isInstanceOf(Struct.class);
                cleaned++;
            } catch (RejectedRecordException e) {
                assertThat(e.getMessage())
                        .doesNotContain(SECRET)
                        .doesNotContain("Pune")
                        .hasSizeLessThan(400);
                rejected++;
            }
        }
        assertThat(cleaned).isGreaterThan(1_000);
        assertThat(rejected).isGreaterThan(10_000);
    }

    @Test
    void noMutationOfARowDoesMoreThanBeRejected() {
        Chain<SourceRecord> energy = Connectors.demo("energy-source.json");
        for (int i = 0; i < 40_000; i++) {
            String given = mutated("1669875330,12345434,0.014830261," + SECRET);
            SourceRecord after = energy.apply(Records.source(given));
            assertThat(after).isNotNull();
            if (after.topic().endsWith(".rejected")) {
                assertThat(after.headers())
                        .extracting(Header::value)
                        .allSatisfy(text ->
                                assertThat((String) text).doesNotContain(SECRET).doesNotContain("12345434"));
            } else {
                assertThat(after.value()).isInstanceOf(Struct.class);
            }
        }
    }

    @Test
    void noBytesDoMoreThanBeRejected() {
        Chain<SourceRecord> tiktok = Connectors.demo("tiktok-source.json");
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            assertThat(tiktok.apply(Records.source(bytes)).topic()).isEqualTo("readings.rejected");
        }
    }

    private String mutated(String given) {
        String text = given;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            text = switch (random.nextInt(6)) {
                case 0 -> text.substring(0, random.nextInt(text.length() + 1));
                case 1 -> at(text, SHARDS.get(random.nextInt(SHARDS.size())), 0);
                case 2 -> at(text, "", 1 + random.nextInt(8));
                case 3 -> at(text, String.valueOf((char) random.nextInt(0x250)), 1);
                default -> withTokenReplaced(text);
            };
        }
        return text;
    }

    private String at(String text, String inserted, int removed) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + removed));
    }

    private String withTokenReplaced(String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return text;
        }
        MatchResult token = tokens.get(random.nextInt(tokens.size()));
        String shard = random.nextBoolean() ? "'" + SECRET + "'" : SHARDS.get(random.nextInt(SHARDS.size()));
        return text.substring(0, token.start()) + shard + text.substring(token.end());
    }
}
