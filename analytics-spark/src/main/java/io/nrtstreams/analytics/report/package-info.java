/** One self-contained HTML page with charts drawn as SVG. Knows no Spark. */
@NullMarked
package io.nrtstreams.analytics.report;

import org.jspecify.annotations.NullMarked;
