def g():
    try:
        yield 1
    except GeneratorExit:
        print("told to end")


x = g()
next(x)
x.close()
print(next(x, "ended"))
# expect: told to end
# expect: ended
