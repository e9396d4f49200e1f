# How exceptions show.
for e in [ValueError(), ValueError("x"), ValueError("it's"), ValueError(1), ValueError(1, "b"), KeyError("k"), KeyError(3), KeyError()]:
    print(str(e), "|", f"{e!r}")
print([ValueError("x"), KeyError("k")])
print(f"{ValueError('in f')} {KeyError('k')} {ValueError('r')!r}")
print("%s" % IndexError("i"))

# expect:  | ValueError()
# expect: x | ValueError('x')
# expect: it's | ValueError("it's")
# expect: 1 | ValueError(1)
# expect: (1, 'b') | ValueError(1, 'b')
# expect: 'k' | KeyError('k')
# expect: 3 | KeyError(3)
# expect:  | KeyError()
# expect: [ValueError('x'), KeyError('k')]
# expect: in f 'k' ValueError('r')
# expect: i
