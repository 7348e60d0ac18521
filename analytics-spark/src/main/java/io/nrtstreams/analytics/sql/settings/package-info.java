/** The settings of a server: what there is, and what a file says. */
@NullMarked
package io.nrtstreams.analytics.sql.settings;

import org.jspecify.annotations.NullMarked;
