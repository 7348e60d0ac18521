package io.nrtstreams.analytics.host;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a process is to die: {@code STEP PLACE TIME}, where STEP is BEFORE or AFTER a file of the name PLACE (a regular
 * expression) is there, or a step of the output in the job PLACE.
 *
 * @param time at which of the times that the step comes
 */
record Kill(String step, String place, int time) {

    static final int EXIT_CODE = 42;
    private static final String PROPERTY = "nrt.kill";

    static Optional<Kill> ofProperty() {
        String text = System.getProperty(PROPERTY);
        if (text == null) {
            return Optional.empty();
        }
        String[] parts = text.split(" ");
        return Optional.of(new Kill(parts[0], parts[1], Integer.parseInt(parts[2])));
    }

    String option() {
        return "-D" + PROPERTY + "=" + step + " " + place + " " + time;
    }

    boolean isFile(String path) {
        return (step.equals("BEFORE") || step.equals("AFTER"))
                && Pattern.compile(place).matcher(path).find();
    }

    boolean isBefore() {
        return step.equals("BEFORE");
    }

    static void die() {
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
