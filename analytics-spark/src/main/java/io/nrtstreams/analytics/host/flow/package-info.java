/** What a micro-batch does with rows: pure Java, no Spark and no Kafka. */
@NullMarked
package io.nrtstreams.analytics.host.flow;

import org.jspecify.annotations.NullMarked;
