package io.nrtstreams.analytics.host.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.row.TopicRecord;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotFlowTest {

    private final FlowEnvironment environment = Planned.environment();
    private final MapStore store = new MapStore();
    private final MapStore laterStore = new MapStore();
    private final List<String> written = new ArrayList<>();
    private final RecordOutput output = new RecordOutput() {
        @Override
        public void accept(HostedQuery query, TopicRecord record) {
            written.add(new String(record.value(), UTF_8));
        }

        @Override
        public void log(ProcessingLog.Entry entry) {
            written.add(entry.kind() + ": " + entry.reason());
        }
    };

    private static HostedQuery query(String select) {
        return Planned.hosted(Planned.plan("CREATE TABLE o AS SELECT " + select + ";"), 1);
    }

    private static TopicRecord click(int partition, long offset, long time, int amount) {
        byte[] value = ("{\"PAGE\":\"p\",\"AMOUNT\":" + amount + "}").getBytes(UTF_8);
        return new TopicRecord("clicks", partition, offset, time, "\"k\"".getBytes(UTF_8), value, List.of());
    }

    private List<Block> read(HostedQuery query, boolean isBehind, TopicRecord... records) {
        List<Block> blocks = new ArrayList<>();
        SourceFlow flow = SourceFlow.open(
                List.of(query), records[0].topic(), records[0].partition(), 0, environment, blocks::add, output);
        for (TopicRecord record : records) {
            flow.accept(record);
        }
        flow.finish(isBehind);
        return blocks;
    }

    private void run(List<Block> blocks) {
        SlotFlow.run(1, blocks.iterator(), store, environment, block -> {}, output);
    }

    @Test
    void aKeyOfManyWindowsIsChangedForFewBytes() {
        HostedQuery query = query("person, COUNT(*) AS n FROM clicks"
                + " WINDOW TUMBLING (SIZE 1 MINUTE, GRACE PERIOD 2 DAYS) GROUP BY person");
        List<TopicRecord> day = new ArrayList<>();
        for (int minute = 0; minute < 1440; minute++) {
            day.add(click(0, minute, minute * 60_000L, 1));
        }
        run(read(query, false, day.toArray(TopicRecord[]::new)));
        assertThat(written).hasSize(1440);
        store.takeWritten();

        run(read(query, false, click(0, 1440, 720 * 60_000L, 1)));
        assertThat(written).last().isEqualTo("{\"N\":2}");
        assertThat(store.takeWritten()).isLessThan(2000);
    }

    @Test
    void aWindowStaysOpenForAPartitionOfWhichThereIsMoreToRead() {
        HostedQuery query = query("page, COUNT(*) AS n FROM clicks"
                + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY page EMIT FINAL");
        List<Block> both = read(query, true, click(0, 1, 1_000, 1));
        both.addAll(read(query, false, click(1, 1, 2_000, 1), click(1, 2, 95_000, 1)));
        run(both);
        assertThat(written).isEmpty();

        run(read(query, false, click(0, 2, 3_000, 1), click(0, 3, 96_000, 1)));
        assertThat(written).containsExactly("{\"N\":3}");
    }

    @Test
    void aWindowStaysOpenForAPartitionOfWhichTheBatchHasNoRowForIt() {
        HostedQuery query = query(
                "page, COUNT(*) AS n FROM clicks"
                        + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) WHERE amount > 0 GROUP BY page EMIT FINAL");
        List<Block> both = read(query, true, click(0, 1, 1_000, 0));
        both.addAll(read(query, false, click(1, 1, 2_000, 1), click(1, 2, 95_000, 1)));
        run(both);
        assertThat(written).isEmpty();

        run(read(query, false, click(0, 2, 3_000, 1), click(0, 3, 96_000, 1)));
        assertThat(written).containsExactly("{\"N\":2}");
    }

    @Test
    void aWindowBehindAJoinStaysOpenForAPartitionWhoseRowsFindNoPartner() {
        HostedQuery query = joined();
        List<Block> all = read(query, false, person(500));
        all.addAll(read(query, true, click("other", 0, 1, 1_000)));
        all.addAll(read(query, false, click("k", 1, 1, 2_000), click("k", 1, 2, 95_000)));
        runBothLevels(all);
        assertThat(written).isEmpty();

        runBothLevels(read(query, false, click("k", 0, 2, 3_000), click("k", 0, 3, 96_000)));
        assertThat(written).containsExactly("{\"N\":2}");
    }

    @Test
    void aTableOfWhichThereIsMoreToReadKeepsNoWindowBehindAJoinOpen() {
        HostedQuery query = joined();
        List<Block> all = read(query, true, person(500));
        all.addAll(read(query, false, click("k", 1, 1, 2_000), click("k", 1, 2, 95_000)));
        runBothLevels(all);
        assertThat(written).containsExactly("{\"N\":1}");
    }

    private static HostedQuery joined() {
        return query("c.page AS page, COUNT(*) AS n FROM clicks c JOIN people p ON c.person = p.id"
                + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY c.page EMIT FINAL");
    }

    private static TopicRecord person(long time) {
        return new TopicRecord(
                "people", 0, 0, time, "\"k\"".getBytes(UTF_8), "{\"CITY\":\"c\"}".getBytes(UTF_8), List.of());
    }

    private static TopicRecord click(String person, int partition, long offset, long time) {
        byte[] key = ("\"" + person + "\"").getBytes(UTF_8);
        return new TopicRecord("clicks", partition, offset, time, key, "{\"PAGE\":\"p\"}".getBytes(UTF_8), List.of());
    }

    private void runBothLevels(List<Block> blocks) {
        List<Block> later = new ArrayList<>();
        SlotFlow.run(1, blocks.iterator(), store, environment, later::add, output);
        SlotFlow.run(2, later.iterator(), laterStore, environment, block -> {}, output);
    }

    @Test
    void aWindowStaysOpenForAPartitionOfWhichTheBatchHasNothingReadable() {
        HostedQuery query = query("page, COUNT(*) AS n FROM clicks"
                + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY page EMIT FINAL");
        TopicRecord garbled = new TopicRecord("clicks", 0, 1, 1_000, null, "{".getBytes(UTF_8), List.of());
        List<Block> both = read(query, true, garbled);
        written.clear();
        both.addAll(read(query, false, click(1, 1, 2_000, 1), click(1, 2, 95_000, 1)));
        run(both);
        assertThat(written).isEmpty();

        run(read(query, false, click(0, 2, 3_000, 1), click(0, 3, 96_000, 1)));
        assertThat(written).containsExactly("{\"N\":2}");
    }

    @Test
    void aWindowIsClosedByTheTimeOfOtherSlots() {
        HostedQuery query = Planned.hosted(
                Planned.plan("CREATE TABLE o AS SELECT amount, COUNT(*) AS n FROM clicks"
                        + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY amount EMIT FINAL;"),
                50);
        MicroBatches batches = new MicroBatches(query, environment, new java.util.Random(1));
        assertThat(batches.run(List.of(click(0, 1, 1_000, 1)))).isEmpty();
        assertThat(batches.run(List.of(click(0, 2, 30_000, 2)))).hasSize(1);
    }

    @Test
    void whatAFailingStoreBringsAboutIsNoQuerysFault() {
        UncheckedIOException full = new UncheckedIOException(new java.io.IOException("No space left on device"));
        KeyValueStore failing = new KeyValueStore() {
            @Override
            public byte[] get(byte[] key) {
                throw full;
            }

            @Override
            public void put(byte[] key, byte[] value) {
                throw full;
            }

            @Override
            public void delete(byte[] key) {
                throw full;
            }
        };
        List<Block> blocks = read(query("page, COUNT(*) AS n FROM clicks GROUP BY page"), false, click(0, 1, 1, 1));
        assertThatThrownBy(() -> SlotFlow.run(1, blocks.iterator(), failing, environment, block -> {}, output))
                .isSameAs(full);
    }

    @Test
    void whatAQueryCannotDoNamesIt() {
        HostedQuery query = query("page, COUNT(*) AS n FROM clicks GROUP BY page");
        HostedQuery broken = new HostedQuery("CTAS_BROKEN", 2, "{}", query.types(), query.slots(), query.settings());
        assertThatThrownBy(() -> read(broken, false, click(0, 1, 1, 1)))
                .isInstanceOfSatisfying(
                        FlowFailure.class,
                        failure -> assertThat(failure.queryId()).isEqualTo("CTAS_BROKEN"));
    }

    @Test
    void stateOfANewerReleaseIsRefused() {
        HostedQuery query = query("page, COUNT(*) AS n FROM clicks GROUP BY page");
        run(read(query, false, click(0, 1, 1, 1)));
        store.texts().keySet().stream()
                .map(java.util.HexFormat.of()::parseHex)
                .filter(key -> key[key.length - 1] == 'c')
                .forEach(key -> store.put(key, new byte[] {99, 0}));
        List<Block> blocks = read(query, false, click(0, 2, 1, 1));
        assertThatThrownBy(() -> run(blocks))
                .isInstanceOf(FlowFailure.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("newer");
    }
}
