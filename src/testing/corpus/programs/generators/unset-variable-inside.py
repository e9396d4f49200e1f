def f():
    yield 1
    if False:
        x = 1
    yield x  # fault: unset-variable


for x in f():
    print(x)  # expect: 1
