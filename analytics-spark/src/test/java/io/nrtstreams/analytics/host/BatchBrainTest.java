package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.host.flow.HostedQuery;
import io.nrtstreams.analytics.host.output.DataLoss;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job of one query, which has read all there is. */
class BatchBrainTest {

    private static final Member QUERY = new Member(
            new JobQuery(new HostedQuery("Q", 1, "{}", Map.of(), List.of(0), Map.of()), DataLoss.FAIL),
            Positions.NONE,
            new TreeMap<>());

    @TempDir
    java.nio.file.Path folder;

    private TopicEnds ends;
    private BatchBrain brain;
    private JobOffset level;

    @BeforeEach
    void aJob() throws IOException {
        // No topic is ever watched, so nobody is asked.
        ends = new TopicEnds(Map.of("bootstrap.servers", "127.0.0.1:1"));
        brain = new BatchBrain(
                new JobFiles(new Path(folder.toUri()), new Configuration()),
                new JobFiles.Settled("run", 1),
                ends,
                100,
                () -> Instant.EPOCH);
        brain.change(Program.EMPTY.with(QUERY, 1));
        level = new JobOffset(
                3, 0, 1, new TreeMap<>(Collections.singletonMap(QUERY.key(), Positions.NONE)), new TreeMap<>());
        brain.starting();
    }

    @AfterEach
    void stop() {
        ends.close();
    }

    @Test
    void nothingIsUnderWayWhileThereIsNothingToDo() throws InterruptedException {
        assertThat(brain.isUnderWay()).isFalse();
        assertThat(brain.next(level)).isEqualTo(level);
        assertThat(brain.isUnderWay()).isFalse();
    }

    @Test
    void aBatchIsUnderWayFromTheMomentItIsGivenUntilTheNextIsAskedFor() throws Exception {
        brain.change(brain.program().without(QUERY.key()));
        JobOffset behind = brain.next(level);
        assertThat(behind.batch()).isEqualTo(4);

        // As when the job is stopped before Spark has begun it.
        brain.drain(true);
        assertThat(brain.isUnderWay()).isTrue();
        brain.plan(level, behind);
        assertThat(brain.isUnderWay()).isTrue();

        assertThat(brain.next(behind)).isEqualTo(behind);
        assertThat(brain.isUnderWay()).isFalse();
    }

    @Test
    void aBatchThatIsRunAgainAfterAStartIsUnderWay() throws Exception {
        brain.change(brain.program().without(QUERY.key()));
        JobOffset behind = brain.next(level);
        brain.starting();
        assertThat(brain.isUnderWay()).isFalse();

        brain.plan(level, behind);

        assertThat(brain.isUnderWay()).isTrue();
    }
}
