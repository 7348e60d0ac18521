package io.nrtstreams.analytics.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that runs again from the state it began with gives the same bytes, in topics and in the state. */
class ReplayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TABLE o AS SELECT page, COUNT(*) AS n, EARLIEST_BY_OFFSET(amount) AS first,"
                        + " LATEST_BY_OFFSET(ratio, 3) AS three FROM clicks GROUP BY page",
                "TABLE o AS SELECT page, LATEST_BY_OFFSET(amount) AS last, HISTOGRAM(person) AS who FROM clicks"
                        + " WINDOW SESSION (5 SECONDS, GRACE PERIOD 20 SECONDS) GROUP BY page",
                "STREAM o AS SELECT person, UUID() AS id, UNIX_TIMESTAMP() AS now FROM clicks",
                "TABLE o AS SELECT UUID() AS id, UNIX_TIMESTAMP() AS now, COUNT(*) AS n FROM clicks"
                        + " GROUP BY UUID(), UNIX_TIMESTAMP()",
                "STREAM o AS SELECT c.page, c.amount, v.seconds FROM clicks c LEFT JOIN views v"
                        + " WITHIN 10 SECONDS GRACE PERIOD 5 SECONDS ON c.page = v.page",
                "TABLE o AS SELECT p.id, p.level, c.country FROM people p LEFT JOIN cities c ON p.city = c.name",
            })
    void givesTheSameBytes(String statement) {
        QueryPlan plan = Planned.plan("CREATE " + statement + ";");
        HostedQuery query = Planned.hosted(plan, 3);
        FlowEnvironment kept = Planned.environment();
        RandomRecords records = new RandomRecords(plan, new Random(9), 2);
        MicroBatches batches = new MicroBatches(query, kept, new Random(1));
        for (int batch = 0; batch < 6; batch++) {
            List<TopicRecord> input = records.next(30);
            MicroBatches again = batches.from(Planned.environment(), new Random(batch));
            List<String> expected = sorted(batches.run(input));
            assertThat(sorted(again.run(input))).isEqualTo(expected);
            assertThat(states(again)).isEqualTo(states(batches));
        }
    }

    private static Map<String, Map<String, String>> states(MicroBatches batches) {
        Map<String, Map<String, String>> states = new HashMap<>();
        batches.stores().forEach((slot, store) -> states.put(slot, store.texts()));
        return states;
    }

    /** Slots are worked on in any order. */
    private static List<String> sorted(List<TopicRecord> records) {
        List<String> texts = new ArrayList<>();
        records.forEach(record ->
                texts.add(Arrays.toString(record.key()) + Arrays.toString(record.value()) + record.timestamp()));
        texts.sort(Comparator.naturalOrder());
        return texts;
    }
}
