package io.nrtstreams.bench.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The source itself, from its plugin folder. */
class PollRunIT {
    private static final Path PLUGIN = Path.of(System.getProperty("nrt.home"))
            .resolve("connect-source-mock/target/plugin/nrtstreams-connect-source-mock");
    private static final List<PollWorkload> WORKLOADS = PollWorkload.ALL;

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void everyWorkloadIsPolledWithoutAWait(PollWorkload workload) throws Exception {
        SourceTask task = SourcePlugin.in(PLUGIN).start(workload.traits(), "t");
        PollRun run = new PollRun(task::poll);

        List<Round> rounds = run.rounds(2, 1);
        run.until(10_000);

        assertThat(rounds).allSatisfy(round -> {
            assertThat(round.records() % 2000).isZero();
            assertThat(round.records()).isPositive();
        });
        task.stop();
    }

    @Test
    void anHourOfEventTimeIsAnHourOfRecords() throws Exception {
        SourceTask task = SourcePlugin.in(PLUGIN).start(List.of("hour", "energy", "struct"), "t");
        PollRun run = new PollRun(task::poll);

        run.until(100_000);

        assertThat(run.result(List.of(), 1, 2).eventHours() * 3600)
                .isEqualTo(10, org.assertj.core.data.Offset.offset(0.1));
        task.stop();
    }

    @Test
    void theFloorMakesRecordsOfAPreparedOne() throws Exception {
        SourceTask task = SourcePlugin.in(PLUGIN).start(List.of("backfill", "energy", "struct"), "t");
        SourceRecord prepared = task.poll().get(0);
        task.stop();

        List<SourceRecord> batch = new FrameworkRecords(prepared).poll();

        assertThat(batch).hasSize(2000).allSatisfy(record -> {
            assertThat(record.value()).isSameAs(prepared.value()).isInstanceOf(Struct.class);
            assertThat(record.sourceOffset()).containsOnlyKeys("position", "schedule");
        });
    }

    @Test
    void aFolderWithoutAKnownConnectorIsRefused(@TempDir Path empty) {
        assertThatThrownBy(() -> SourcePlugin.in(empty))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds 0 source connectors that the benchmark knows");
    }
}
