package io.nrtstreams.quickstart.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.quickstart.config.ConnectorFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's own cleaning, scored over far more records than a demo sends. */
class CleaningScoreTest {
    private static final Path DEMO = Path.of(System.getProperty("nrt.home"), "connectors-config", "demo");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "NRT_RATE", "20",
            "NRT_S3_BUCKET", "b",
            "NRT_S3_ENDPOINT", "http://127.0.0.1:1",
            "NRT_S3_ACCESS_KEY", "a",
            "NRT_S3_SECRET_KEY", "s");
    private static final Instant NOVEMBER = Instant.parse("2022-11-01T00:00:00Z");
    private static final long RECORDS = 60_000;

    @ParameterizedTest
    @ValueSource(strings = {"energy", "tiktok", "weather"})
    void everyKindThatCanBeSeenIsFoundAndGoodDataIsNotHarmed(String feed) {
        Map<String, String> source = config(feed + "-source.json");
        CleaningScore cleaning = feed.equals("weather")
                ? CleaningScore.underSink(source, config("weather-s3-json.json"))
                : CleaningScore.underSource(source);

        FeedScore score = cleaning.over(ranges(source));

        System.out.println(feed + " " + score);
        assertThat(score.records()).isGreaterThanOrEqualTo(RECORDS);
        assertThat(score.harm()).as("of good data").isLessThanOrEqualTo(0.001);
        assertThat(score.kinds()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(kind -> {
            assertThat(kind.visible()).as(kind.kind()).isTrue();
            assertThat(kind.planted()).as(kind.kind()).isGreaterThan(50);
            assertThat(kind.recall()).as("%s", kind).isGreaterThanOrEqualTo(0.99);
        });
    }

    @Test
    void duplicatesAreFoundWhereATransformLooksForThem() {
        Map<String, String> source = config("energy-source.json");
        source.put("dirt.duplicate", "0.01");
        CleaningScore blind = CleaningScore.underSource(source);
        KindScore missed = kind(blind.over(ranges(source)), "duplicate");
        source.put("transforms", "parse,clean,once");
        source.put("transforms.once.type", "io.nrtstreams.connect.cleaning.Deduplicate$Value");

        FeedScore score = CleaningScore.underSource(source).over(ranges(source));

        assertThat(missed.visible()).isFalse();
        assertThat(missed.missed()).isEqualTo(missed.planted());
        assertThat(kind(score, "duplicate").visible()).isTrue();
        assertThat(kind(score, "duplicate").recall()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.harm()).isLessThanOrEqualTo(0.001);
    }

    @ParameterizedTest
    @CsvSource({"trim, false", "range 0..0.01, true"})
    void aCleaningThatMissesOrHarmsIsFoundOut(String usage, boolean harms) {
        Map<String, String> source = config("energy-source.json");
        source.put("transforms.clean.field.usage", "null-if 'Null' | to float64 else null | " + usage);

        FeedScore score = CleaningScore.underSource(source).over(ranges(source));

        assertThat(kind(score, "null.token").recall()).isZero();
        assertThat(score.harm() > 0.5).isEqualTo(harms);
        assertThat(score.recall()).isZero();
    }

    private static KindScore kind(FeedScore score, String name) {
        return score.kinds().stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> config(String file) {
        return new LinkedHashMap<>(ConnectorFile.read(DEMO.resolve(file), ENVIRONMENT, Map.of()));
    }

    private static List<CleaningScore.Range> ranges(Map<String, String> source) {
        List<Map<String, ?>> shards = RecordSeries.of(source).sourcePartitions();
        long each = RECORDS / shards.size() + 1;
        return shards.stream()
                .map(shard -> (CleaningScore.Range) series -> series.records(shard, NOVEMBER, 0, each))
                .toList();
    }
}
