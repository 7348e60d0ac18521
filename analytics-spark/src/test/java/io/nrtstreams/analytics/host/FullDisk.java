package io.nrtstreams.analytics.host;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A disk that can be full: then no file can be made on it. Its paths begin with {@code fulldisk:}. */
public final class FullDisk extends RawLocalFileSystem {

    private static final String SCHEME = "fulldisk";
    private static final AtomicBoolean FULL = new AtomicBoolean();
    private static final AtomicBoolean ASKED = new AtomicBoolean();

    /** The folder on such a disk. */
    static String path(java.nio.file.Path folder, Configuration hadoop) {
        hadoop.set("fs." + SCHEME + ".impl", FullDisk.class.getName());
        hadoop.set("fs.AbstractFileSystem." + SCHEME + ".impl", OfContext.class.getName());
        return SCHEME + "://" + folder;
    }

    static void fill() {
        ASKED.set(false);
        FULL.set(true);
    }

    static void makeRoom() {
        FULL.set(false);
    }

    /** Whether somebody has tried to make a file since the disk is full. */
    static boolean hasRefused() {
        return ASKED.get();
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        ensureRoom();
        return super.create(file, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        ensureRoom();
        return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    private static void ensureRoom() throws IOException {
        if (FULL.get()) {
            ASKED.set(true);
            throw new IOException("No space left on device");
        }
    }

    /** The same for those who ask by way of a FileContext. */
    public static final class OfContext extends DelegateToFileSystem {

        public OfContext(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
            super(uri, new FullDisk(), hadoop, SCHEME, false);
        }
    }
}
