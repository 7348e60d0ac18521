package io.nrtstreams.analytics.host.output;

import java.util.Map;

/**
 * What a task wrote of a batch.
 *
 * @param replay whether an earlier attempt had written it all, so that nothing was written now
 * @param records for each query that gave some
 * @param errors entries of the processing log, for each query that gave some
 */
public record Written(boolean replay, Map<String, Long> records, Map<String, Long> errors) {

    /** Of a task that gave nothing. */
    public static final Written NOTHING = new Written(false, Map.of(), Map.of());

    public Written {
        records = Map.copyOf(records);
        errors = Map.copyOf(errors);
    }
}
