/** What became of each input: every input has exactly one outcome, and the sums add up. */
package vn.hoinghi.standalone.ledger;
