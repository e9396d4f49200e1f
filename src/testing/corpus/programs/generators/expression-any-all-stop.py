def shown(x):
    print("looks at", x)
    return x


print(any(shown(x) > 1 for x in [1, 2, 3]))
print(all(shown(x) < 2 for x in [1, 2, 3]))
print(any([shown(x) > 1 for x in [1, 2, 3]]))
print(any(x for x in ()), all(x for x in ()))
print(any(6 / x > 1 for x in [2, 0]))
# expect: looks at 1
# expect: looks at 2
# expect: True
# expect: looks at 1
# expect: looks at 2
# expect: False
# expect: looks at 1
# expect: looks at 2
# expect: looks at 3
# expect: True
# expect: False True
# expect: True
