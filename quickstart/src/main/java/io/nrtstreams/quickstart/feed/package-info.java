/** What {@code nrt feed} prints: the records of the mock source, computed without a broker. */
@NullMarked
package io.nrtstreams.quickstart.feed;

import org.jspecify.annotations.NullMarked;
