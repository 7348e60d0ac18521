@NullMarked
package io.nrtstreams.analytics.host;

import org.jspecify.annotations.NullMarked;
