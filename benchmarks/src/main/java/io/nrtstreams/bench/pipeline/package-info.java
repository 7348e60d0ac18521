/** The SQL server over a real broker, each a JVM of its own, with Kafka Streams as peer. */
@NullMarked
package io.nrtstreams.bench.pipeline;

import org.jspecify.annotations.NullMarked;
