# Notes that are added to what an exception says.
e = ValueError("bad")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("second")
print(e.__notes__, e)
try:
    e.add_note(3)
except TypeError:
    print("only text")

# expect: False
# expect: ['first', 'second'] bad
# expect: only text
