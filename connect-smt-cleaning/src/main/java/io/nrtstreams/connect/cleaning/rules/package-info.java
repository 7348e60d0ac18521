@NullMarked
package io.nrtstreams.connect.cleaning.rules;

import org.jspecify.annotations.NullMarked;
