@NullMarked
package io.nrtstreams.connect.kit.data;

import org.jspecify.annotations.NullMarked;
