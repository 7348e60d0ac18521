package io.nrtstreams.connect.cleaning.plan;

import org.apache.kafka.connect.data.Schema;

/** A node for one schema. */
interface SchemaNode extends Node {
    /** The schema of what {@link #clean} returns. */
    Schema output();
}
