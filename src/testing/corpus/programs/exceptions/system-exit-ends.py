print("a")


def f():
    raise SystemExit(1)


f()
print("never")
# expect: a
