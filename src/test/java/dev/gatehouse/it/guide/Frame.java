package dev.gatehouse.it.guide;

/** The package, the imports and the bean that blocks of the page leave out. */
record Frame(String text) {
  private static final String MEMBERS = "  // The block.\n";
  private static final String NAME = "class Notes ";

  private String imports() {
    return text.substring(0, text.indexOf("\n@") + 1);
  }

  /** The file that is meant by a block: itself, or a bean around it. */
  Source source(Block block) {
    if (block.text().equals(text)) {
      return new Source(block, "Notes", text, 0);
    }
    return block
        .type()
        .map(type -> new Source(block, type, imports() + block.text(), lines(imports())))
        .orElseGet(() -> member(block));
  }

  private Source member(Block block) {
    String name = block.file().replaceAll("[^A-Za-z]", "_") + block.line();
    int start = text.indexOf(MEMBERS);
    String file = text.replace(NAME, "class " + name + " ").replace(MEMBERS, block.text());
    return new Source(block, name, file, lines(text.substring(0, start)));
  }

  private static int lines(String before) {
    return (int) before.lines().count();
  }
}
