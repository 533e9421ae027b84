package vn.hoinghi.sink;

/** A change that can never be stored, and why. */
record Refusal(Change change, StoreException.Refused why) {}
