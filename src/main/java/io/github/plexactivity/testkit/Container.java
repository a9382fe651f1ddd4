package io.github.plexactivity.testkit;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A {@code MediaContainer}, the body of most answers: JSON for those who accept it, XML for all others. */
record Container(Map<String, Object> fields) {

    static Container of(String element, List<Map<String, Object>> rows) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("size", (long) rows.size());
        if (!rows.isEmpty()) {
            fields.put(element, rows);
        }
        return new Container(fields);
    }

    /** The same rows under a size of the caller's choice. */
    Container sized(long size) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put("size", size);
        return new Container(changed);
    }

    String json() {
        return Json.write(Map.of("MediaContainer", fields));
    }

    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            write(writer, "MediaContainer", fields);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /** Scalars become attributes, maps and lists of maps become elements, as in the server's own XML. */
    private static void write(XMLStreamWriter writer, String name, Map<?, ?> fields) throws XMLStreamException {
        writer.writeStartElement(name);
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (elements(field.getValue()).isEmpty()) {
                writer.writeAttribute(String.valueOf(field.getKey()), attribute(field.getValue()));
            }
        }
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            for (Map<?, ?> element : elements(field.getValue())) {
                write(writer, String.valueOf(field.getKey()), element);
            }
        }
        writer.writeEndElement();
    }

    private static List<Map<?, ?>> elements(Object value) {
        List<Map<?, ?>> elements = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            if (each instanceof Map<?, ?> element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String attribute(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return String.valueOf(value);
    }
}
