def g():
    yield 1
    yield 2


x = g()
print(x.__next__(), x.__iter__() is x, next(x))
print([3, 4].__iter__().__next__())
try:
    x.__next__()
except StopIteration:
    print("end")
# expect: 1 True 2
# expect: 3
# expect: end
