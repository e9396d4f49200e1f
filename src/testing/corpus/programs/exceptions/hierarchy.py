# A handler takes the classes that derive from its own.
def name(e):
    try:
        raise e
    except ZeroDivisionError:
        return "zero"
    except ArithmeticError:
        return "arithmetic"
    except IndexError:
        return "index"
    except LookupError:
        return "lookup"
    except RecursionError:
        return "recursion"
    except RuntimeError:
        return "runtime"
    except OSError:
        return "os"
    except UnicodeError:
        return "unicode"
    except ValueError:
        return "value"
    except Exception:
        return "exception"
    except BaseException:
        return "base"

for e in [ZeroDivisionError(), OverflowError(), IndexError(), KeyError(), RecursionError(), NotImplementedError()]:
    print(name(e))
for e in [FileNotFoundError(), UnicodeDecodeError, ValueError(), TypeError(), SystemExit(), KeyboardInterrupt(), StopIteration()]:
    if e != UnicodeDecodeError:
        print(name(e))

# expect: zero
# expect: arithmetic
# expect: index
# expect: lookup
# expect: recursion
# expect: runtime
# expect: os
# expect: value
# expect: exception
# expect: base
# expect: base
# expect: exception
