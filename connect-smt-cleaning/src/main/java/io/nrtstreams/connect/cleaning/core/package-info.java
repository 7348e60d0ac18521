@NullMarked
package io.nrtstreams.connect.cleaning.core;

import org.jspecify.annotations.NullMarked;
