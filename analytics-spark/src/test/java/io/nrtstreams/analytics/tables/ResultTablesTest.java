package io.nrtstreams.analytics.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.result.Spread;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTablesTest {
    private static final long NOON = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    private static final String ROW = "{\"city\":\"Pune\",\"last_event_time\":\"2026-11-22T12:00:00.000Z\"}";

    private final ResultTables tables = new ResultTables(List.of("weather"), topic -> true);

    @Test
    void theLatestRowOfAKeyIsShownInTheOrderOfKeys() {
        tables.put("weather", "Pune", "{\"city\":\"Pune\",\"n\":1}", true, NOON);
        tables.put("weather", "Mumbai", "{\"city\":\"Mumbai\",\"n\":1,\"wet\":true}", true, NOON);
        tables.put("weather", "Pune", "{\"city\":\"Pune\",\"n\":2}", true, NOON);

        var rows = tables.rows("weather", 10).orElseThrow();
        assertThat(rows.columns()).containsExactly("city", "n", "wet");
        assertThat(rows.rows()).containsExactly(List.of("Mumbai", 1, "true"), List.of("Pune", 2, ""));
    }

    @Test
    void aRecordWithoutAValueDeletesItsKey() {
        tables.put("weather", "Pune", ROW, true, NOON);
        tables.put("weather", "Pune", null, true, NOON);

        assertThat(tables.rows("weather", 10).orElseThrow().keys()).isZero();
    }

    @Test
    void aLimitKeepsTheLastKeysAndTellsHowManyThereAre() {
        List.of("a", "b", "c").forEach(key -> tables.put("weather", key, "{\"k\":\"" + key + "\"}", true, NOON));

        var rows = tables.rows("weather", 2).orElseThrow();
        assertThat(rows.rows()).containsExactly(List.of("b"), List.of("c"));
        assertThat(rows.keys()).isEqualTo(3);
    }

    @Test
    void keysBeyondTheBoundGoFirstInOrderFirst() {
        for (int i = 0; i <= LatestRows.BOUND; i++) {
            tables.put("weather", String.format("%06d", i), "{\"i\":" + i + "}", true, NOON);
        }

        var rows = tables.rows("weather", LatestRows.BOUND + 1).orElseThrow();
        assertThat(rows.keys()).isEqualTo(LatestRows.BOUND);
        assertThat(rows.rows().get(0)).isEqualTo(List.of(1));
    }

    @Test
    void tablesThatStayKeepTheirRowsWhenOthersAreFollowed() {
        tables.put("weather", "Pune", ROW, true, NOON);

        tables.follow(List.of("weather", "energy"));
        tables.put("energy", "1", "{\"kwh\":1}", true, NOON);

        assertThat(tables.rows("weather", 10).orElseThrow().keys()).isEqualTo(1);
        assertThat(tables.rows("energy", 10).orElseThrow().keys()).isEqualTo(1);
        tables.follow(List.of("energy"));
        assertThat(tables.names()).containsExactly("energy");
    }

    @Test
    void latencyIsFromTheNewestInputRecordUntilTheRowIsSeen() {
        tables.put("weather", "Pune", ROW, true, NOON + 300);
        tables.put("weather", "Pune", ROW, true, NOON + 500);

        assertThat(tables.endToEndMillis("weather")).contains(new Spread(300, 500, 2));
    }

    @Test
    void rowsFromBeforeTheProcessBeganHaveNoLatency() {
        tables.put("weather", "Pune", ROW, false, NOON + 300);

        assertThat(tables.endToEndMillis("weather")).isEmpty();
    }

    @Test
    void rowsOfAQueryThatIsNotWarmHaveNoLatency() {
        ResultTables cold = new ResultTables(List.of("weather"), topic -> false);
        cold.put("weather", "Pune", ROW, true, NOON + 300);

        assertThat(cold.endToEndMillis("weather")).isEmpty();
        assertThat(cold.rows("weather", 1).orElseThrow().keys()).isEqualTo(1);
    }

    @Test
    void whatIsNotJsonOrOfNoTableIsPassedOver() {
        tables.put("weather", "Pune", "not json", true, NOON);
        tables.put("other", "Pune", ROW, true, NOON);

        assertThat(tables.rows("weather", 1).orElseThrow().keys()).isZero();
        assertThat(tables.rows("other", 1)).isEmpty();
    }
}
