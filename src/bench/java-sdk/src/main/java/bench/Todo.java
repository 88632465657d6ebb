package bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** One thing to do. */
record Todo(String id, String title, String description, boolean completed, String createdAt) {

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("title", title);
    members.put("description", description);
    members.put("completed", completed);
    members.put("createdAt", createdAt);
    return members;
  }
}
