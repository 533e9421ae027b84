package vn.hoinghi.standalone.web;

/** What stands behind one virtual host. Asked by several threads at once. */
public interface Site {
  /** The answer to a raw path with query. */
  Reply reply(String target);
}
