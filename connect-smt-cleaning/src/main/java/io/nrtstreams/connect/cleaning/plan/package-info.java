@NullMarked
package io.nrtstreams.connect.cleaning.plan;

import org.jspecify.annotations.NullMarked;
