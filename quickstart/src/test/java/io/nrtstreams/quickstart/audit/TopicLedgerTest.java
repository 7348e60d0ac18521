package io.nrtstreams.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicLedgerTest {
    private final TopicLedger ledger = new TopicLedger("energy");

    private static DeadLetters rejecting(long... offsets) {
        DeadLetters letters = DeadLetters.none();
        for (long offset : offsets) {
            letters.add(new TopicPartition("energy", 0), offset);
        }
        return letters;
    }

    @Test
    void isCleanWhenEveryOffsetIsStoredOnceOrRejected() {
        List.of(0L, 1L, 3L).forEach(offset -> ledger.produced(0, offset));
        ledger.stored(0, 0);
        ledger.stored(0, 3);
        ledger.object(100);

        TopicAudit audit = ledger.close(rejecting(1));

        assertThat(audit)
                .isEqualTo(new TopicAudit("energy", 3, 1, 2, 0, 0, 1, 100, List.of(), List.of()))
                .matches(TopicAudit::clean);
    }

    @Test
    void namesTheOffsetsThatAreNowhere() {
        List.of(0L, 1L, 2L, 5L).forEach(offset -> ledger.produced(0, offset));
        ledger.stored(0, 0);

        TopicAudit audit = ledger.close(rejecting());

        assertThat(audit.missing()).isEqualTo(3);
        assertThat(audit.findings())
                .containsExactly("energy-0: 3 records are neither in S3 nor in a dead letter queue (offsets 1-2, 5)");
    }

    @Test
    void countsWhatIsStoredTwiceRejectedAsWellOrUnknownToKafka() {
        ledger.produced(0, 0);
        ledger.produced(0, 1);
        ledger.stored(0, 0);
        ledger.stored(0, 0);
        ledger.stored(0, 1);
        ledger.stored(0, 9);

        TopicAudit audit = ledger.close(rejecting(1));

        assertThat(audit.doubled()).isEqualTo(3);
        assertThat(audit.findings())
                .anyMatch(finding -> finding.startsWith("energy-0: 1 records are in S3 more than once (offsets 0)"))
                .anyMatch(finding ->
                        finding.startsWith("energy-0: 1 records are in S3 and in a dead letter queue (offsets 1)"))
                .anyMatch(finding -> finding.startsWith("energy-0: 1 records are in S3 but not in Kafka"));
    }
}
