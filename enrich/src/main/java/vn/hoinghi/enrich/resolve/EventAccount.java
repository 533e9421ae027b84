package vn.hoinghi.enrich.resolve;

import java.util.List;
import vn.hoinghi.avro.ConferenceEvent;
import vn.hoinghi.avro.Correction;

/**
 * How an event came about.
 *
 * @param event at revision 0
 * @param members in canonical order
 * @param joins the steps by which they came together, strongest match first
 * @param refused matches with articles of other events that were not followed
 * @param corrections those in force that name any member, the latest first
 */
public record EventAccount(
    ConferenceEvent event,
    List<Member> members,
    List<Step> joins,
    List<Step> refused,
    List<Correction> corrections) {}
