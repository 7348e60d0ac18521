package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.delivery.Clocks;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoreSettings;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What a task has of the world outside.
 *
 * @param store opens the store
 * @param executor makes the threads for so many requests at the same time
 * @param clocks by which files grow old
 */
record SinkEnvironment(
        Function<StoreSettings, ObjectStore> store, IntFunction<ExecutorService> executor, Clocks clocks) {}
