# A handler in a generator, across its yields.
def g(values):
    for v in values:
        try:
            yield 10 // v
        except ZeroDivisionError:
            yield "zero"
        finally:
            print("finally", v)

for x in g([5, 0, 2]):
    print(x)

# expect: 2
# expect: finally 5
# expect: zero
# expect: finally 0
# expect: 5
# expect: finally 2
