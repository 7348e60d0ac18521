@NullMarked
package io.nrtstreams.connect.cleaning;

import org.jspecify.annotations.NullMarked;
