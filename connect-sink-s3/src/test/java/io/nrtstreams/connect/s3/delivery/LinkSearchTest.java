package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.CountedStore;
import io.nrtstreams.connect.s3.MemoryStore;
import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.storage.NewObject;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkSearchTest {
    private static final TopicPartition DEVICES = new TopicPartition("devices", 0);
    private static final ObjectNames NAMES = new ObjectNames("lake", ".json");
    private static final ChainId CHAIN = NAMES.chain(DEVICES, new Route("devices", "", ""));
    private static final ChainId LANE = NAMES.chain(DEVICES, new Route("devices", "", "0badc0de"));

    private final MemoryStore store = new MemoryStore();

    private void links(ChainId chain, int count, long apart) {
        for (long link = 0; link < count; link++) {
            store.put(new NewObject(NAMES.key(chain, link * apart), new Segments(), "", Map.of()));
        }
    }

    private Optional<String> lastFrom(ChainId chain, long from) {
        return new LinkSearch(store).lastLink(chain, from);
    }

    @Test
    void anEmptyChainHasNone() {
        assertThat(lastFrom(CHAIN, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999, 7", "1000, 1", "1001, 1", "5000, 10", "5000, 1000000"})
    void theLastLinkIsFoundWhereverTheSearchBegins(int count, long apart) {
        links(CHAIN, count, apart);
        long last = (count - 1) * apart;

        for (long from : new long[] {0, 1, last / 2, Math.max(0, last - 1), last, last + 1, last + apart, 9 * last}) {
            assertThat(lastFrom(CHAIN, from)).as("from %s", from).contains(NAMES.key(CHAIN, last));
        }
    }

    @Test
    void lanesAreChainsOfTheirOwn() {
        links(CHAIN, 2000, 10);
        links(LANE, 2, 10);

        assertThat(lastFrom(LANE, 15_000)).contains("lake/devices/devices+0+00000000000000000010+0badc0de.json");
        assertThat(lastFrom(CHAIN, 5)).contains("lake/devices/devices+0+00000000000000019990.json");
    }

    @Test
    void aLongChainIsNotListedWhole() {
        links(CHAIN, 20_000, 1000);
        CountedStore counted = new CountedStore(store);

        assertThat(new LinkSearch(counted).lastLink(CHAIN, 19_999_500)).isPresent();

        assertThat(counted.keysListed()).isLessThan(2000);
    }
}
