@NullMarked
package io.nrtstreams.analytics.batch.history;

import org.jspecify.annotations.NullMarked;
