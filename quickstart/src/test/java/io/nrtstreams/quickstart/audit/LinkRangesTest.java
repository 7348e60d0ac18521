package io.nrtstreams.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.storage.ObjectLink;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LinkRangesTest {
    private static final TopicPartition READINGS = new TopicPartition("readings", 0);

    private final LinkRanges ranges = new LinkRanges();

    private void object(long first, long last, long records) {
        ranges.add(new ObjectLink("readings", 0, first, last, records, -1, "writer"));
    }

    private static OffsetSet offsets(long... offsets) {
        OffsetSet set = new OffsetSet();
        LongStream.of(offsets).forEach(set::add);
        return set;
    }

    private static OffsetSet upTo(long end) {
        return offsets(LongStream.range(0, end).toArray());
    }

    private LinkRanges.Verdict compare(OffsetSet open) {
        return ranges.compare(READINGS, open, offsets());
    }

    @Test
    void rangesOfSeveralPathsThatHoldEveryRecordAreClean() {
        object(0, 7, 4);
        object(1, 9, 5);
        object(3, 3, 1);
        object(10, 12, 3);

        LinkRanges.Verdict verdict = compare(upTo(13));

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.missing() + verdict.doubled() + verdict.skipped()).isZero();
        assertThat(ranges.records()).isEqualTo(13);
    }

    @Test
    void offsetsThatNoRangeCoversAreNamed() {
        object(0, 3, 4);
        object(6, 8, 3);

        LinkRanges.Verdict verdict = compare(upTo(10));

        assertThat(verdict.uncovered().ascending()).containsExactly(4L, 5L, 9L);
        assertThat(verdict.missing()).isEqualTo(3);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void aStretchThatHoldsTooFewNamesItsOffsets() {
        object(0, 7, 4);
        object(1, 9, 4);

        LinkRanges.Verdict verdict = compare(upTo(10));

        assertThat(verdict.missing()).isEqualTo(2);
        assertThat(verdict.findings())
                .containsExactly("readings-0: of offsets 0-9 10 records are to be in S3, and by their metadata 8 are:"
                        + " 2 missing");
    }

    @Test
    void aStretchThatHoldsTooManyNamesItsOffsets() {
        object(0, 7, 8);
        object(1, 9, 5);

        LinkRanges.Verdict verdict = compare(upTo(10));

        assertThat(verdict.doubled()).isEqualTo(3);
        assertThat(verdict.findings())
                .containsExactly("readings-0: of offsets 0-9 10 records are to be in S3, and by their metadata 13 are:"
                        + " 3 too many");
    }

    @Test
    void aRecordThatBeginsOrEndsTwoObjectsIsDoubledAlthoughTheNumberIsRight() {
        object(0, 4, 3);
        object(4, 6, 3);
        object(6, 6, 1);

        LinkRanges.Verdict verdict = compare(upTo(7));

        assertThat(verdict.doubled()).isEqualTo(2);
        assertThat(verdict.findings())
                .containsExactly("readings-0: 2 records begin or end more than one object (offsets 4, 6)");
    }

    @Test
    void aBorderThatIsNotInKafkaIsNamed() {
        object(0, 4, 2);

        assertThat(compare(offsets(0, 1)).findings())
                .containsExactly("readings-0: 1 records begin or end an object, but are not in Kafka, or stored or"
                        + " rejected otherwise too (offsets 4)");
    }

    @Test
    void recordsWithoutAValueMayBeLeftOutWhereverTheyAre() {
        object(0, 4, 3);

        LinkRanges.Verdict verdict = ranges.compare(READINGS, upTo(7), offsets(1, 2, 5));

        assertThat(verdict.skipped()).isEqualTo(3);
        assertThat(verdict.uncovered().ascending()).containsExactly(6L);
        assertThat(verdict.missing()).isEqualTo(1);
        assertThat(verdict.findings()).isEmpty();
    }
}
