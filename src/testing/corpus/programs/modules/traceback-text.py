# What is said of an exception, as text.
import traceback
try:
    try:
        int("x")
    except ValueError as e:
        e.add_note("typed in")
        raise KeyError("k") from e
except KeyError as e:
    print(traceback.format_exception_only(type(e), e))
    print(traceback.format_exception_only(e.__cause__))
    lines = traceback.format_exc().split("\n")
    print([line for line in lines if not line.startswith(" ")])

# expect: ["KeyError: 'k'\n"]
# expect: ["ValueError: invalid literal for int() with base 10: 'x'\n", 'typed in\n']
# expect: ['Traceback (most recent call last):', "ValueError: invalid literal for int() with base 10: 'x'", 'typed in', '', 'The above exception was the direct cause of the following exception:', '', 'Traceback (most recent call last):', "KeyError: 'k'", '']
