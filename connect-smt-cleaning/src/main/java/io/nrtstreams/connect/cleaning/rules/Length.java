package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Unfit;

/** Refuses text that is too short or too long, counted in Unicode characters, and what is no text. */
record Length(Bounds bounds) implements Pure {
    @Override
    public Object apply(Object value) {
        if (value instanceof String text) {
            return bounds.hold(text.codePointCount(0, text.length())) ? value : Unfit.VALUE;
        }
        return Unfit.KIND;
    }

    @Override
    public String expected() {
        return "text with a length " + bounds.shown() + " characters";
    }
}
