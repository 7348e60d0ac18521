/** The main job: one run of the whole pipeline, from generated records to an audited lake and a report. */
@NullMarked
package io.nrtstreams.quickstart.demo;

import org.jspecify.annotations.NullMarked;
