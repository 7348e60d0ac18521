package io.nrtstreams.quickstart.audit;

import java.util.Map;

/** A committed source offset as Connect's REST API tells it. */
public record SourcePosition(Map<String, ?> partition, Map<String, ?> offset) {}
