package io.nrtstreams.analytics.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without a {@code chmod} process for every file: without Hadoop's native library it would
 * start one for each file and each checksum beside it, so several in every micro-batch.
 *
 * <p>For {@code fs.file.impl}; Hadoop wants it public, with a constructor that takes nothing.
 */
public final class ProcessFreeLocalFileSystem extends LocalFileSystem {
    /** For Hadoop. */
    public ProcessFreeLocalFileSystem() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            String letters = permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL;
            Files.setPosixFilePermissions(pathToFile(path).toPath(), PosixFilePermissions.fromString(letters));
        }
    }
}
