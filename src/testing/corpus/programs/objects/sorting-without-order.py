class A:
    pass
for f in (lambda: sorted([A(), A()]), lambda: min(A(), A()), lambda: max([A(), 3]), lambda: A() < 3):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: '<' not supported between instances of 'A' and 'A'
# expect: '<' not supported between instances of 'A' and 'A'
# expect: '>' not supported between instances of 'int' and 'A'
# expect: '<' not supported between instances of 'A' and 'int'
