package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.FakeClock;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.Formats;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.storage.ObjectLink;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final TopicPartition DEVICES = new TopicPartition("devices", 0);
    private static final ChainId ID = new ChainId(DEVICES, "lake/devices/site=a", "");
    private static final Route ROUTE = new Route("devices", "site=a", "");
    private static final RecordFormat JSON =
            Formats.jsonLines(new FormatSettings(Envelope.none(), Compression.NONE, 6));

    private static final RotationPolicy ROTATION = new RotationPolicy(
            1000, 1 << 20, Duration.ofHours(1), Optional.empty(), Optional.empty(), Optional.empty());

    private final FakeClock clock = new FakeClock();
    private final FileFiller files = new FileFiller(ROTATION, record -> RecordTimes.NONE, clock.clocks());
    private final Chain chain = new Chain(ID, JSON.firstShape());
    private final PartitionChains partition = new PartitionChains(DEVICES);

    ChainTest() {
        partition.chain(ROUTE, route -> chain);
    }

    /** Appends records whose timestamps are their offsets. */
    private void append(long... offsets) {
        for (long offset : offsets) {
            assertThat(chain.takes(offset, offset)).isTrue();
            chain.append(
                    new SinkRecord("devices", 0, null, null, null, offset, offset, offset, TimestampType.CREATE_TIME),
                    files);
        }
    }

    private void file(long... offsets) {
        append(offsets);
        chain.closeOpenFile();
    }

    private static ObjectLink link(long first, long last) {
        return new ObjectLink("devices", 0, first, last, 1, first, "other");
    }

    @Test
    void recordsTakenOnceAreNotTakenAgain() {
        append(3, 5);

        assertThat(chain.takes(3, 3)).isFalse();
        assertThat(chain.takes(5, 5)).isFalse();
        assertThat(chain.takes(6, 6)).isTrue();
    }

    @Test
    void aFloorBelowEverythingHeldChangesNothing() {
        file(10, 12);
        append(14);

        assertThat(chain.learn(link(0, 9))).isEmpty();
        assertThat(chain.firstHeld()).isEqualTo(OptionalLong.of(10));
    }

    @Test
    void aFloorAboveEverythingHeldDropsItWithoutReadingAgain() {
        file(10, 12);
        append(14);

        assertThat(chain.learn(link(10, 20))).isEmpty();
        assertThat(chain.isIdle()).isTrue();
        assertThat(chain.memory()).isZero();
        assertThat(chain.takes(20, 20)).isFalse();
        assertThat(chain.takes(21, 21)).isTrue();
    }

    @Test
    void aFloorBetweenTwoFilesKeepsTheSecond() {
        file(10, 12);
        file(14, 16);

        assertThat(chain.learn(link(10, 13))).isEmpty();
        assertThat(chain.firstHeld()).isEqualTo(OptionalLong.of(14));
    }

    @Test
    void aFloorWithinAFileDropsItAndAllAfterItAndReadsOnBehindTheFloor() {
        file(10, 12);
        file(14, 16);
        append(18);

        assertThat(chain.learn(link(10, 14))).isEqualTo(OptionalLong.of(15));
        assertThat(chain.isIdle()).isTrue();
        assertThat(chain.memory()).isZero();
        assertThat(chain.takes(14, 14)).isFalse();
        assertThat(chain.takes(16, 16)).isTrue();
    }

    @Test
    void aFloorWithinTheOpenFileDropsItAsWell() {
        append(10, 12);

        assertThat(chain.learn(link(10, 11))).isEqualTo(OptionalLong.of(12));
        assertThat(chain.isIdle()).isTrue();
    }

    @Test
    void aLinkThatBeginsWithAnotherRecordIsNeverSkippedOver() {
        append(10);
        ObjectLink recreated = new ObjectLink("devices", 0, 10, 20, 1, 99, "other");

        assertThatThrownBy(() -> chain.learn(recreated))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("topic devices, partition 0, offset 10")
                .hasMessageContaining("deleted and created again")
                .hasMessageNotContaining("site=a");
    }

    @Test
    void aReplayedRecordIsComparedWithTheLinkItShouldBegin() {
        chain.learn(link(10, 20));

        assertThat(chain.takes(10, 10)).isFalse();
        assertThatThrownBy(() -> chain.takes(10, 99))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Use another s3.prefix");
    }

    @Test
    void theFrontierIsTheLowestOffsetHeldUntilItIsDurable() {
        assertThat(partition.frontier(30)).isEqualTo(30);
        file(10, 12);
        append(14);
        assertThat(partition.frontier(30)).isEqualTo(10);

        chain.published();
        assertThat(partition.frontier(30)).isEqualTo(14);
        chain.closeOpenFile();
        chain.published();
        assertThat(partition.frontier(30)).isEqualTo(30);
    }

    @Test
    void theFrontierStaysBelowWhatIsToBeReadAgain() {
        partition.readAgainFrom(7);
        assertThat(partition.frontier(30)).isEqualTo(7);

        assertThat(partition.requestReadingAgain()).isEqualTo(OptionalLong.of(7));
        assertThat(partition.sees(7)).isFalse();
        assertThat(partition.frontier(30)).isEqualTo(7);

        partition.readAgainFrom(5);
        partition.isInPlace();
        assertThat(partition.sees(7)).isTrue();
        assertThat(partition.frontier(30))
                .as("learnt after the request, so still to be asked for")
                .isEqualTo(5);
        assertThat(partition.requestReadingAgain()).isEqualTo(OptionalLong.of(5));
    }

    @Test
    void idleChainsAreForgottenBeforeTheyAreTooMany() {
        append(1);
        for (int i = 0; i < 2 * PartitionChains.MOST; i++) {
            Route route = new Route("devices", "path" + i, "");
            partition.chain(route, made -> new Chain(ID, JSON.firstShape()));
        }

        assertThat(partition.chains())
                .hasSizeLessThanOrEqualTo(PartitionChains.MOST)
                .contains(chain);
    }
}
