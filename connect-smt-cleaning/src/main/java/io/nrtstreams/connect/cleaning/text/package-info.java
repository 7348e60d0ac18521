@NullMarked
package io.nrtstreams.connect.cleaning.text;

import org.jspecify.annotations.NullMarked;
