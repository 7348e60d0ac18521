package io.nrtstreams.quickstart.audit;

import java.util.Map;

/** A committed source offset as Connect's REST API tells it. */
record SourcePosition(Map<String, ?> partition, Map<String, ?> offset) {}
