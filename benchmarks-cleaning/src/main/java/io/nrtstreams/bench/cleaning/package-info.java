/** The cleaning transforms beside Kafka's own, in JMH. */
@NullMarked
package io.nrtstreams.bench.cleaning;

import org.jspecify.annotations.NullMarked;
