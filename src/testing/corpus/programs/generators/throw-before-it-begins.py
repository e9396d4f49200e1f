def g():
    try:
        yield 1
    except ValueError:
        print("never")


x = g()
try:
    x.throw(ValueError)
except ValueError:
    print("at once")
print(next(x, "ended"))
# expect: at once
# expect: ended
