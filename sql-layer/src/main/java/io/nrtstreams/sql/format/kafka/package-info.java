/** The one-value formats of Kafka's own serializers. */
@NullMarked
package io.nrtstreams.sql.format.kafka;

import org.jspecify.annotations.NullMarked;
