/**
 * From an article's text to the typed record of the one conference it reports, or to the reason why
 * it reports none. Pure: no clock, no network, no Kafka; the rules are data files.
 */
package vn.hoinghi.enrich.mention;
