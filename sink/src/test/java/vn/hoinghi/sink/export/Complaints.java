package vn.hoinghi.sink.export;

import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** What a validator has to say, as lines. */
final class Complaints {
  private Complaints() {}

  static PropertyMap into(StringBuilder lines) {
    var properties = new PropertyMapBuilder();
    properties.put(
        ValidateProperty.ERROR_HANDLER,
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            lines.append(e.getMessage()).append('\n');
          }

          @Override
          public void error(SAXParseException e) {
            warning(e);
          }

          @Override
          public void fatalError(SAXParseException e) {
            warning(e);
          }
        });
    return properties.toPropertyMap();
  }
}
