package io.github.plexactivity.internal.wire;

import io.github.plexactivity.model.MonitorException;
import java.io.IOException;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The element at which an XML parser stands: an object whose fields are its attributes and the elements in it. One object
 * for all the elements of a document, since the parser moves under it.
 *
 * <p>A document type or an entity of its own refuses the document, and nothing they name is ever opened.
 */
final class XmlValue implements WireValue, AutoCloseable {

    /** A list is three levels deep; from JDK 24 on the parser takes no more than 200. */
    private static final int DEEPEST_DOCUMENT = 100;

    private final XMLStreamReader parser;
    private final XmlSource source;
    private int depth;

    private XmlValue(XMLStreamReader parser, XmlSource source) {
        this.parser = parser;
        this.source = source;
    }

    /**
     * Reads a stream of characters, which stays open, up to the first element.
     *
     * @throws MonitorException.Malformed if there is none, and here as in every other method if it is no plain XML
     */
    static XmlValue of(Reader reader) throws IOException {
        XmlSource source = new XmlSource(reader);
        try {
            XmlValue value = new XmlValue(factory().createXMLStreamReader(source), source);
            while (value.depth == 0) {
                value.next();
            }
            return value;
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    /**
     * The JDK's own, whatever else is on the class path: its switches are known. {@link XmlSource} lets no document type
     * through to it; should it ever miss one, nothing that is named there is opened all the same.
     */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** The name of the element. */
    String name() {
        return parser.getLocalName();
    }

    /** Goes on to the end of the document, to see that it is whole. */
    void end() throws IOException {
        while (depth > 0) {
            next();
        }
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // Comments may follow; a second element is refused by the parser.
        }
    }

    /** What stands between the tags is no value on this wire. */
    @Override
    public String text() {
        return "";
    }

    @Override
    public @Nullable Object plain(int levels) throws IOException {
        return object(levels);
    }

    @Override
    public boolean fields(Fields target) throws IOException {
        int own = depth;
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            target.set(parser.getAttributeLocalName(i), new XmlAttribute(parser.getAttributeValue(i)));
        }
        while (depth >= own) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                target.set(parser.getLocalName(), this);
                skipTo(own);
            }
        }
        return true;
    }

    @Override
    public void elements(Elements target) throws IOException {
        target.add(this);
    }

    private void skipTo(int outer) throws IOException {
        while (depth > outer) {
            next();
        }
    }

    private int next() throws IOException {
        source.begin();
        try {
            int event = parser.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MonitorException.Malformed("the XML has an entity of its own", null);
                default -> {}
            }
            if (depth > DEEPEST_DOCUMENT) {
                throw new MonitorException.Malformed("the XML is nested too deep", null);
            }
            return event;
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    /** The parser's message would quote the document. */
    private static MonitorException.Malformed refusal(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException broken) {
            throw broken;
        }
        return new MonitorException.Malformed("the XML is broken or cut short", null);
    }

    /** Gives back the parser's buffers. */
    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    /** An attribute: a scalar that is always text. */
    private record XmlAttribute(String text) implements WireValue {

        @Override
        public Object plain(int levels) {
            return text;
        }

        @Override
        public boolean fields(Fields target) {
            return false;
        }

        @Override
        public void elements(Elements target) throws IOException {
            target.add(this);
        }
    }
}
