package io.nrtstreams.connect.mock.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {
    @ParameterizedTest
    @CsvSource({"1,3", "2,3", "3,3", "1,10", "3,10", "7,10", "10,10", "1,1"})
    void theShardsPartTheRecordsOfTheConnectorWithoutGapOrOverlap(int count, int devices) {
        List<Shard> shards = IntStream.range(0, count)
                .mapToObj(index -> new Shard(index, count, devices))
                .toList();
        for (long total : new long[] {0, 1, 2, 5, 29, 100}) {
            List<Long> ordinals = new ArrayList<>();
            shards.forEach(shard -> LongStream.range(0, shard.shareOf(total))
                    .forEach(position -> ordinals.add(shard.ordinal(position))));
            assertThat(ordinals)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, total).boxed().toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"2,3", "3,3", "4,10"})
    void aDeviceIsOfOneShardOnly(int count, int devices) {
        List<Integer> all = IntStream.range(0, count)
                .mapToObj(index -> new Shard(index, count, devices))
                .flatMap(shard -> IntStream.range(0, shard.size()).mapToObj(shard::device))
                .toList();
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, devices).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"0,4,3", "3,3,3", "-1,1,1"})
    void refusesAShardThatCannotBe(int index, int count, int devices) {
        assertThatThrownBy(() -> new Shard(index, count, devices)).hasMessageContaining("there is no such shard");
    }
}
