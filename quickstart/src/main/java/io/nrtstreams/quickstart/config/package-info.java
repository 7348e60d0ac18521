/** Files of configurations that a user gives to a command. */
@NullMarked
package io.nrtstreams.quickstart.config;

import org.jspecify.annotations.NullMarked;
