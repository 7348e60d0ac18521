package io.nrtstreams.analytics.host;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of a host, by depth: one is made with its first query and goes with its last. Used by the host's thread. */
final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final SparkSession session;
    private final HostSettings settings;
    private final TopicEnds ends;
    private final InstantSource clock;
    private final TreeMap<Integer, Job> jobs = new TreeMap<>();

    /** Queries whose end could not be stored yet. */
    private final Set<QueryKey> ending = new LinkedHashSet<>();

    Jobs(SparkSession session, HostSettings settings, TopicEnds ends, InstantSource clock) {
        this.session = session;
        this.settings = settings;
        this.ends = ends;
        this.clock = clock;
    }

    List<Job> all() {
        return List.copyOf(jobs.values());
    }

    /** The job of a depth, opened when it is not yet. */
    Job ofDepth(int depth) throws IOException {
        Job job = jobs.get(depth);
        if (job == null) {
            job = Job.open(session, settings, depth, ends, clock);
            jobs.put(depth, job);
        }
        return job;
    }

    /** Opens all jobs that are stored. */
    void openStored() {
        try {
            Path folder = new Path(settings.checkpoints(), "jobs");
            FileSystem files = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
            if (files.exists(folder)) {
                for (FileStatus job : files.listStatus(folder)) {
                    ofDepth(Integer.parseInt(job.getPath().getName()));
                }
            }
        } catch (IOException | NumberFormatException e) {
            LOG.warn(
                    "The folder {}/jobs cannot be looked through for queries that have ended: {}",
                    settings.checkpoints(),
                    e.getMessage());
        }
    }

    /** Has the broker asked for the topics of all queries. */
    void watch() {
        Set<String> topics = new TreeSet<>();
        jobs.values()
                .forEach(job ->
                        job.brain().program().members().values().forEach(member -> topics.addAll(member.topics())));
        ends.watch(topics);
    }

    /** Ends a query. Its job goes too when it was the last one. */
    void end(Job job, Member member) throws InterruptedException, TimeoutException {
        ending.add(member.key());
        finishEnd(job, member);
    }

    /** Does again what could not be stored. */
    void finishEnds() throws InterruptedException, TimeoutException {
        if (!ending.isEmpty()) {
            for (Job job : all()) {
                for (QueryKey key : List.copyOf(ending)) {
                    Member member = job.brain().program().members().get(key);
                    if (member != null) {
                        finishEnd(job, member);
                    }
                }
            }
        }
    }

    private void finishEnd(Job job, Member member) throws InterruptedException, TimeoutException {
        job.brain().hold(member.key(), true);
        try {
            if (job.brain().program().members().size() == 1) {
                job.stop();
                job.delete();
                jobs.remove(job.depth());
            } else {
                job.brain().change(job.brain().program().without(member.key()));
            }
            job.forget(member.key().id());
            ending.remove(member.key());
        } catch (IOException e) {
            LOG.warn(
                    "The end of the query {} cannot be stored and is tried again: {}",
                    member.key().id(),
                    e.getMessage());
        }
    }
}
