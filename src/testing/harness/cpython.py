"""Runs programs of the common subset of ePython and Python 3 as the cores would.

One program a line comes in as a JSON string, one answer a line goes out: what it printed, the exception that ended it
and the line it happened on. The programs compute as the hardware does: each operation's result is rounded to single
precision, and an int that does not fit into 32 bits is an OverflowError. For that each program's tree is rewritten.
"""
import ast
import io
import json
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


def fit(node):
    return ast.Call(ast.Name("fits", ast.Load()), [node], [])


class AsTheCores(ast.NodeTransformer):
    def wrapped(self, node):
        self.generic_visit(node)
        return ast.copy_location(fit(node), node)

    visit_BinOp = wrapped
    visit_Call = wrapped

    def visit_UnaryOp(self, node):
        if isinstance(node.op, ast.Not):
            return self.generic_visit(node)
        return self.wrapped(node)

    def visit_Constant(self, node):
        return self.wrapped(node) if type(node.value) is float else node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        target = node.target
        if isinstance(target, ast.Name):
            check = ast.Assign([target], fit(ast.Name(target.id, ast.Load())))
            return [node, ast.copy_location(check, node)]
        # What the target is made of is computed once, and what it was is read before the value is computed.
        if isinstance(target, ast.Attribute):
            place = "object_." + target.attr
            there = ast.parse("object_ = 0").body[0]
            there.value = target.value
        else:
            place = "object_[index_]"
            there = ast.parse("object_, index_ = 0, 0").body[0]
            there.value.elts = [target.value, AsTheCores.index(target.slice)]
        read = ast.parse("value_ = " + place).body[0]
        change = ast.parse("value_ += 0").body[0]
        change.op, change.value = node.op, node.value
        write = ast.parse(place + " = fits(value_)").body[0]
        steps = [there, read, change, write]
        for new in steps:
            for part in ast.walk(new):
                if getattr(part, "lineno", None) == 1:
                    ast.copy_location(part, node)
        return steps

    @staticmethod
    def index(node):
        if not isinstance(node, ast.Slice):
            return node
        parts = [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)]
        return ast.Call(ast.Name("slice", ast.Load()), parts, [])

    def visit_MatchValue(self, node):
        return node


# A program that has been made smaller may not end any more.
SECONDS = 10


def stop(*_):
    raise KeyboardInterrupt


warnings.simplefilter("ignore")
signal.signal(signal.SIGVTALRM, stop)


def run(text):
    out = io.StringIO()
    error = None
    words = ""
    line = 0
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        tree = ast.fix_missing_locations(AsTheCores().visit(ast.parse(text)))
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
