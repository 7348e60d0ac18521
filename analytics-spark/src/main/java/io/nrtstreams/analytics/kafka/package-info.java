/** Kafka as statements use it: topics made and looked up, single records written. */
@NullMarked
package io.nrtstreams.analytics.kafka;

import org.jspecify.annotations.NullMarked;
