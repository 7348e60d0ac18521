package io.nrtstreams.shell.prompt;

import java.util.List;
import java.util.Map;

/**
 * Names that the server knows.
 *
 * @param sources streams and tables with their columns
 */
record Names(
        Map<String, List<String>> sources,
        List<String> topics,
        List<String> queries,
        List<String> functions,
        List<String> properties,
        List<String> connectors,
        List<String> plugins) {

    static final Names NONE = new Names(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
