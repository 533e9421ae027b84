package vn.hoinghi.sink.export;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An Atom feed (RFC 4287), written as a stream: a library's feed is an object with all its entries.
 * The text of an entry is its content, so that it is valid also where an address makes no link.
 */
final class AtomRows implements RowWriter {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final OutputStream out;
  private XMLStreamWriter xml;

  AtomRows(OutputStream out) {
    this.out = out;
  }

  /** What may fail while XML is written. */
  private interface Writing {
    void go() throws XMLStreamException;
  }

  private static void write(Writing writing) throws IOException {
    try {
      writing.go();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  @Override
  public void begin(Head head) throws IOException {
    String asked = head.kind() + (head.where().isEmpty() ? "" : " where " + head.where());
    write(
        () -> {
          xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeStartElement("feed");
          xml.writeDefaultNamespace(ATOM);
          element("title", "hoinghi: " + asked);
          element("id", urn("hoinghi export " + asked));
          element("updated", head.changedAt().toString());
          xml.writeStartElement("author");
          element("name", "hoinghi");
          xml.writeEndElement();
          element("generator", "hoinghi");
        });
  }

  @Override
  public boolean write(Row row) throws IOException {
    write(
        () -> {
          xml.writeCharacters("\n");
          xml.writeStartElement("entry");
          if (row.values().containsKey("articleId")) {
            article(row);
          } else {
            event(row);
          }
          xml.writeEndElement();
        });
    return true;
  }

  private void event(Row row) throws XMLStreamException {
    entry(row.text("eventId"), row.text("title"), row.time("changedAt"));
    category(row.text("type"));
    List<String> urls = row.texts("urls");
    for (int i = 0; i < urls.size(); i++) {
      link(i == 0 ? "alternate" : "via", urls.get(i));
    }
    content(EventWords.of(row));
  }

  private void article(Row row) throws XMLStreamException {
    entry(row.text("articleId"), row.text("title"), row.time("fetchedAt"));
    category(row.text("eventType"));
    link("alternate", row.text("url"));
    content(row.text("outlet") + ": " + row.text("eventTitle"));
  }

  private void entry(String id, String title, Instant updated) throws XMLStreamException {
    element("title", title);
    element("id", urn(id));
    element("updated", updated.toString());
  }

  private void category(String term) throws XMLStreamException {
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", term);
  }

  private void link(String relation, String address) throws XMLStreamException {
    String uri;
    try {
      uri = new URI(address).toASCIIString();
    } catch (URISyntaxException e) {
      return; // an address of somebody's page: the entry is worth more than its link
    }
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", uri);
  }

  private void content(String text) throws XMLStreamException {
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(XmlText.of(text));
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlText.of(text));
    xml.writeEndElement();
  }

  /** An id is an IRI that nobody else makes: a UUID of what is named (RFC 4122, version 3). */
  private static String urn(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void end() throws IOException {
    write(
        () -> {
          xml.writeCharacters("\n");
          xml.writeEndElement();
          xml.writeEndDocument();
          xml.flush();
        });
  }
}
