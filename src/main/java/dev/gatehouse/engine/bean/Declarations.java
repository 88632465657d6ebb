package dev.gatehouse.engine.bean;

import java.util.List;

/** All declarations of some kind, and what is wrong with those that can't be used. */
public interface Declarations {

  /** Those that can be used, in a fixed order. */
  List<Declaration> declarations();

  /** What is wrong with the others, one sentence each. */
  List<String> problems();
}
