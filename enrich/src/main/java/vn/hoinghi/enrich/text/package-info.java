/**
 * How a text is walked so that many rules cost little: characters told apart by tables, words
 * compared as numbers, phrases found in one trie, patterns tried only where they can begin. Knows
 * nothing of conferences.
 */
package vn.hoinghi.enrich.text;
