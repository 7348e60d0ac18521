package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.SqlException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder of objects: {@code s3a://bucket/path}, or {@code s3://bucket/path}, which is the same. {@code file:///path} is for
 * trying things out.
 *
 * @param uri without a slash at its end
 */
public record Location(String uri) {

    /**
     * The location of this text.
     *
     * @throws SqlException when it is none
     */
    public static Location parse(String text) {
        String trimmed = text.strip();
        String known = trimmed.startsWith("s3://") ? "s3a" + trimmed.substring(2) : trimmed;
        boolean isLocal = known.startsWith("file:///");
        if (!known.startsWith("s3a://") && !isLocal) {
            throw new SqlException("'" + text + "' is no location of objects: write s3a://bucket/path.");
        }
        try {
            URI uri = new URI(known.replaceAll("/+$", ""));
            if (!isLocal && ((uri.getHost() == null && uri.getAuthority() == null) || uri.getUserInfo() != null)) {
                throw new SqlException(
                        "'s3a://' stands before a bucket's name and a path, without credentials: those are"
                                + " settings of the server.");
            }
            return new Location(uri.toString());
        } catch (URISyntaxException e) {
            throw new SqlException("'" + text + "' is no location of objects: " + e.getReason() + ".");
        }
    }

    Path path() {
        return new Path(uri);
    }

    FileSystem files(Configuration hadoop) throws IOException {
        return path().getFileSystem(hadoop);
    }

    @Override
    public String toString() {
        return uri;
    }
}
