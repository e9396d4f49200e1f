# `except Exception` lets KeyboardInterrupt and SystemExit pass.
def f(e):
    try:
        try:
            raise e
        except Exception:
            print("inner")
    except BaseException:
        print("outer")

f(ValueError())
f(KeyboardInterrupt())
f(SystemExit())
f(GeneratorExit())

# expect: inner
# expect: outer
# expect: outer
# expect: outer
