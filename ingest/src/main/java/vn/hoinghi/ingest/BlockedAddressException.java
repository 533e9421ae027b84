package vn.hoinghi.ingest;

import java.net.UnknownHostException;

/** An address that the {@link AddressGuard} keeps closed. */
final class BlockedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  BlockedAddressException(String message) {
    super(message);
  }
}
