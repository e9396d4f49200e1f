"""The source of the host's program, where kernels are found."""

import ast
import linecache


class Source:
    """A file of the host's program: its text as it was written, and its tree."""

    # By path.
    known = {}

    def __init__(self, file, text, tree):
        self.file = file
        self.lines = text.split("\n")
        self.tree = tree
        self.functions = {}
        self.imports = {}
        self.variables = set()
        # Names that the file passes to define_on_device.
        self.defined = set()
        for node in tree.body:
            self._see(node)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) == "define_on_device" and node.args:
                given = node.args[0]
                if isinstance(given, ast.Name):
                    self.defined.add(given.id)
                elif isinstance(given, ast.Constant) and isinstance(given.value, str):
                    self.defined.add(given.value)

    def _see(self, node):
        if isinstance(node, ast.FunctionDef):
            self.functions[node.name] = node
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                self.imports[alias.asname or alias.name.split(".")[0]] = (node, alias)
        else:
            for child in ast.walk(node):
                if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
                    self.variables.add(child.id)

    @classmethod
    def of(cls, file):
        """The source of a file, or None if its text is not known."""
        found = cls.known.get(file)
        if found is None:
            text = "".join(linecache.getlines(file))
            if text == "":
                return None
            found = cls.known[file] = cls(file, text, ast.parse(text))
        return found

    def find(self, code):
        """The def that a code object comes from."""
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.FunctionDef) or node.name != code.co_name:
                continue
            first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
            if first == code.co_firstlineno:
                return node
        return None


def called(call):
    """The name of the function that a call calls."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", None)
