/** The HTTP side: health, figures, tables, drain and report. Knows no Spark. */
@NullMarked
package io.nrtstreams.analytics.server;

import org.jspecify.annotations.NullMarked;
