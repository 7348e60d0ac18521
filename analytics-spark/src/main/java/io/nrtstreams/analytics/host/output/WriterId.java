package io.nrtstreams.analytics.host.output;

import java.io.Serializable;

/**
 * Who writes: one task of one stage of a job. Of the attempts at a task only the last may write.
 *
 * @param job the job's name, of letters, digits, '.', '_' and '-'
 * @param run made when the job's checkpoint was made: numbers of batches mean nothing to another run
 * @param stage the place of the stage in the job, from 0
 * @param task the task's index in its stage, from 0
 */
public record WriterId(String job, String run, int stage, int task) implements Serializable {

    String transactionalId(String serviceId) {
        return serviceId + "-" + job + "-" + stage + "-" + task;
    }

    /** The topic with the progress of all tasks of the stage; a task has the partition of its index. */
    String progressTopic(String serviceId) {
        return serviceId + "_progress_" + job + "_" + stage;
    }

    /** Names the task in messages. */
    @Override
    public String toString() {
        return "task " + task + " of stage " + stage + " of job " + job;
    }
}
