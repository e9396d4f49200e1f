from contextlib import contextmanager


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("b") as text:
    print(text)
try:
    with tag("i"):
        raise ValueError("oops")
except ValueError as error:
    print("caught", error)
# expect: <b>
# expect: B
# expect: </b>
# expect: <i>
# expect: </i>
# expect: caught oops
