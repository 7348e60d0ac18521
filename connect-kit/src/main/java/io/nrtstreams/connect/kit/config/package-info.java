@NullMarked
package io.nrtstreams.connect.kit.config;

import org.jspecify.annotations.NullMarked;
