package dev.gatehouse.support.code;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Counts in the syntax tree of one file, as the compiler reads it. */
public final class SourceScanner extends TreePathScanner<Void, Void> {
  private final CompilationUnitTree file;
  private final SourcePositions positions;
  private final List<SourceFile.Method> methods = new ArrayList<>();
  private final List<SourceFile.Type> types = new ArrayList<>();
  private int nullTests;

  private SourceScanner(CompilationUnitTree file, SourcePositions positions) {
    this.file = file;
    this.positions = positions;
  }

  /** All files below a folder. */
  public static List<SourceFile> measure(Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> paths = Files.walk(folder);
        var manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> files = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
      var sources = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
      List<SourceFile> measured = new ArrayList<>();
      for (CompilationUnitTree file : task.parse()) {
        measured.add(new SourceScanner(file, Trees.instance(task).getSourcePositions()).measure());
      }
      return measured;
    }
  }

  private SourceFile measure() throws IOException {
    scan(file, null);
    Path path = Path.of(file.getSourceFile().toUri());
    int lines = Files.readAllLines(path).size();
    return new SourceFile(path, lines, List.copyOf(methods), List.copyOf(types), nullTests);
  }

  private int line(long position) {
    return (int) file.getLineMap().getLineNumber(position);
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    if (method.getBody() != null) {
      int first = line(positions.getStartPosition(file, method));
      int last = line(positions.getEndPosition(file, method));
      methods.add(new SourceFile.Method(typeName() + "." + method.getName(), last - first + 1));
    }
    return super.visitMethod(method, nothing);
  }

  private String typeName() {
    return ((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName().toString();
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    if (!type.getSimpleName().isEmpty()) {
      boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      types.add(new SourceFile.Type(type.getSimpleName().toString(), isPublic || isInInterface()));
    }
    return super.visitClass(type, nothing);
  }

  private boolean isInInterface() {
    return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
  }

  @Override
  public Void visitBinary(BinaryTree test, Void nothing) {
    boolean compares =
        test.getKind() == Tree.Kind.EQUAL_TO || test.getKind() == Tree.Kind.NOT_EQUAL_TO;
    if (compares && (isNull(test.getLeftOperand()) || isNull(test.getRightOperand()))) {
      nullTests++;
    }
    return super.visitBinary(test, nothing);
  }

  private static boolean isNull(ExpressionTree side) {
    return side.getKind() == Tree.Kind.NULL_LITERAL;
  }
}
