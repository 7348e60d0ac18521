@NullMarked
package io.nrtstreams.connect.kit;

import org.jspecify.annotations.NullMarked;
