f = lambda: (yield 5)
x = f()
print(next(x))
try:
    x.send(6)
except StopIteration as e:
    print(e.value)
# expect: 5
# expect: 6
