package io.nrtstreams.quickstart.demo;

import io.nrtstreams.quickstart.s3.LakeSize;
import java.util.Map;

/**
 * One look at the running pipeline.
 *
 * @param topics the committed offsets of each source topic: its records and the marks of their transactions
 * @param results the offsets of the result topics together
 * @param lake what is stored
 * @param lag the offsets that the sinks have before them
 */
record Observation(Map<String, Long> topics, long results, LakeSize lake, long lag) {
    /** One line for the terminal. */
    String line(long seconds) {
        StringBuilder line = new StringBuilder(String.format("%5d s ", seconds));
        topics.forEach(
                (topic, records) -> line.append("  ").append(topic).append(' ').append(records));
        return line.append("  |  lake ")
                .append(lake.count())
                .append(" objects, ")
                .append(Figures.bytes(lake.bytes()))
                .append("  |  lag ")
                .append(lag)
                .append("  |  results ")
                .append(results)
                .toString();
    }
}
