package io.github.plexactivity.internal.wire;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as a tree, by the JDK's DOM, to hold the library's reader against: attributes and elements are fields. */
final class PlainXml {

    private static final DocumentBuilder BUILDER = builder();

    private PlainXml() {}

    /** An object with the root in it; empty if it is no XML, or has a document type. */
    static Optional<Node> read(String text) {
        try {
            Document document = BUILDER.parse(new InputSource(new StringReader(text)));
            Element root = document.getDocumentElement();
            return Optional.of(new Node.Fields(List.of(new Node.Field(local(root.getTagName()), node(root)))));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        }
    }

    private static Node node(Element element) {
        List<Node.Field> fields = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            fields.add(new Node.Field(
                    local(attributes.item(i).getNodeName()),
                    new Node.Text(attributes.item(i).getNodeValue())));
        }
        for (org.w3c.dom.Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                fields.add(new Node.Field(local(inner.getTagName()), node(inner)));
            }
        }
        return new Node.Fields(fields);
    }

    /** A name without its prefix, which is of no account on this wire. A colon in front ends none. */
    private static String local(String name) {
        int colon = name.indexOf(':');
        return colon > 0 ? name.substring(colon + 1) : name;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
