def g():
    while True:
        try:
            yield "asked"
        except ValueError as e:
            print(repr(e))


x = g()
next(x)
print(x.throw(ValueError))
print(x.throw(ValueError, "text"))
print(x.throw(ValueError, None))
# expect: ValueError()
# expect: asked
# expect: ValueError('text')
# expect: asked
# expect: ValueError()
# expect: asked
