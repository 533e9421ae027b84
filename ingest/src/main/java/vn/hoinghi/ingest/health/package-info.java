/**
 * How an outlet is doing, judged against its own history: pure functions of what attempts and
 * articles tell, in the order of their times. {@link vn.hoinghi.ingest.health.OutletJudge} hears
 * both; {@code Reach} says whether the outlet answers, {@code Cadence} whether new articles come as
 * usual, {@code Fill} whether they are still understood.
 *
 * <p>Nothing here reads a clock: time is that of the records, so that an outlet which nobody asks
 * is not judged, and the same records lead to the same statuses whoever judges, and whenever. All
 * that is remembered is counts and sums of bounded size, kept as the generated record {@code
 * SourceMemory} itself; it travels with each judgement, so whoever takes an outlet over goes on
 * from there.
 */
package vn.hoinghi.ingest.health;
