"""Runs programs of the common subset of ePython and Python 3 as the cores would.

One program a line comes in as a JSON string, one answer a line goes out: what it printed, the exception that ended it
and the line it happened on. The programs compute as the hardware does: each operation's result is rounded to single
precision, and an int that does not fit into 32 bits is an OverflowError. For that each program's tree is rewritten.
"""
import ast
import io
import json
import resource
import signal
import struct
import sys
import types
import warnings
import contextlib


def single(x):
    try:
        return struct.unpack("<f", struct.pack("<f", x))[0]
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


class Single(float):
    """A real that prints as the shortest decimal that reads back as the same single."""

    def __repr__(self):
        x = float(self)
        if x != x or x in (float("inf"), float("-inf")) or x == 0:
            return float.__repr__(x)
        for digits in range(1, 10):
            text = "%.*e" % (digits - 1, x)
            mantissa, exponent = text.split("e")
            nearest = int(mantissa.replace(".", ""))
            for whole in (nearest, nearest + (1 if x > 0 else -1)):
                decimal = float("%de%d" % (whole, int(exponent) - digits + 1))
                if single(decimal) == x:
                    return float.__repr__(decimal)
        return float.__repr__(x)

    __str__ = __repr__


# As messages name it.
Single.__name__ = "float"


# Cores do not close what they forget: while it is kept, CPython does not either.
kept = []


def fits(x):
    kind = type(x)
    if kind is types.GeneratorType:
        kept.append(x)
    if kind is int:
        if not -2147483648 <= x <= 2147483647:
            raise OverflowError("it does not fit into 32 bits")
    elif kind is float:
        return Single(single(x))
    return x


def total(values, start=0):
    for value in values:
        start = start + value
        # Ints only have to fit in the end.
        if type(start) is float:
            start = fits(start)
    return start


def at(node, new):
    """All of what is new stands where the node does."""
    for part in ast.walk(new):
        part.lineno, part.col_offset = node.lineno, node.col_offset
        part.end_lineno, part.end_col_offset = node.end_lineno, node.end_col_offset
    return new


def fit(node, place):
    name = ast.copy_location(ast.Name("fits", ast.Load()), place)
    return ast.copy_location(ast.Call(name, [node], []), place)


def as_the_cores(node):
    """The tree with every result made to fit. Not as a NodeTransformer, which takes twice as long."""
    for name in node._fields:
        part = getattr(node, name, None)
        if isinstance(part, ast.AST):
            setattr(node, name, as_the_cores(part))
        elif isinstance(part, list):
            new = []
            for one in part:
                made = as_the_cores(one) if isinstance(one, ast.AST) else one
                new.extend(made) if type(made) is list else new.append(made)
            part[:] = new
    kind = type(node)
    if kind in (ast.BinOp, ast.Call) or kind is ast.UnaryOp and type(node.op) is not ast.Not:
        return fit(node, node)
    if kind is ast.Constant and type(node.value) is float:
        return fit(node, node)
    # A pattern is no expression.
    if kind is ast.MatchValue and type(node.value) is ast.Call:
        node.value = node.value.args[0]
    return changed(node) if kind is ast.AugAssign else node


def changed(node):
    target = node.target
    if isinstance(target, ast.Name):
        return [node, at(node, ast.Assign([target], fit(ast.Name(target.id, ast.Load()), node)))]
    # What the target is made of is computed once, and what it was is read before the value is computed.
    if isinstance(target, ast.Attribute):
        place = "object_." + target.attr
        there = ast.parse("object_ = 0").body[0]
    else:
        place = "object_[index_]"
        there = ast.parse("object_, index_ = 0, 0").body[0]
    read = ast.parse("value_ = " + place).body[0]
    change = ast.parse("value_ += 0").body[0]
    write = ast.parse(place + " = fits(value_)").body[0]
    for step in (there, read, change, write):
        at(node, step)
    if isinstance(target, ast.Attribute):
        there.value = target.value
    else:
        there.value.elts = [target.value, index(target.slice)]
    change.op, change.value = node.op, node.value
    return [there, read, change, write]


def index(node):
    if not isinstance(node, ast.Slice):
        return node
    parts = [part or ast.copy_location(ast.Constant(None), node) for part in (node.lower, node.upper, node.step)]
    return ast.copy_location(ast.Call(ast.copy_location(ast.Name("slice", ast.Load()), node), parts, []), node)


# A program may not end, or take ever more memory.
SECONDS = 2
BYTES = 1 << 30


def stop(*_):
    raise KeyboardInterrupt


warnings.simplefilter("ignore")
signal.signal(signal.SIGVTALRM, stop)
resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def run(text):
    out = io.StringIO()
    error = None
    words = ""
    line = 0
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        tree = as_the_cores(ast.parse(text))
        with contextlib.redirect_stdout(out):
            exec(compile(tree, "<program>", "exec"), {"fits": fits, "sum": total, "__name__": "__main__"})
    except BaseException as problem:
        error = type(problem).__name__
        words = str(problem)
        # The cores say the same of nan and of inf: no int is like that.
        if "NaN to integer" in str(problem):
            error = "OverflowError"
        step = problem.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename == "<program>":
                line = step.tb_lineno
            step = step.tb_next
        if line == 0:
            error = "%s: %s" % (error, problem)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return {"out": out.getvalue(), "error": error, "words": words, "line": line}


answers = sys.stdout
for request in sys.stdin:
    answer = json.dumps(run(json.loads(request)))
    # What is closed now may print.
    sys.stdout = io.StringIO()
    kept.clear()
    answers.write(answer + "\n")
    answers.flush()
