package io.nrtstreams.analytics.batch.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.zip.ZipException;

/** Tells objects that are damaged or gone from a place that does not answer. */
final class Damage {

    private Damage() {}

    /** Whether reading again would end the same way. */
    static boolean is(IOException e) {
        return e instanceof JsonProcessingException
                || e instanceof EOFException
                || e instanceof ZipException
                || e instanceof FileNotFoundException;
    }

    /** What is wrong, without data: Jackson's messages quote what they read. */
    static String reason(IOException e) {
        if (e instanceof JsonProcessingException json) {
            return "it is no JSON at byte " + json.getLocation().getByteOffset();
        }
        return e instanceof FileNotFoundException ? "it is gone" : String.valueOf(e.getMessage());
    }
}
