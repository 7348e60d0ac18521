package io.nrtstreams.connect.mock.custom;

import java.util.List;

/**
 * A text with other fields in it.
 *
 * @param texts around the fields, one more than there are fields
 * @param fields what stands between them
 */
record Templates(List<String> texts, List<Generator> fields) implements Generator {
    @Override
    public Object value(Moment moment) {
        StringBuilder out = new StringBuilder(32);
        out.append(texts.get(0));
        for (int i = 0; i < fields.size(); i++) {
            Object value = fields.get(i).value(moment);
            out.append(value == null ? "" : value).append(texts.get(i + 1));
        }
        return out.toString();
    }
}
