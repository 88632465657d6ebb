package dev.gatehouse.support.standin;

import java.util.List;
import java.util.Optional;

/** Somebody who can sign in; the password is the name. */
public record User(String name, String id, String organization) {

  /** Who signs in when nobody says otherwise. */
  public static final User ALICE =
      new User("alice", "usr_100000000000000001", "org_100000000000000001");

  /** Somebody else, in another organization. */
  public static final User BOB =
      new User("bob", "usr_100000000000000002", "org_100000000000000002");

  static final List<User> ALL = List.of(ALICE, BOB);

  static Optional<User> named(String name) {
    return ALL.stream().filter(user -> user.name.equals(name)).findFirst();
  }

  static Optional<User> signedIn(String name, String password) {
    return named(name).filter(user -> user.name.equals(password));
  }

  String email() {
    return name + "@example.com";
  }
}
