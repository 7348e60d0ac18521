/** Linear regressions that are declared, fitted by Spark and handed on as plain figures. */
@NullMarked
package io.nrtstreams.analytics.model;

import org.jspecify.annotations.NullMarked;
