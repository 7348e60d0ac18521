/** Connectors as statements: a client of Kafka Connect's REST API. Imports nothing of Connect itself. */
@NullMarked
package io.nrtstreams.analytics.connect;

import org.jspecify.annotations.NullMarked;
