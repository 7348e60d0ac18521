@NullMarked
package io.nrtstreams.analytics.host.flow;

import org.jspecify.annotations.NullMarked;
