package io.nrtstreams.analytics.conformance;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.List;

/** Which records of a case go into a batch together. */
enum Steps {
    /** Each alone, so that each has taken effect before the next one comes: as cases mean it. */
    RECORD,
    /** Those of a topic that follow each other: as much at once as leaves the order of the records what it is. */
    TOPIC;

    List<List<TopicRecord>> of(List<TopicRecord> inputs) {
        List<List<TopicRecord>> steps = new ArrayList<>();
        String topic = null;
        for (TopicRecord input : inputs) {
            if (this == RECORD || !input.topic().equals(topic)) {
                steps.add(new ArrayList<>());
            }
            steps.get(steps.size() - 1).add(input);
            topic = input.topic();
        }
        return steps;
    }
}
