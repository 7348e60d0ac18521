package io.nrtstreams.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LakeAuditTest {
    private final MemoryStore store = new MemoryStore();

    private static ObjectLink link(long first, long last, long records) {
        return new ObjectLink("readings", 0, first, last, records, -1, "writer");
    }

    private static String name(long first, String rest) {
        return "readings+0+" + String.format("%020d", first) + rest;
    }

    private static String lines(long... offsets) {
        StringBuilder lines = new StringBuilder();
        for (long offset : offsets) {
            lines.append("{\"kafka_partition\":0,\"kafka_offset\":")
                    .append(offset)
                    .append("}\n");
        }
        return lines.toString();
    }

    /** A topic with the offsets from 0 on. */
    private AuditReport audited(int records) {
        ProducedLog log = (topic, each) -> {
            for (int offset = 0; topic.equals("readings") && offset < records; offset++) {
                each.accept(0, offset, true);
            }
        };
        return Audit.ofALake(log, store, "lake");
    }

    private static List<String> everyFinding(AuditReport report) {
        List<String> findings = new ArrayList<>(report.findings());
        report.feeds().forEach(feed -> findings.addAll(feed.findings()));
        return findings;
    }

    @Test
    void chainsOfManyFormatsThatHoldEveryOffsetOnceAreClean() {
        store.link("lake/readings/s=a/" + name(0, ".json"), link(0, 2, 2), lines(0, 2));
        store.link("lake/readings/s=b/" + name(1, ".json"), link(1, 3, 2), lines(1, 3));
        store.link("lake/readings/s=a/" + name(4, "+0badcafe.parquet"), link(4, 6, 2), "PAR1");
        store.link("lake/readings/s=a/" + name(5, "+cafebabe.avro"), link(5, 7, 2), "Obj");
        store.link("lake/readings/s=a/" + name(8, ".json"), link(8, 9, 2), "{\"n\":1}\n{\"n\":2}\n");

        AuditReport report = audited(10);

        assertThat(report.clean()).as(report.toString()).isTrue();
        assertThat(report.feeds()).extracting(FeedAudit::stored).containsExactly(10L);
        assertThat(report.notes())
                .containsExactly(
                        "readings: of 1 objects (.avro) only the metadata was audited, which tells how many records of"
                                + " which offsets they hold",
                        "readings: of 1 objects (.json without envelope=partition,offset) only the metadata was audited,"
                                + " which tells how many records of which offsets they hold",
                        "readings: of 1 objects (.parquet) only the metadata was audited, which tells how many records"
                                + " of which offsets they hold");
    }

    @Test
    void objectsThatAreNotTheSinksAreNotedAndHoldNothing() {
        store.link("lake/readings/" + name(0, ".json"), link(0, 1, 2), lines(0, 1));
        store.stranger("lake/_nrt/conditional-write-probe", "");
        store.stranger("lake/readings/_SUCCESS", "");
        store.stranger("lake/other/part-0.json", "{}");
        store.stranger("lakeside/readings/" + name(0, ".json"), "{}");

        AuditReport report = audited(2);

        assertThat(report.clean()).as(report.toString()).isTrue();
        assertThat(report.notes())
                .containsExactly(
                        "not an object of the sink: lake/other/part-0.json",
                        "not an object of the sink: lake/readings/_SUCCESS");
    }

    @Test
    void anObjectWithTheNameOfALinkThatTheSinkDidNotWriteIsFound() {
        store.stranger("lake/readings/" + name(0, ".parquet"), "PAR1");

        assertThat(everyFinding(audited(1)))
                .containsExactly(
                        "lake/readings/readings+0+00000000000000000000.parquet has the name of a sink's object and was"
                                + " not written by it: its metadata has no nrt-topic",
                        "readings-0: 1 records are neither in S3 nor in a dead letter queue (offsets 0)");
    }

    @Test
    void anObjectUnderTheNameOfAnotherIsFound() {
        store.link("lake/readings/" + name(0, ".avro"), link(5, 6, 2), "Obj");

        assertThat(everyFinding(audited(1)))
                .contains("lake/readings/readings+0+00000000000000000000.avro has the name of another: by its metadata"
                        + " it begins with offset 5 of readings-0");
    }

    @Test
    void linksOfOneChainThatOverlapAreNamedWithTheirOffsets() {
        store.link("lake/readings/" + name(0, ".parquet"), link(0, 5, 6), "PAR1");
        store.link("lake/readings/" + name(3, ".parquet"), link(3, 9, 7), "PAR1");

        AuditReport report = audited(10);

        assertThat(everyFinding(report))
                .containsExactly(
                        "readings-0: lake/readings/readings+0+00000000000000000000.parquet and"
                                + " lake/readings/readings+0+00000000000000000003.parquet overlap in offsets 3-5 of one"
                                + " chain",
                        "readings-0: of offsets 0-9 10 records are to be in S3, and by their metadata 13 are: 3 too"
                                + " many");
        assertThat(report.feeds().get(0).doubled()).isEqualTo(3);
    }

    @Test
    void lanesOfOneFolderAreChainsOfTheirOwn() {
        store.link("lake/readings/" + name(0, "+aaaaaaaa.avro"), link(0, 8, 5), "Obj");
        store.link("lake/readings/" + name(1, "+bbbbbbbb.avro"), link(1, 9, 5), "Obj");

        assertThat(everyFinding(audited(10))).isEmpty();
    }

    @Test
    void aGapBetweenLinksIsNamedWithItsOffsets() {
        store.link("lake/readings/" + name(0, ".parquet"), link(0, 3, 4), "PAR1");
        store.link("lake/readings/" + name(7, ".parquet"), link(7, 9, 3), "PAR1");

        AuditReport report = audited(10);

        assertThat(everyFinding(report))
                .containsExactly("readings-0: 3 records are neither in S3 nor in a dead letter queue (offsets 4-6)");
        assertThat(report.feeds().get(0).missing()).isEqualTo(3);
    }

    @Test
    void contentsThatAreNotWhatTheMetadataSayAreFound() {
        store.link("lake/readings/" + name(0, ".json"), link(0, 3, 4), lines(0, 1, 2));

        assertThat(everyFinding(audited(4)))
                .containsExactly(
                        "lake/readings/readings+0+00000000000000000000.json holds 3 records of partition [0], offsets"
                                + " 0-2, but by its metadata 4 records of partition 0, offsets 0-3",
                        "readings-0: 1 records are neither in S3 nor in a dead letter queue (offsets 3)");
    }

    @Test
    void objectsOfAnotherPrefixBelowThisOneAreFoundToHoldTheSameRecords() {
        store.link("lake/readings/" + name(0, ".json"), link(0, 1, 2), lines(0, 1));
        store.link("lake/copy/readings/" + name(0, ".json"), link(0, 1, 2), lines(0, 1));

        AuditReport report = audited(2);

        assertThat(everyFinding(report))
                .containsExactly("readings-0: 2 records are in S3 more than once (offsets 0-1)");
        assertThat(report.feeds().get(0).doubled()).isEqualTo(2);
    }

    @Test
    void recordsOfATopicThatATransformRenamedAreThoseThatTheBrokerHolds() {
        store.link("lake/renamed/" + name(0, ".json"), link(0, 1, 2), lines(0, 1));

        assertThat(audited(2).feeds())
                .singleElement()
                .matches(FeedAudit::clean)
                .extracting(FeedAudit::topic)
                .isEqualTo("readings");
    }

    @Test
    void aLakeWithoutAnyObjectOfTheSinkIsNotClean() {
        store.stranger("lake/readings/_SUCCESS", "");

        assertThat(everyFinding(audited(2)))
                .containsExactly(
                        "no object of the sink lies below the prefix: are bucket and prefix those of the sinks?");
    }

    @Test
    void recordsWithoutAValueThatAreLeftOutAreNoted() {
        store.link("lake/readings/" + name(0, ".json"), link(0, 2, 2), lines(0, 2));
        ProducedLog log = (topic, each) -> {
            each.accept(0, 0, true);
            each.accept(0, 1, false);
            each.accept(0, 2, true);
        };

        AuditReport report = Audit.ofALake(log, store, "lake");

        assertThat(report.clean()).as(report.toString()).isTrue();
        assertThat(report.notes())
                .containsExactly("readings-0: 1 records without a value are not in S3, where null.values=skip leaves"
                        + " them out");
    }
}
