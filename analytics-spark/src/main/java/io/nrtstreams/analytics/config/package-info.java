/** Reads definition files: flat keys in the style of Kafka Connect, checked as a whole. Knows neither Spark nor Kafka. */
@NullMarked
package io.nrtstreams.analytics.config;

import org.jspecify.annotations.NullMarked;
