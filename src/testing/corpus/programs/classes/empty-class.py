class A:
    pass
a = A()
b = A()
print(a is a, a is b, a == b, a != b)
# expect: True False False True
