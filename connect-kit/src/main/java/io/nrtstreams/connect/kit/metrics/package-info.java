/** Metrics of plugins: in the worker's registry where it has one for them, else in JMX. */
@NullMarked
package io.nrtstreams.connect.kit.metrics;

import org.jspecify.annotations.NullMarked;
