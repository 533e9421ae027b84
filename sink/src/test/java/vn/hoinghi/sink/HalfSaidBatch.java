package vn.hoinghi.sink;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client that stops amid what it sends, as a process does that is frozen between two packets: it
 * holds every position, and the server waits for the rest of its batch. Drivers always end what
 * they began, so this one speaks the protocol itself (PostgreSQL documentation, "Message Formats").
 */
final class HalfSaidBatch implements AutoCloseable {
  private static final int PROTOCOL = 3 << 16;

  private final Socket socket;
  private final DataOutputStream out;
  private final DataInputStream in;

  private HalfSaidBatch(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new DataOutputStream(socket.getOutputStream());
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** Returns when it has said the first half. */
  static HalfSaidBatch begin(int port, String database, String user, String application)
      throws IOException {
    var client = new HalfSaidBatch(new Socket(InetAddress.getLoopbackAddress(), port));
    client.greet(database, user, application);
    client.say('Q', "BEGIN", 'Z');
    client.say('Q', "SELECT * FROM sink_position FOR UPDATE", 'Z');
    // a statement is prepared, and nothing says that the batch ends there
    client.send('P', new byte[] {0}, text("SELECT 1"), new byte[2]);
    client.send('H');
    client.readUntil('1');
    return client;
  }

  /** Whether the server has ended the session, whatever it said before. */
  boolean isHungUp() throws IOException {
    while (in.read() >= 0) {
      // what it says is an error, and nobody reads it
    }
    return true;
  }

  private void greet(String database, String user, String application) throws IOException {
    var words = new ByteArrayOutputStream();
    for (String word :
        new String[] {"user", user, "database", database, "application_name", application, ""}) {
      words.write(text(word));
    }
    out.writeInt(8 + words.size());
    out.writeInt(PROTOCOL);
    words.writeTo(out);
    readUntil('Z');
  }

  private void say(char kind, String text, char answer) throws IOException {
    send(kind, text(text));
    readUntil(answer);
  }

  private void send(char kind, byte[]... parts) throws IOException {
    int length = 4;
    for (byte[] part : parts) {
      length += part.length;
    }
    out.writeByte(kind);
    out.writeInt(length);
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  private void readUntil(char wanted) throws IOException {
    int kind;
    do {
      kind = in.readByte();
      in.skipNBytes(in.readInt() - 4);
    } while (kind != wanted);
  }

  private static byte[] text(String text) {
    return (text + '\0').getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
