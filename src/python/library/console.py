"""The console: what is typed after a program is over runs in the program's own module."""

import ast
import builtins
import codeop
import json
import keyword
import linecache
import re
import sys
import traceback
import warnings

from epython.launcher import launcher
from epython.source import Source

# Frames of our own files say nothing to people.
_OWN = "/epython/"
_MOST_NAMES = 200


class Console:
    """The module of a program that is over."""

    def __init__(self, namespace):
        self.namespace = namespace
        self.count = 0

    def enter(self, text):
        """Runs statements; each expression among them is printed. Says how they came out, as `boot.run` does."""
        self.count += 1
        name = f"<console {self.count}>"
        linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
        try:
            tree = ast.parse(text, name)
            Source.known[name] = Source(name, text, tree)
            for node in tree.body:
                exec(compile(ast.Interactive([node]), name, "single"), self.namespace)
            sys.stdout.flush()
            return {"outcome": "ended" if launcher.finish() else "failed"}
        except KeyboardInterrupt as error:
            _tell(error)
            return {"outcome": "stopped"}
        except SystemExit as end:
            return {"outcome": "ended", "status": str(end.code or 0)[:200]}
        except BaseException as error:
            _tell(error)
            return {"outcome": "failed"}

    def whole(self, text):
        """Whether a text can be entered, or is the beginning of something longer."""
        # The editor has indented the empty line that ends a block.
        text = text.rstrip(" \t")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                if codeop.compile_command(text, "<console>", "exec") is None:
                    return False
            except (SyntaxError, OverflowError, ValueError):
                return True
        # What is indented may go on: an empty line ends it.
        return not text.rpartition("\n")[2].startswith((" ", "\t"))

    def complete(self, text):
        """How many characters of the last name are there, and what it can be."""
        path, dot, start = re.search(r"[\w.]*$", text).group().rpartition(".")
        if dot:
            first, *rest = path.split(".")
            thing = self.namespace[first] if first in self.namespace else getattr(builtins, first)
            for part in rest:
                thing = getattr(thing, part)
            names = dir(thing)
        else:
            names = [*self.namespace, *dir(builtins), *keyword.kwlist]
        fitting = {
            name for name in names if name.startswith(start) and (start.startswith("_") or not name.startswith("_"))
        }
        return [len(start), sorted(fitting)[:_MOST_NAMES]]

    def query(self, what, text):
        """The answer of `whole` or `complete`, as JSON; null if there is none."""
        try:
            return json.dumps(self.whole(text) if what == "whole" else self.complete(text))
        except BaseException:
            return "null"


def _tell(error):
    """Prints a traceback of what was entered."""
    if isinstance(error, KeyboardInterrupt):
        print("KeyboardInterrupt", file=sys.stderr, flush=True)
        return
    told = traceback.TracebackException.from_exception(error)
    # The innermost may be a thousand times the same.
    told.stack = traceback.StackSummary.from_list([call for call in told.stack if not call.filename.startswith(_OWN)])
    if not told.stack:
        lines = list(told.format_exception_only())
    else:
        lines = list(told.format())
    print("".join(lines)[-10_000:], end="", file=sys.stderr, flush=True)
