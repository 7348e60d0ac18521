package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.host.output.OutputSettings;
import java.io.Serializable;

/**
 * What the tasks of a job need beside their data.
 *
 * @param job its name, for what it writes
 * @param run see {@link JobFiles.Settled#run}
 * @param depth how many keyed stages follow each other
 */
record JobSettings(String job, String run, int depth, OutputSettings output, Libraries libraries)
        implements Serializable {}
