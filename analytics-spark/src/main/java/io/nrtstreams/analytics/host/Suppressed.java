package io.nrtstreams.analytics.host;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.spark.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Which queries' output of keyed stages is already in Kafka, for a batch in which queries go on that were taken out of an
 * earlier one. Travels to the tasks as a property of Spark's job: a line for each, {@code level task query}.
 */
final class Suppressed {

    static final String PROPERTY = "nrt.suppressed";

    private Suppressed() {}

    /** The property's value for a batch; null for nearly all. */
    static @Nullable String text(JobOffset start, JobOffset end, List<Exclusion> exclusions) {
        StringJoiner lines = new StringJoiner("\n");
        for (Exclusion exclusion : exclusions) {
            if (exclusion.isResumedBy(start, end)) {
                exclusion
                        .written()
                        .tasks()
                        .forEach(task -> lines.add(task.level() + " " + task.task() + " "
                                + exclusion.query().id()));
            }
        }
        return lines.length() == 0 ? null : lines.toString();
    }

    /** The ids of the queries whose output of this task is written. */
    static Set<String> of(TaskContext task, int level) {
        String text = task.getLocalProperty(PROPERTY);
        if (text == null) {
            return Set.of();
        }
        String beginning = level + " " + task.partitionId() + " ";
        Set<String> queries = new HashSet<>();
        text.lines()
                .filter(line -> line.startsWith(beginning))
                .forEach(line -> queries.add(line.substring(beginning.length())));
        return queries;
    }
}
